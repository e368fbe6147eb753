import './formula.css';
import { Link } from '@tanstack/react-router';
import type { MeasureView } from '@/api/types';
import { Icon } from '@/components/Icon';
import { t } from '@/i18n/t';
import { keepMoment } from '@/shell/filters';
import { spansOf } from './colour';

const bare = (name: string) => (name.startsWith('[') ? name.slice(1, -1).replaceAll(']]', ']') : name);

/** The formula of a computed measure, each code a way to what it names. */
export function FormulaShown({ measure, slug }: { measure: MeasureView; slug: string }) {
  const inputs = new Map(measure.inputs.map((input) => [input.code, input]));
  const nulls = {
    propagate: t('nulls.saysPropagate', 'Where an input is missing, the result is missing too.'),
    ignore: t('nulls.saysIgnore', 'Inputs that are missing are left out of sums and means.'),
    zero: t('nulls.saysZero', 'Inputs that are missing count as zero.'),
  }[measure.nulls];
  return (
    <section className="card formula-shown">
      <h2>{t('formula.shown', 'Computed by a formula')}</h2>
      <p className="formula-text">
        {spansOf(measure.formula).map(({ part, from, to }) => {
          const text = measure.formula.slice(from, to);
          const input = part === 'name' ? inputs.get(bare(text)) : undefined;
          if (!input)
            return (
              <span key={from} className={`formula-${part}`}>
                {text}
              </span>
            );
          return input.kind === 'measure' ? (
            <Link
              key={from}
              to="/a/$alliance/m/$measure"
              params={{ alliance: slug, measure: input.id }}
              search={keepMoment}
              title={input.title}
            >
              {text}
            </Link>
          ) : (
            <Link
              key={from}
              to="/a/$alliance/o/$objective"
              params={{ alliance: slug, objective: input.id }}
              search={keepMoment}
              title={input.title}
            >
              {text}
            </Link>
          );
        })}
      </p>
      <ul className="formula-inputs">
        {measure.inputs.map((input) => (
          <li key={input.id}>
            <b>{input.code}</b> {input.title}
          </li>
        ))}
      </ul>
      <p className="soft small">
        {t('formula.noEntry', 'Nobody enters its values.')} {nulls}{' '}
        <a href="/help/formulas" target="_blank" rel="noreferrer">
          {t('formula.help', 'All functions')} <Icon name="external" size={13} />
          <span className="visually-hidden">{t('link.newWindow', '(in a new window)')}</span>
        </a>
      </p>
    </section>
  );
}
