import { Link, useNavigate } from '@tanstack/react-router';
import { base } from '@/api/client';
import { Badge } from '@/components/Badge';
import { IconButton } from '@/components/Button';
import { Menu, MenuItem, MenuLine } from '@/components/Menu';
import { date, moment } from '@/i18n/format';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { clean, useFilters } from '@/shell/filters';
import { Digest } from './Digest';
import { PartnerWords } from './PartnerWords';
import type { Charter } from './queries';
import { stateWord } from './state-words';
import { usualFrom } from './versions';

const tones = { in_force: 'good', proposed: 'accent', returned: 'warn', voided: 'plain', withdrawn: 'plain', superseded: 'plain' } as const;

/** Every version with its state, what was said of it, who signed for whom and when, and its digest. */
export function VersionRows({ items }: { items: Charter[] }) {
  return (
    <ol className="version-rows">
      {items.map((charter) => (
        <VersionRow key={charter.id} charter={charter} items={items} />
      ))}
    </ol>
  );
}

function VersionRow({ charter, items }: { charter: Charter; items: Charter[] }) {
  const { slug } = useAlliance();
  const navigate = useNavigate();
  const name = String(charter.number);
  const params = { alliance: slug };
  const [{ space }] = useFilters();
  const compared = clean({ from: usualFrom(items, name), to: name, space }) as never;
  const shown = { basis: name } as never;
  return (
    <li className="card version-row" data-state={charter.state} id={`version-${charter.number}`}>
      <div className="version-row-head">
        <h3>{t('basis.version', 'Version {n}', { n: charter.number })}</h3>
        <Badge tone={tones[charter.state]}>{stateWord(charter.state)}</Badge>
        <span className="push version-row-tools">
          <Digest digest={charter.digest} />
          <Menu
            label={t('version.menu', 'Version {n}', { n: charter.number })}
            trigger={
              <IconButton
                icon="more"
                size="s"
                hint={false}
                label={t('version.more', 'More on version {n}', { n: charter.number })}
              />
            }
          >
            {/* Of an agreement there is no map of its own. */}
            {!space && (
              <>
                <MenuItem icon="map" onAction={() => void navigate({ to: '/a/$alliance/map', params, search: shown })}>
                  {t('version.map', 'Its map')}
                </MenuItem>
                <MenuItem
                  icon="table"
                  onAction={() => void navigate({ to: '/a/$alliance/scorecards', params, search: shown })}
                >
                  {t('version.scorecards', 'Its scorecards')}
                </MenuItem>
                <MenuItem
                  icon="compare"
                  onAction={() => void navigate({ to: '/a/$alliance/map/versions', params, search: compared })}
                >
                  {t('version.maps', 'Its changes on the map')}
                </MenuItem>
                <MenuLine />
              </>
            )}
            <MenuItem
              icon="file"
              href={`${base}/charters/${charter.id}/document`}
              download={`${slug}-charter-${charter.number}.json`}
              note={t('version.bytes', 'The bytes that the digest is made of')}
            >
              {t('version.document', 'Save the signed text')}
            </MenuItem>
          </Menu>
        </span>
      </div>
      <p className="small soft">{life(charter)}</p>
      {charter.note && <q className="standing-note">{charter.note}</q>}
      <PartnerWords charter={charter} />
      <p className="small">
        <Link to="/a/$alliance/charter/difference" params={params} search={compared}>
          {t('version.changed', 'What it changed')}
        </Link>
      </p>
    </li>
  );
}

/** "proposed by Anna Verbeke, Aldermere Pharma, 3 Feb 2010; in force 4 Feb 2010 to 7 Mar 2010". */
function life(charter: Charter): string {
  const words = [
    t('version.made', 'Proposed by {person}, {party}, {when}', {
      person: charter.made_by,
      party: charter.made_by_party,
      when: moment(charter.made_at),
    }),
  ];
  if (charter.in_force_at && charter.superseded_at)
    words.push(
      t('version.span', 'in force {from} to {to}', { from: date(charter.in_force_at), to: date(charter.superseded_at) }),
    );
  else if (charter.in_force_at) words.push(t('version.sinceDay', 'in force since {day}', { day: date(charter.in_force_at) }));
  return words.join(' · ');
}
