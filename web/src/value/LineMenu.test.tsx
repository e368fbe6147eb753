import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { LineMenu } from './LineMenu';

// A busy machine is no failure.
configure({ asyncUtilTimeout: 30_000 });

const removed = vi.hoisted(() => vi.fn());
vi.mock('@/api/edits', () => ({ tryEdit: removed }));
afterEach(cleanup);

it('changes or removes what it stands at, in the version that was read', async () => {
  const change = vi.fn();
  render(<LineMenu label="Change or remove this hope" of="Fast studies" onChange={change} path="/hopes/1" version={3} removed="Hope removed" />);
  const choose = async (name: string) => {
    fireEvent.click(screen.getByRole('button', { name: 'Change or remove this hope' }));
    fireEvent.click(await screen.findByRole('menuitem', { name }));
    await waitFor(() => expect(screen.queryByRole('menuitem')).toBeNull());
  };
  await choose('Change');
  expect(change).toHaveBeenCalledOnce();
  expect(removed).not.toHaveBeenCalled();
  await choose('Remove');
  expect(removed).toHaveBeenCalledWith({ method: 'DELETE', path: '/hopes/1', version: 3, said: 'Hope removed' });
});
