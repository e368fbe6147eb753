import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { RecordItem } from '@/api/types';
import { ActLine } from './ActLine';

vi.mock('./names', () => ({ useNames: () => new Map([['xkx8qwd9kx8xe06ya7xq', 'North']]) }));
afterEach(cleanup);

const item = {
  act: '1', person: 'Anna', organisation: 'North', sentence: 'changed benefit Fewer sites', at: '2008-06-30T09:00:00Z', channel: 'screen',
  space_name: 'Shared', leaf: 7, hash: 'abcdefghijklmnopqrstuvwxyz', link: null, undoable: false,
  changes: [{ field: 'amounts', before: null, after: '[{"amount":1080000,"currency":"EUR","party":"xkx8qwd9kx8xe06ya7xq"}]' }],
} as unknown as RecordItem;

it('opens to a table of what changed; the text of the record is folded below it', () => {
  render(<ActLine item={item} />);
  fireEvent.click(screen.getByRole('button', { name: 'Details of this act' }));
  const table = screen.getByRole('table', { name: 'What changed' });
  expect(within(table).getAllByRole('columnheader').map((one) => one.textContent)).toEqual(['What', 'Before', 'After']);
  expect(within(table).getAllByRole('row').slice(1).map((row) => row.textContent)).toEqual([
    'Amounts 1: amount–1,080,000',
    'Amounts 1: currency–EUR',
    'Amounts 1: party–North',
  ]);
  const folded = screen.getByText('As it stands in the record').closest('details') as HTMLDetailsElement;
  expect(folded.open).toBe(false);
  expect(folded.textContent).toContain('"party":"xkx8qwd9kx8xe06ya7xq"');
});
