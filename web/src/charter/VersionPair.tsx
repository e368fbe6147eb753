import { Icon } from '@/components/Icon';
import { Select } from '@/components/Select';
import { t } from '@/i18n/t';
import { useFilters } from '@/shell/filters';
import type { CharterList } from './queries';
import { stateWord, versionWord } from './state-words';

/** Which two versions are compared; kept in the address. */
export function VersionPair({ list, from, to }: { list: CharterList; from: string; to: string }) {
  const [, set] = useFilters();
  const versions = list.items.map((one) => ({
    id: String(one.number),
    label: versionWord(String(one.number)),
    note: stateWord(one.state),
  }));
  const draft = { id: 'draft', label: versionWord('draft') };
  const choose = (change: { from?: string; to?: string }) =>
    set({ from, to, ...change, item: undefined, change: undefined });
  return (
    <div className="version-pair">
      <Select
        label={t('difference.before', 'Before')}
        options={[{ id: 'nothing', label: versionWord('nothing') }, ...versions, draft]}
        value={from}
        onChange={(name) => choose({ from: name })}
      />
      <span className="version-pair-arrow">
        <Icon name="right" size={20} />
      </span>
      <Select
        label={t('difference.after', 'After')}
        options={[draft, ...versions]}
        value={to}
        onChange={(name) => choose({ to: name })}
      />
    </div>
  );
}
