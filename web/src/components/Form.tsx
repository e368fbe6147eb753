import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';

/** How often the form around has been sent: what a field shows as wrong was true of the value of that time. */
const Sendings = createContext(0);

type FormProps = {
  /** What sending does; it checks the values itself and shows what is wrong at the fields. */
  onSubmit: () => unknown;
  children: ReactNode;
  /** For a button outside the form, as in the foot of a dialog. */
  id?: string;
  className?: string;
};

/**
 * A form that is checked by our own rules and words: the browser neither stops it nor shows its own bubbles, so that it can
 * always be sent again. After a sending that found something wrong, the first wrong field has the focus.
 */
export function Form({ onSubmit, children, id, className }: FormProps) {
  const [sendings, setSendings] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const looked = useRef(0);
  useEffect(() => {
    if (looked.current === sendings) return;
    const wrong = form.current?.querySelector<HTMLElement>(
      'input[aria-invalid="true"], textarea[aria-invalid="true"], .field[data-invalid] :is(button, [role="spinbutton"])',
    );
    if (!wrong) return;
    looked.current = sendings;
    wrong.focus();
  });
  return (
    <form
      ref={form}
      id={id}
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        // A portal's form is a child in React, though not on the page.
        event.stopPropagation();
        setSendings(sendings + 1);
        onSubmit();
      }}
    >
      <Sendings value={sendings}>{children}</Sendings>
    </form>
  );
}

/** The error while it still speaks of the value that is in the field: a changed value takes it away. */
export function useErrorOf<Value>(value: Value, error: string | undefined): string | undefined {
  const sendings = useContext(Sendings);
  const [of, setOf] = useState({ value, error, sendings });
  if (of.error !== error || of.sendings !== sendings) {
    setOf({ value, error, sendings });
    return error;
  }
  return Object.is(of.value, value) ? error : undefined;
}
