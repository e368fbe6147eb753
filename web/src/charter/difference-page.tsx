import '@/strategy/map.css';
import './charter.css';
import './difference.css';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button, ButtonLink, IconButton } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { PageHeader } from '@/components/PageHeader';
import { SegmentedControl } from '@/components/SegmentedControl';
import { Skeleton } from '@/components/Skeleton';
import { countsQuery } from '@/discussion/counts';
import { t } from '@/i18n/t';
import { useAlliance } from '@/shell/alliance-context';
import { Content } from '@/shell/Content';
import { useFilters } from '@/shell/filters';
import { Failed, NotFound } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { ItemCard } from './ItemCard';
import { counts, groups, itemKey, step } from './difference';
import { RatifyDialog, ReturnDialog } from './dialogs';
import { type Change, type CharterList, type Difference, chartersQuery, differenceQuery } from './queries';
import { VersionPair } from './VersionPair';
import { usualFrom, versionNamed } from './versions';
import { versionWord } from './state-words';
import { kindWord } from './words';

/** What changes from one version to another, item by item. */
export function DifferencePage() {
  const { slug, name } = useAlliance();
  const [filters] = useFilters();
  const list = useQuery(chartersQuery(slug, filters.space));
  useTitle(t('difference.title', 'What changes'), name);
  if (list.error && !list.data) return <Failed error={list.error} />;
  if (!list.data)
    return (
      <Content>
        <Skeleton lines={10} />
      </Content>
    );
  const to = versionNamed(list.data.items, filters.to ?? 'draft');
  const from = to && (filters.from ? versionNamed(list.data.items, filters.from) : usualFrom(list.data.items, to));
  if (!to || !from) return <NotFound />;
  return <Between list={list.data} from={from} to={to} />;
}

function Between({ list, from, to }: { list: CharterList; from: string; to: string }) {
  const { slug } = useAlliance();
  const [{ space }] = useFilters();
  const { data, error } = useQuery(differenceQuery(slug, from, to, space));
  if (error && !data) return <Failed error={error} />;
  return (
    <Content>
      <PageHeader title={t('difference.title', 'What changes')}>
        {t('difference.from', 'From {from} to {to}, item by item.', { from: versionWord(from), to: versionWord(to) })}
      </PageHeader>
      {data && data.from === from && data.to === to ? (
        <Items key={`${from} ${to}`} list={list} difference={data} />
      ) : (
        <Skeleton lines={10} />
      )}
    </Content>
  );
}

