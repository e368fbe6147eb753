import './version-chooser.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Icon } from '@/components/Icon';
import { list } from '@/i18n/format';
import { t } from '@/i18n/t';
import { useAlliance, useShownVersion } from '@/shell/alliance-context';
import { clean, type Filters, useFilters } from '@/shell/filters';
import { basisSentence, basisShown, basisWord } from './basis';
import { chartersQuery } from './queries';
import { standing, waitsFor } from './versions';

/** The same page without a version in its address: what is in force. */
export const inForce = (({ basis: _, on: __, mode: ___, ...rest }: Filters) => rest) as never;
/** The same page by the working draft. */
export const inDraft = ((old: Filters) => clean({ ...old, basis: 'draft', on: undefined })) as never;

/**
 * Above every page that shows the plan: says that it is not what is in force, and leads back. While a version waits for the
 * partners, it warns those who could make it void by an edit.
 */
export function VersionBanner() {
  const { slug, rights, charter } = useAlliance();
  const head = useShownVersion();
  const [filters] = useFilters();
  const basis = head ? basisShown(filters, head) : null;
  const editable = head !== null && head.charter === null && !filters.on;
  const { data } = useQuery({ ...chartersQuery(slug), enabled: rights.read_scorecard && editable });
  if (!head || !basis) return null;
  const waiting = editable && rights.edit_draft && data ? standing(data).proposed : undefined;
  if (basis.kind === 'standing' && !waiting) return null;
  const compared =
    basis.kind === 'version' && charter
      ? basis.number < charter.number
        ? { from: String(basis.number), to: String(charter.number) }
        : { from: String(charter.number), to: String(basis.number) }
      : null;
  return (
    <aside className="version-banner" aria-label={t('version.banner', 'Version shown')}>
      <Icon name={basis.kind === 'day' ? 'clock' : 'seal'} size={18} />
      {basis.kind !== 'standing' && (
        <p>
          <b>{basisWord(basis, head)}</b> · {basisSentence(basis)}
        </p>
      )}
      {waiting && (
        <p>
          <b>{t('version.waits', 'Version {n} waits for {names}.', { n: waiting.number, names: list(waitsFor(waiting).map((one) => one.name)) })}</b>{' '}
          {t('version.voids', 'A change of the plan makes it void.')}
        </p>
      )}
      <span className="row version-banner-acts">
        {basis.kind === 'draft' && data && (
          <Link to="/a/$alliance/charter/difference" params={{ alliance: slug }}>
            {t('version.changes', '{n} {n|change|changes} not yet agreed', { n: data.draft_changes })}
          </Link>
        )}
        {compared && rights.read_scorecard && (
          <Link to="/a/$alliance/charter/difference" params={{ alliance: slug }} search={compared as never}>
            {t('version.compare', 'Compare with what is in force')}
          </Link>
        )}
        {basis.kind === 'standing' && (
          <Link to="/a/$alliance/charter" params={{ alliance: slug }}>
            {t('version.look', 'Look at it')}
          </Link>
        )}
        {basis.kind !== 'standing' && (
          <Link to="." search={inForce}>
            {head.ratified || charter
              ? t('version.back', 'Back to what is in force')
              : t('version.today', 'Back to today')}
          </Link>
        )}
      </span>
    </aside>
  );
}
