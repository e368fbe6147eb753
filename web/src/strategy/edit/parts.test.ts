import { describe, expect, it } from 'vitest';
import { firstPart, nameToMake, partOptions, unnamed } from './parts';

describe('the choice of a part of the map', () => {
  const parts = [{ id: 'l1', name: 'Customers' }];

  it('offers what is there and a new one', () =>
    expect(partOptions(parts, ['Staff'], 'New perspective…').map((one) => one.label)).toEqual([
      'Customers',
      'New perspective…',
    ]));
  it('suggests while there is nothing, so that nobody ends at an empty list', () => {
    const options = partOptions([], ['Staff', 'Owners'], 'New perspective…');
    expect(options.map((one) => one.label)).toEqual(['Staff', 'Owners', 'New perspective…']);
    expect(firstPart(undefined, [], ['Staff', 'Owners']).id).toBe(options[0]?.id);
  });
  it('begins with the neighbour, then the first', () => {
    expect(firstPart('l9', parts, []).id).toBe('l9');
    expect(firstPart(undefined, parts, []).id).toBe('l1');
  });
  it('knows what has to be made first', () => {
    expect(nameToMake({ id: 'l1', name: '' })).toBeNull();
    expect(nameToMake({ id: 'new', name: ' Owners ' })).toBe('Owners');
    expect(nameToMake(firstPart(undefined, [], ['Staff']))).toBe('Staff');
    expect(unnamed({ id: 'new', name: ' ' })).toBe(true);
    expect(unnamed({ id: 'l1', name: '' })).toBe(false);
  });
});
