import { describe, expect, it } from 'vitest';
import { addressOf, linkTo, pageOf, pageWord } from './address';

describe('the address of a filter', () => {
  it('leaves the alliance out, and what is of the moment only', () => {
    expect(addressOf('/a/x-1/map', { knock: '1', mode: 'edit' }, 'x-1')).toBe('/map?knock=1');
    expect(addressOf('/a/x-1/', {}, 'x-1')).toBe('/');
    expect(addressOf('/a/x-1', { period: '2009-Q4' }, 'x-1')).toBe('/?period=2009-Q4');
  });
  it('is the whole outside alliances', () =>
    expect(addressOf('/alliances', { light: 'red', q: 'a b' }, '')).toBe('/alliances?light=red&q=a+b'));
  it('leads back to where it came from', () => {
    for (const address of ['/map?knock=1', '/', '/?period=2009-Q4', '/scorecards/abc'])
      expect(addressOf(linkTo(address, 'x-1').split('?')[0] ?? '', Object.fromEntries(new URLSearchParams(linkTo(address, 'x-1').split('?')[1])), 'x-1')).toBe(address);
    expect(linkTo('/search?q=trust', '')).toBe('/search?q=trust');
  });
  it('is of a page', () => {
    expect(pageOf('/scorecards/abc?period=2009')).toBe('scorecards');
    expect(pageOf('/?period=2009')).toBe('');
    const pages = [
      { to: '/a/$alliance', label: 'Overview' },
      { to: '/a/$alliance/activity', label: 'Activity' },
    ];
    expect(pageWord('/activity?space=x', 'x-1', pages)).toBe('Activity');
    expect(pageWord('/?period=2009', 'x-1', pages)).toBe('Overview');
    expect(pageWord('/o/abc', 'x-1', pages)).toBe('Objectives');
    expect(pageWord('/alliances', '', [])).toBe('Alliances');
    expect(pageWord('/', '', [])).toBe('Home');
  });
});
