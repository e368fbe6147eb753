import { edit } from '@/api/edits';
import { InlineEdit } from '@/components/InlineEdit';
import { t } from '@/i18n/t';
import type { Theme } from './theme-address';

/** What the theme's leader says about the period, and what should be done. Edited in place. */
export function Narrative({ theme, period, canEdit }: { theme: Theme; period: string; canEdit: boolean }) {
  const { analysis, recommendation, version } = theme.narrative;
  if (!canEdit && !analysis && !recommendation) return null;
  const save = (change: Partial<Theme['narrative']>) =>
    edit({
      method: 'PUT',
      path: `/themes/${theme.id}/narrative`,
      version,
      body: { period, analysis, recommendation, ...change },
      said: t('narrative.saved', 'Saved for this period'),
    });
  return (
    <section className="narrative">
      <div>
        <h2>{t('narrative.analysis', 'What we see')}</h2>
        <InlineEdit
          multiline
          canEdit={canEdit}
          label={t('narrative.analysis', 'What we see')}
          value={analysis}
          placeholder={t('narrative.analysisLike', 'What stands behind the lights of this period?')}
          onSave={(text) => save({ analysis: text })}
        />
      </div>
      <div>
        <h2>{t('narrative.recommendation', 'What we recommend')}</h2>
        <InlineEdit
          multiline
          canEdit={canEdit}
          label={t('narrative.recommendation', 'What we recommend')}
          value={recommendation}
          placeholder={t('narrative.recommendationLike', 'What should the committee decide?')}
          onSave={(text) => save({ recommendation: text })}
        />
      </div>
    </section>
  );
}
