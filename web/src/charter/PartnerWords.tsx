import { Icon } from '@/components/Icon';
import { moment } from '@/i18n/format';
import { t } from '@/i18n/t';
import { type Mark, PartnerMark } from '@/pictures';
import type { Charter, Partner } from './queries';

/** What each partner said on a version: who, when, or that it waits. */
export function PartnerWords({ charter }: { charter: Charter }) {
  const shown = charter.partners.filter((one) => one.must_ratify);
  if (shown.length === 0) return null;
  return (
    <ul className="partner-words">
      {shown.map((partner) => (
        <li key={partner.party} data-verdict={partner.verdict ?? 'waits'}>
          <PartnerMark mark={{ letter: partner.mark_letter, style: partner.mark_style as Mark['style'] }} size={22} />
          <span className="partner-word">
            <span>
              <b>{partner.name}</b> <Verdict partner={partner} open={charter.state === 'proposed'} />
            </span>
            {partner.at && (
              <span className="small soft">
                {partner.person}, {moment(partner.at)}
              </span>
            )}
            {partner.reason && <q className="partner-reason">{partner.reason}</q>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Verdict({ partner, open }: { partner: Partner; open: boolean }) {
  const [icon, word] =
    partner.verdict === 'ratified'
      ? (['check', t('verdict.ratified', 'ratified')] as const)
      : partner.verdict === 'returned'
        ? (['undo', t('verdict.returned', 'returned it')] as const)
        : (['clock', open ? t('verdict.waits', 'has not spoken yet') : t('verdict.none', 'did not speak')] as const);
  return (
    <span className="partner-verdict">
      <Icon name={icon} size={15} />
      {word}
    </span>
  );
}
