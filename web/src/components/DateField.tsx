import './DateField.css';
import { lazy, Suspense } from 'react';
import type { FieldDress } from './Field';

export type DateFieldProps = FieldDress & {
  /** A day as "2008-06-30"; '' where none is given. */
  value: string;
  onChange: (day: string) => void;
  autoFocus?: boolean;
  className?: string;
};

// The calendar weighs as much as a small page, and few screens ask for a day.
const DayPicker = lazy(() => import('./DayPicker'));

/** A day, typed in the order of the person's locale or taken from a calendar. What stands there until it has come is as tall,
 * so that no button moves away under the pointer. */
export function DateField(props: DateFieldProps) {
  return (
    <Suspense
      fallback={
        <div className={`field ${props.className ?? ''}`} aria-busy="true">
          <span className="field-label">{props.label}</span>
          <div className="input date-waits" />
          {props.error ? (
            <span className="field-error">{props.error}</span>
          ) : props.hint ? (
            <span className="field-hint">{props.hint}</span>
          ) : null}
        </div>
      }
    >
      <DayPicker {...props} />
    </Suspense>
  );
}
