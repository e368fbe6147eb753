import { Link } from '@tanstack/react-router';
import { Badge } from '@/components/Badge';
import { Button, ButtonLink } from '@/components/Button';
import { Icon } from '@/components/Icon';
import { Talk } from '@/discussion/Talk';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import { PartnerMark } from '@/pictures';
import type { Asking } from './agreements-page';
import { type Agreement, kindWords, type PartyWord } from './queries';

type CardProps = { agreement: Agreement; slug: string; onAsk: (asking: Asking) => void };

/** One agreement: what it says, who has signed, what lies in its space, and what can be done now. */
export function AgreementCard({ agreement, slug, onAsk }: CardProps) {
  const { state, may_consent, may_decline, may_withdraw, may_end } = agreement;
  const ask = (what: Asking['what']) => () => onAsk({ what, agreement });
  const acts = may_consent || may_decline || may_withdraw || may_end || state === 'in_force';
  return (
    <li className="card agreement" data-waits={may_consent ? '' : undefined}>
      <header className="row">
        <h2>{agreement.name}</h2>
        <Badge>{kindWords()[agreement.kind]}</Badge>
        <StateBadge agreement={agreement} />
        <span className="small soft push">{span(agreement)}</span>
      </header>
      {agreement.summary && <p className="agreement-summary">{agreement.summary}</p>}
      <ul className="agreement-parties">
        {agreement.parties.map((party) => (
          <li key={party.party}>
            <PartnerMark mark={party.mark} size={22} />
            <span>
              {party.name}
              <span className="small soft">{word(party, state)}</span>
            </span>
          </li>
        ))}
      </ul>
      {agreement.closing_reason && (
        <p className="small">
          <b>{agreement.closed_by_party}:</b> {agreement.closing_reason}
        </p>
      )}
      {state === 'in_force' || state === 'ended' ? <Holds agreement={agreement} slug={slug} /> : null}
      {acts ? (
        <div className="row">
          {may_consent && (
            <Button look="primary" icon="seal" onPress={ask('sign')}>
              {t('agreement.sign', 'Sign')}
            </Button>
          )}
          {may_decline && <Button onPress={ask('decline')}>{t('agreement.decline', 'Decline')}</Button>}
          {may_withdraw && <Button onPress={ask('withdraw')}>{t('agreement.withdraw', 'Withdraw')}</Button>}
          {state === 'in_force' && (
            <ButtonLink
              size="s"
              icon="seal"
              to="/a/$alliance/charter"
              params={{ alliance: slug }}
              search={{ space: agreement.space } as never}
            >
              {t('agreement.charter', 'Charter of this agreement')}
            </ButtonLink>
          )}
          {may_end && (
            <Button size="s" look="quiet" onPress={ask('end')}>
              {t('agreement.end', 'End it')}
            </Button>
          )}
        </div>
      ) : null}
      <Talk slug={slug} about={`agreement:${agreement.id}`} name={agreement.name} />
    </li>
  );
}

function StateBadge({ agreement: { state, over } }: { agreement: Agreement }) {
  if (over) return <Badge tone="warn">{t('agreement.over', 'Its last day has passed')}</Badge>;
  const words = {
    proposed: t('agreement.state.proposed', 'Waits for signatures'),
    in_force: t('agreement.state.inForce', 'In force'),
    declined: t('agreement.state.declined', 'Declined'),
    withdrawn: t('agreement.state.withdrawn', 'Withdrawn'),
    ended: t('agreement.state.ended', 'Ended'),
  };
  return <Badge tone={state === 'in_force' ? 'good' : state === 'proposed' ? 'accent' : 'plain'}>{words[state]}</Badge>;
}

function span({ starts, ends }: Agreement): string {
  if (starts && ends) return t('agreement.fromTo', '{from} to {to}', { from: date(starts), to: date(ends) });
  if (starts) return t('agreement.from', 'from {from}', { from: date(starts) });
  return ends ? t('agreement.to', 'until {to}', { to: date(ends) }) : '';
}

function word(party: PartyWord, state: Agreement['state']): string {
  if (party.verdict === 'agreed')
    return t('agreement.word.signed', 'signed by {person}, {day}', { person: party.person, day: date(party.at ?? '') });
  if (party.verdict === 'declined') return t('agreement.word.declined', 'declined by {person}', { person: party.person });
  return state === 'proposed' ? t('agreement.word.waits', 'has not signed yet') : '';
}

/** What lies in the space; all of it is counted for its parties only. */
function Holds({ agreement: { holds, parties }, slug }: { agreement: Agreement; slug: string }) {
  const parts = [
    holds.objectives && t('agreement.holds.objectives', '{n} {n|objective|objectives}', { n: holds.objectives }),
    holds.measures && t('agreement.holds.measures', '{n} {n|measure|measures}', { n: holds.measures }),
    holds.initiatives && t('agreement.holds.initiatives', '{n} {n|initiative|initiatives}', { n: holds.initiatives }),
  ].filter(Boolean);
  return (
    <p className="small soft agreement-holds">
      <Icon name="lock" size={13} />
      {parts.length + holds.service_levels === 0
        ? t('agreement.holds.none', 'Nothing lies in its space yet. When you add or share something, choose “{names}”.', {
            names: parties.map((one) => one.name).join(' – '),
          })
        : parts.join(' · ')}
      {holds.service_levels > 0 && (
        <Link to="/a/$alliance/service-levels" params={{ alliance: slug }}>
          {t('agreement.holds.levels', '{n} {n|service level|service levels}', { n: holds.service_levels })}
        </Link>
      )}
    </p>
  );
}