function Items({ list, difference }: { list: CharterList; difference: Difference }) {
  const { slug, ratified } = useAlliance();
  const [filters, set] = useFilters();
  const { data: said } = useQuery(countsQuery(slug));
  const [talking, setTalking] = useState<ReadonlySet<string>>(
    () => new Set(filters.item && location.hash.startsWith('#comment-') ? [filters.item] : []),
  );
  const [asking, setAsking] = useState<'ratify' | 'return' | null>(null);
  const { from, to, changes } = difference;
  const charter = list.items.find((one) => String(one.number) === to) ?? null;
  const only = (['added', 'changed', 'removed'] as const).find((one) => one === filters.change) ?? 'all';
  const shown = useMemo(() => groups(changes, only), [changes, only]);
  const keys = useMemo(() => shown.flatMap((group) => group.items.map(itemKey)), [shown]);
  const many = counts(changes);
  const here = filters.item && keys.includes(filters.item) ? filters.item : undefined;
  const place = here ? keys.indexOf(here) + 1 : 0;

  const go = useCallback(
    (by: 1 | -1) => {
      const next = step(keys, here, by);
      if (!next) return;
      set({ item: next });
      const element = document.getElementById(`item-${next}`);
      element?.focus({ preventScroll: true });
      element?.scrollIntoView({ block: 'center' });
    },
    [keys, here, set],
  );

  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const by = event.altKey && { ArrowDown: 1 as const, ArrowUp: -1 as const }[event.key];
      if (!by || document.querySelector('[role=dialog]')) return;
      event.preventDefault();
      go(by);
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, [go]);

  // An address may name an item: it comes into sight once, unless it names a comment too.
  const first = useRef(filters.item);
  useEffect(() => {
    if (first.current && !location.hash) document.getElementById(`item-${first.current}`)?.scrollIntoView({ block: 'center' });
    first.current = undefined;
  }, []);

  const segment = (id: Change | 'all', word: string) => ({ id, label: `${word} ${many[id]}` });
  const mapOf = to === 'draft' ? (ratified ? 'draft' : '') : charter?.state === 'in_force' ? '' : to;
  return (
    <>
      <VersionPair list={list} from={from} to={to} />
      {changes.length === 0 ? (
        <div className="card">
          <EmptyState title={t('difference.none', 'Nothing differs')}>
            {t('difference.noneText', 'Both say the same, word for word.')}
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="difference-tools">
            <SegmentedControl
              label={t('difference.filter', 'Kind of change')}
              size="s"
              value={only}
              onChange={(id) => set({ change: id === 'all' ? undefined : id, item: undefined })}
              segments={[
                segment('all', t('difference.all', 'All')),
                ...(['added', 'changed', 'removed'] as const)
                  .filter((id) => many[id] > 0 || only === id)
                  .map((id) => segment(id, words()[id])),
              ]}
            />
            <span className="difference-steps">
              <span className="small soft number" role="status" data-place={place || undefined}>
                {place
                  ? t('difference.place', '{n} of {all}', { n: place, all: keys.length })
                  : t('difference.keys', 'Alt ↓ goes to the next one')}
              </span>
              <IconButton
                icon="up"
                look="plain"
                size="s"
                label={t('difference.previous', 'Previous change (Alt ↑)')}
                isDisabled={place === 1}
                onPress={() => go(-1)}
              />
              <IconButton
                icon="chevron"
                look="plain"
                size="s"
                label={t('difference.next', 'Next change (Alt ↓)')}
                isDisabled={place === keys.length}
                onPress={() => go(1)}
              />
            </span>
            <ButtonLink
              to="/a/$alliance/map/versions"
              params={{ alliance: slug }}
              search={{ from, to } as never}
              size="s"
              icon="map"
            >
              {t('difference.map', 'On the map')}
            </ButtonLink>
          </div>
          <div className="difference">
            <nav className="difference-kinds" aria-label={t('difference.kinds', 'Kinds of things')}>
              <ul>
                {shown.map(({ kind, items }) => (
                  <li key={kind}>
                    <a href={`#kind-${kind}`}>
                      {kindWord(kind)} <span className="faint number">{items.length}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <div className="difference-groups">
              {shown.map(({ kind, items }) => (
                <section key={kind} aria-labelledby={`kind-${kind}`}>
                  <h2 id={`kind-${kind}`}>
                    {kindWord(kind)} <span className="faint number">{items.length}</span>
                  </h2>
                  {items.map((item) => {
                    const key = itemKey(item);
                    return (
                      <ItemCard
                        key={key}
                        slug={slug}
                        item={item}
                        isHere={here === key}
                        onHere={() => here !== key && set({ item: key })}
                        charter={charter?.id ?? null}
                        said={charter ? said?.get(`charter:${charter.id}:${key}`) : undefined}
                        isTalking={talking.has(key)}
                        onTalk={() =>
                          setTalking((old) => {
                            const next = new Set(old);
                            if (!next.delete(key)) next.add(key);
                            return next;
                          })
                        }
                        map={item.change === 'removed' ? (from === 'nothing' ? '' : from) : mapOf}
                      />
                    );
                  })}
                </section>
              ))}
            </div>
          </div>
        </>
      )}
      {charter && (charter.may_sign || charter.may_return) && (
        <div className="difference-foot card">
          <p>
            <b>{t('difference.asked', 'Version {n} waits for your word.', { n: charter.number })}</b>
          </p>
          <span className="row push">
            {charter.may_return && (
              <Button icon="undo" onPress={() => setAsking('return')}>
                {t('standing.return', 'Return')}
              </Button>
            )}
            {charter.may_sign && (
              <Button look="primary" icon="seal" onPress={() => setAsking('ratify')}>
                {t('standing.ratify', 'Ratify')}
              </Button>
            )}
          </span>
        </div>
      )}
      {asking === 'ratify' && charter && <RatifyDialog charter={charter} onClose={() => setAsking(null)} />}
      {asking === 'return' && charter && <ReturnDialog charter={charter} onClose={() => setAsking(null)} />}
    </>
  );
}

const words = () => ({
  added: t('change.added', 'Added'),
  changed: t('change.changed', 'Changed'),
  removed: t('change.removed', 'Removed'),
});
