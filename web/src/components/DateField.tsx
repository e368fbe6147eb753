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

/** A day, typed in the order of the person's locale or taken from a calendar. */
export function DateField(props: DateFieldProps) {
  return (
    <Suspense
      fallback={
        <div className={`field ${props.className ?? ''}`} aria-busy="true">
          <span className="field-label">{props.label}</span>
          <div className="input date-waits" />
        </div>
      }
    >
      <DayPicker {...props} />
    </Suspense>
  );
}
