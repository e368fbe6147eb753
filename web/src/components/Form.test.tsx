import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiError } from '@/api/client';
import { Button } from './Button';
import { Form } from './Form';
import { Select } from './Select';
import { TextField } from './TextField';
import { missing, refusal } from './wrong';

// A busy machine is no failure.
configure({ asyncUtilTimeout: 30_000 });

afterEach(cleanup);

/** A form like those of the dialogs: checked when it is sent, the messages controlled from outside. */
function Limits({ sent }: { sent: (red: number) => void }) {
  const [goal, setGoal] = useState('80');
  const [red, setRed] = useState('');
  const [error, setError] = useState('');
  const save = () => {
    if (!(Number(red) < Number(goal))) return setError('Red must lie below the goal.');
    setError('');
    sent(Number(red));
  };
  return (
    <Form onSubmit={save}>
      <TextField label="Goal" value={goal} onChange={setGoal} />
      <TextField label="Red" value={red} onChange={setRed} error={error} isRequired />
      <Select label="Kind" options={[{ id: 'a', label: 'A' }]} value="a" onChange={() => {}} error="" />
      <Button type="submit">Add</Button>
    </Form>
  );
}

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
/** What a browser does on a press of the button: native validity is asked first, unless the form says not to. */
function press() {
  const form = document.querySelector('form') as HTMLFormElement;
  if (form.noValidate || form.checkValidity()) fireEvent.submit(form);
}

describe('a button whose act is under way', () => {
  it('does nothing, keeps its place and is not announced as an image without a name', () => {
    let sent = 0;
    const at = (busy: boolean) => (
      <Form onSubmit={() => sent++}>
        <Button type="submit" isPending={busy} onPress={() => sent++}>
          Send
        </Button>
      </Form>
    );
    const { rerender } = render(at(false));
    screen.getByRole('button').focus();
    rerender(at(true));
    const button = screen.getByRole('button') as HTMLButtonElement;
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button);
    expect(sent).toBe(0);
    expect(document.querySelectorAll('[data-live-announcer] [role=img]')).toHaveLength(0);
    rerender(at(false));
    expect((screen.getByRole('button') as HTMLButtonElement).type).toBe('submit');
  });
});

describe('a form', () => {
  it('is sent again after an error was put right', () => {
    const sent: number[] = [];
    render(<Limits sent={(red) => sent.push(red)} />);
    type('Red', '90');
    press();
    expect(screen.getByText('Red must lie below the goal.')).toBeTruthy();
    expect(sent).toEqual([]);
    type('Red', '60');
    press();
    expect(sent).toEqual([60]);
    expect(screen.queryByText('Red must lie below the goal.')).toBeNull();
  });

  it('is sent again when another field puts it right', () => {
    const sent: number[] = [];
    render(<Limits sent={(red) => sent.push(red)} />);
    type('Red', '90');
    press();
    type('Goal', '95');
    press();
    expect(sent).toEqual([90]);
  });

  it('leaves native validity alone, so that nothing but our own rules can stop it', () => {
    render(<Limits sent={() => {}} />);
    type('Red', '90');
    press();
    const red = screen.getByLabelText('Red') as HTMLInputElement;
    expect(red.getAttribute('aria-invalid')).toBe('true');
    expect(red.validity.valid).toBe(true);
    expect(red.required).toBe(false);
    expect(document.querySelector('form')?.noValidate).toBe(true);
  });

  it('takes the message away as soon as the value changes, and says it again for the same mistake', () => {
    render(<Limits sent={() => {}} />);
    type('Red', '90');
    press();
    type('Red', '91');
    expect(screen.queryByText('Red must lie below the goal.')).toBeNull();
    press();
    expect(screen.getByText('Red must lie below the goal.')).toBeTruthy();
  });

  it('puts the focus on the first wrong field', async () => {
    render(<Limits sent={() => {}} />);
    type('Red', '90');
    press();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Red')));
  });
});

describe('what is wrong', () => {
  it('names the empty fields', () => {
    expect(missing({ name: ['  ', 'Give a name.'], email: ['a@b', 'Type an address.'] })).toEqual({ name: 'Give a name.' });
  });
  it('puts the server’s messages at the fields that are shown, and all else above them', () => {
    const error = new ApiError(422, 'invalid', 'Not right.', [{ path: 'email', code: 'x', message: 'No address.' }]);
    expect(refusal(error, ['email'])).toEqual({ email: 'No address.' });
    expect(refusal(error, ['name'])).toEqual({ '': 'Not right. No address.' });
  });
});
