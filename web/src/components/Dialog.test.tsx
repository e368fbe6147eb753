import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { TextField } from './TextField';

afterEach(cleanup);

function Note({ onClose, was = '' }: { onClose: () => void; was?: string }) {
  const [note, setNote] = useState(was);
  const [password, setPassword] = useState('');
  return (
    <Dialog title="Note" isOpen onClose={onClose} foot={<Button onPress={onClose}>Cancel</Button>}>
      <TextField label="Text" value={note} onChange={setNote} />
      <TextField label="Secret" type="password" value={password} onChange={setPassword} />
    </Dialog>
  );
}

function write(label: string, text: string) {
  const field = screen.getByLabelText(label);
  act(() => field.focus());
  fireEvent.change(field, { target: { value: text } });
}
const escape = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });

describe('a window with text', () => {
  it('closes at once by Esc while nothing was typed', () => {
    const close = vi.fn();
    render(<Note onClose={close} was="As it stood" />);
    act(() => screen.getByLabelText('Text').focus());
    escape();
    expect(close).toHaveBeenCalledOnce();
  });
  it('asks before it loses what was typed, and keeps it', () => {
    const close = vi.fn();
    render(<Note onClose={close} />);
    write('Text', 'A thought');
    escape();
    expect(close).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toBe('What you typed is not saved.');
    fireEvent.click(screen.getByText('Keep writing'));
    expect(screen.queryByRole('alert')).toBeNull();
    expect((screen.getByLabelText('Text') as HTMLInputElement).value).toBe('A thought');
    escape();
    fireEvent.click(screen.getByText('Discard it'));
    expect(close).toHaveBeenCalledOnce();
  });
  it('does not send the form by a press of "Keep writing"', () => {
    render(
      <Dialog
        title="Note"
        isOpen
        onClose={() => {}}
        foot={
          <>
            {null}
            <Button>Cancel</Button>
            <Button type="submit" form="note">
              Save
            </Button>
          </>
        }
      >
        <form id="note">
          <TextField label="Text" />
        </form>
      </Dialog>,
    );
    write('Text', 'A thought');
    escape();
    // A browser ends a press on the button in which it began: that one must not have become "Save".
    const pressed = screen.getByText('Keep writing').closest('button');
    fireEvent.click(screen.getByText('Keep writing'));
    expect(screen.getByText('Save')).toBeTruthy();
    expect(pressed?.isConnected).toBe(false);
  });
  it('does not ask once the text is as it was, nor for a password', () => {
    const close = vi.fn();
    render(<Note onClose={close} was="As it stood" />);
    write('Text', 'Another');
    write('Text', 'As it stood');
    write('Secret', 'hunter2');
    escape();
    expect(close).toHaveBeenCalledOnce();
  });
});
