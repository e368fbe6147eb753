import { Button, ButtonLink } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { date, list, moment } from '@/i18n/format';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { clean, useFilters } from '@/shell/filters';
import { Digest } from './Digest';
import { PartnerWords } from './PartnerWords';
import type { Charter, CharterList } from './queries';
import { stateWord } from './state-words';
import { standing, waitsFor } from './versions';

export type Asking = 'propose' | 'ratify' | 'return' | 'withdraw';
type StandingProps = { list: CharterList; onAsk: (asking: Asking) => void };

/** Where we stand in one glance: the draft, what waits for whom, what is in force. */
export function Standing({ list: charters, onAsk }: StandingProps) {
  const { inForce, proposed, newest } = standing(charters);
  return (
    <ol className="standing" aria-label={t('standing.label', 'Where we stand')}>
      <Draft charters={charters} proposed={proposed} onAsk={onAsk} />
      <Proposed proposed={proposed} newest={newest} onAsk={onAsk} />
      <InForce charter={inForce} />
    </ol>
  );
}

function Draft({ charters, proposed, onAsk }: { charters: CharterList; proposed: Charter | undefined; onAsk: StandingProps['onAsk'] }) {
  const { slug, rights, ratified } = useAlliance();
  const [{ space }] = useFilters();
  const { draft_changes: changes } = charters;
  return (
    <li className="card standing-part">
      <h2>{t('standing.draft', 'Draft')}</h2>
      <p className="standing-figure">
        {changes === 0
          ? t('standing.same', 'No change')
          : ratified
            ? t('standing.changes', '{n} {n|change|changes}', { n: changes })
            : t('standing.items', '{n} {n|item|items}', { n: changes })}
      </p>
      <p className="soft">
        {proposed
          ? t('standing.frozen', 'Proposed as version {n}. A further change makes that proposal void.', {
              n: proposed.number,
            })
          : changes === 0
            ? t('standing.sameText', 'The draft says what is in force.')
            : ratified
              ? t('standing.changesText', 'Not yet agreed, and without effect until they are.')
              : t('standing.itemsText', 'Shown and judged, and marked “Not ratified”.')}
      </p>
      <div className="standing-acts">
        {charters.may_propose && (
          <Button look="primary" icon="seal" onPress={() => onAsk('propose')}>
            {t('standing.propose', 'Propose as version {n}', { n: (charters.items[0]?.number ?? 0) + 1 })}
          </Button>
        )}
        {changes > 0 && (
          <ButtonLink to="/a/$alliance/charter/difference" params={{ alliance: slug }} search={clean({ space }) as never} icon="compare">
            {t('standing.see', 'See the changes')}
          </ButtonLink>
        )}
        {rights.edit_draft && (
          <ButtonLink
            to="/a/$alliance/map"
            params={{ alliance: slug }}
            search={{ mode: 'edit', ...(ratified ? { basis: 'draft' } : {}) } as never}
            look="quiet"
            icon="edit"
          >
            {t('map.edit', 'Edit map')}
          </ButtonLink>
        )}
      </div>
    </li>
  );
}

type ProposedProps = { proposed: Charter | undefined; newest: Charter | undefined; onAsk: StandingProps['onAsk'] };

function Proposed({ proposed, newest, onAsk }: ProposedProps) {
  const { slug } = useAlliance();
  const [{ space }] = useFilters();
  if (!proposed) {
    const ended = newest && ['returned', 'voided', 'withdrawn'].includes(newest.state) ? newest : null;
    return (
      <li className="card standing-part" data-quiet="">
        <h2>{t('standing.proposed', 'Waits for the partners')}</h2>
        <p className="standing-figure standing-none">{t('standing.nothingWaits', 'Nothing')}</p>
        {ended ? (
          <div className="standing-ended">
            <p>
              <b>{t('basis.version', 'Version {n}', { n: ended.number })}</b> · {stateWord(ended.state)}
            </p>
            {ended.state === 'returned' && <PartnerWords charter={ended} />}
          </div>
        ) : (
          <p className="soft">
            {t('standing.nothingText', 'A proposed version stands here until every partner has ratified it.')}
          </p>
        )}
      </li>
    );
  }
  const mine = proposed.may_sign || proposed.may_return;
  return (
    <li className="card standing-part" data-mine={mine ? '' : undefined}>
      <h2>
        {t('standing.proposed', 'Waits for the partners')}
        {mine && <span className="standing-mine">{t('standing.mine', 'Your word is asked for')}</span>}
      </h2>
      <p className="standing-figure">{t('basis.version', 'Version {n}', { n: proposed.number })}</p>
      <p className="soft">
        {t('standing.by', 'Proposed by {person}, {party}, {when}', {
          person: proposed.made_by,
          party: proposed.made_by_party,
          when: moment(proposed.made_at),
        })}
      </p>
      {proposed.note && <q className="standing-note">{proposed.note}</q>}
      {proposed.effective_from && (
        <p className="small">
          {t('standing.early', 'Holds from {day}; what it changes in earlier periods is marked as restated.', {
            day: date(proposed.effective_from, 'long'),
          })}
        </p>
      )}
      <PartnerWords charter={proposed} />
      <div className="standing-acts">
        <ButtonLink
          to="/a/$alliance/charter/difference"
          params={{ alliance: slug }}
          search={clean({ to: String(proposed.number), space }) as never}
          icon="compare"
        >
          {t('standing.see', 'See the changes')}
        </ButtonLink>
        {proposed.may_sign && (
          <Button look="primary" icon="seal" onPress={() => onAsk('ratify')}>
            {t('standing.ratify', 'Ratify')}
          </Button>
        )}
        {proposed.may_return && (
          <Button icon="undo" onPress={() => onAsk('return')}>
            {t('standing.return', 'Return')}
          </Button>
        )}
        {proposed.may_withdraw && (
          <Button look="quiet" onPress={() => onAsk('withdraw')}>
            {t('standing.withdraw', 'Withdraw')}
          </Button>
        )}
      </div>
      {!mine && waitsFor(proposed).length > 0 && (
        <p className="small soft">
          {t('standing.waitsFor', 'It waits for {names}.', { names: list(waitsFor(proposed).map((one) => one.name)) })}
        </p>
      )}
    </li>
  );
}

function InForce({ charter }: { charter: Charter | undefined }) {
  const { slug } = useAlliance();
  if (!charter)
    return (
      <li className="card standing-part" data-quiet="">
        <h2>{t('charter.state.in_force', 'In force')}</h2>
        <p className="standing-figure standing-none">{t('standing.none', 'Not ratified')}</p>
        <p className="soft">
          {t(
            'standing.noneText',
            'Until the partners ratify a first version, the one working draft is shown and judged, and marked so.',
          )}
        </p>
      </li>
    );
  return (
    <li className="card standing-part" data-force="">
      <h2>
        <Icon name="seal" size={18} />
        {t('charter.state.in_force', 'In force')}
      </h2>
      <p className="standing-figure">{t('basis.version', 'Version {n}', { n: charter.number })}</p>
      <p className="soft">{charter.in_force_at && t('standing.since', 'since {day}', { day: date(charter.in_force_at, 'long') })}</p>
      <PartnerWords charter={charter} />
      <Digest digest={charter.digest} />
      <div className="standing-acts">
        <ButtonLink to="/a/$alliance/map" params={{ alliance: slug }} icon="map">
          {t('overview.map', 'Open the map')}
        </ButtonLink>
      </div>
    </li>
  );
}
