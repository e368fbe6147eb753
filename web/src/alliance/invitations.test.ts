import { describe, expect, it } from 'vitest';
import type { Alliance } from '@/api/types';
import { asWhat } from './Invitations';

const parties = [{ id: 'p2', name: 'Halden Clinical' }] as Alliance['parties'];

describe('what somebody is asked to be', () => {
  it('is a role on one’s own side', () =>
    expect(asWhat({ kind: 'person', role: 'team_member', party: null }, parties)).toBe('Team member'));
  it('is the first of an organisation on another', () => {
    expect(asWhat({ kind: 'partner', role: null, party: 'p2' }, parties)).toContain('Halden Clinical');
    expect(asWhat({ kind: 'neutral', role: null, party: 'unknown' }, parties)).toBe('A neutral third');
  });
});
