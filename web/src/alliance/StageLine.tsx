import type { Stage } from '@/api/types';
import { t } from '@/i18n/t';
import { stages, stageWord } from './words';

/** Where the alliance is in its life. */
export function StageLine({ stage }: { stage: Stage }) {
  const now = stages.indexOf(stage);
  return (
    <section className="card" aria-labelledby="overview-stage">
      <h2 id="overview-stage">{t('column.stage', 'Stage')}</h2>
      <ol className="stage-line">
        {stages.map((one, index) => (
          <li
            key={one}
            className={index < now ? 'stage-past' : index === now ? 'stage-now' : 'stage-next'}
            aria-current={index === now ? 'step' : undefined}
          >
            {stageWord(one)}
          </li>
        ))}
      </ol>
    </section>
  );
}
