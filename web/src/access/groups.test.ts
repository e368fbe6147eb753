import { describe, expect, it } from 'vitest';
import type { Access } from '@/api/types';
import { groups } from './groups';

describe('groups', () => {
  it('puts people with the same roles together, those who may do most first', () => {
    const rows: Access['rows'] = [
      { organisation: 'A', person: 'Ann', roles: ['employee'], may: ['sees'] },
      { organisation: 'A', person: 'Ben', roles: ['employee'], may: ['sees'] },
      { organisation: 'A', person: 'Cleo', roles: ['sponsor'], may: ['sees', 'comments'] },
      { organisation: 'B', person: 'Dan', roles: ['employee'], may: ['sees'] },
    ];
    const [a, b] = groups(rows);
    expect(a?.groups.map((group) => group.people)).toEqual([['Cleo'], ['Ann', 'Ben']]);
    expect(b?.groups).toHaveLength(1);
  });
});
