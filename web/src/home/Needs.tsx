import { Link } from '@tanstack/react-router';
import type { Need } from '@/api/types';
import { Icon, type IconName } from '@/components/Icon';
import { date } from '@/i18n/format';
import { t } from '@/i18n/t';
import type { Item } from '@/inbox/queries';
import { LightMark } from '@/pictures/light';
import { lightWord } from '@/pictures/words';

/** What waits: what the alliances' models say, and versions of a charter from the inbox. */
export type Waiting = Pick<Need, 'title' | 'detail' | 'due' | 'light' | 'link'> & {
  kind: Need['kind'] | 'charter';
  alliance: { name: string } | null;
};

export const charterNeed = (item: Item): Waiting => ({
  kind: 'charter',
  title: item.title,
  detail: item.detail || item.about,
  due: null,
  light: null,
  link: item.link,
  alliance: item.alliance,
});

const pictures: Record<Waiting['kind'], IconName> = {
  charter: 'seal',
  value_due: 'clock',
  value_missing: 'info',
  red_objective: 'flag',
  invitation: 'mail',
  not_placed: 'map',
  unowned_measure: 'person',
  light_consent: 'flag',
  accept: 'check',
  dispute: 'differ',
  contested: 'differ',
};

/** When it has to be done; what is asked of a light set by hand is on which day it ends. */
const dueWords = (kind: Waiting['kind'], day: string) =>
  kind === 'light_consent'
    ? t('home.holds', 'holds until {day}', { day: date(day) })
    : t('home.due', 'due {day}', { day: date(day) });

/** A list of what waits for this person; each line opens the very place. */
export function Needs({ needs }: { needs: Waiting[] }) {
  return (
    <section aria-labelledby="home-needs">
      <div className="section-head">
        <h2 id="home-needs">{t('home.needs.title', 'Needs you')}</h2>
      </div>
      {needs.length === 0 ? (
        <div className="card needs-none">
          <LightMark state={{ light: 'green' }} size={28} />
          <p>{t('home.nothing', 'Nothing needs you just now.')}</p>
        </div>
      ) : (
        <ul className="card needs">
          {needs.map((need) => (
            <li key={`${need.kind} ${need.link} ${need.title}`}>
              <Link to={need.link as '/'} className="need">
                <span className="need-picture">
                  {need.light ? (
                    <LightMark state={{ light: need.light }} size={22} label={lightWord(need.light)} />
                  ) : (
                    <Icon name={pictures[need.kind] ?? 'info'} size={22} />
                  )}
                </span>
                <span className="need-words">
                  <span className="need-title">{need.title}</span>
                  <span className="small soft">{need.detail}</span>
                </span>
                <span className="need-side small faint">
                  {need.alliance?.name}
                  {need.due && <span className="need-due">{dueWords(need.kind, need.due)}</span>}
                </span>
                <Icon name="right" size={18} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
