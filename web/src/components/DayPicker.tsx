import './Popover.css';
import { parseDate } from '@internationalized/date';
import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar';
import { DateInput, DateSegment } from 'react-aria-components/DateField';
import { DatePicker } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { Heading } from 'react-aria-components/Heading';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Popover } from 'react-aria-components/Popover';
import { locale, t } from '@/i18n/t';
import type { DateFieldProps } from './DateField';
import { FieldFoot, FieldLabel } from './Field';
import { useErrorOf } from './Form';
import { Icon } from './Icon';

/** What DateField loads: the parts of the day in the locale's order, and a calendar behind the button. */
export default function DayPicker(props: DateFieldProps) {
  const { label, hint, optional, value, onChange, autoFocus, className } = props;
  const error = useErrorOf(value, props.error);
  return (
    <I18nProvider locale={locale()}>
      <DatePicker
        validationBehavior="aria"
        value={value ? parseDate(value) : null}
        onChange={(day) => onChange(day ? day.toString() : '')}
        isInvalid={Boolean(error)}
        shouldForceLeadingZeros
        autoFocus={autoFocus ?? false}
        className={`field ${className ?? ''}`}
      >
        <FieldLabel label={label} optional={optional ?? false} />
        <Group className="input-group date-group">
          <DateInput className="date-input">
            {(segment) => <DateSegment segment={segment} className="date-segment" />}
          </DateInput>
          <Button className="button button-quiet button-s icon-button" aria-label={t('date.open', 'Calendar')}>
            <Icon name="calendar" size={18} />
          </Button>
        </Group>
        <FieldFoot hint={hint} error={error} />
        <Popover className="popover" offset={4}>
          <Dialog className="calendar" aria-label={label}>
            <Calendar>
              <header className="calendar-head">
                <Button slot="previous" className="button button-quiet button-s icon-button">
                  <Icon name="left" size={18} />
                </Button>
                <Heading />
                <Button slot="next" className="button button-quiet button-s icon-button">
                  <Icon name="right" size={18} />
                </Button>
              </header>
              <CalendarGrid weekdayStyle="short">
                <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
                <CalendarGridBody>{(day) => <CalendarCell date={day} className="calendar-day" />}</CalendarGridBody>
              </CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  );
}
