import './home-page.css';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { AllianceTile } from '@/alliance/AllianceTile';
import { homeQuery, meQuery } from '@/api/queries';
import { ButtonLink } from '@/components/Button';
import { PageHeader } from '@/components/PageHeader';
import { Skeleton } from '@/components/Skeleton';
import { t } from '@/i18n/t';
import { Content } from '@/shell/Content';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { waitingChartersQuery } from '@/inbox/queries';
import { charterNeed, Needs, type Waiting } from './Needs';
import { StartAlliance } from './StartAlliance';

/** What needs this person, and the alliances they work in. */
export function HomePage() {
  useTitle(t('rail.home', 'Home'));
  const { data: me } = useSuspenseQuery(meQuery);
  const home = useQuery(homeQuery);
  // A version of the charter holds up everybody, so it stands before the rest.
  const charters = useQuery(waitingChartersQuery).data ?? [];
  const needs: Waiting[] = [...charters.map(charterNeed), ...(home.data?.needs ?? [])];
  if (home.isError) return <Failed error={home.error} />;
  const first = me.person.name.split(' ')[0] ?? me.person.name;
  const nothing = home.data && home.data.alliances.length === 0;
  return (
    <Content>
      <PageHeader title={t('home.hello', 'Hello {name}', { name: first })}>
        {home.data && summary(needs.length)}
      </PageHeader>
      {home.isPending && <Skeleton lines={6} />}
      {nothing && (
        <StartAlliance
          title={t('home.start', 'Begin with one map')}
          text={t(
            'home.start.text',
            'Put an alliance’s strategy on one page, measure it, and see with your partner where it stands.',
          )}
        />
      )}
      {home.data && !nothing && (
        <div className="home">
          <Needs needs={needs} />
          <section aria-labelledby="home-alliances">
            <div className="section-head">
              <h2 id="home-alliances">{t('home.alliances', 'Your alliances')}</h2>
              <ButtonLink to="/alliances" look="quiet" size="s">
                {t('home.all', 'See all')}
              </ButtonLink>
            </div>
            <ul className="stack home-tiles">
              {home.data.alliances.map((alliance) => (
                <li key={alliance.id}>
                  <AllianceTile alliance={alliance} />
                </li>
              ))}
            </ul>
          </section>
        </div>
      )}
    </Content>
  );
}

function summary(needs: number): string {
  if (needs === 0) return t('home.nothing', 'Nothing needs you just now.');
  return t('home.needs', '{n} {n|thing needs|things need} you.', { n: needs });
}
