import { expect, it } from 'vitest';
import { partsOf } from './link';

it('takes a link apart', () => {
  expect(partsOf('/a/x/o/y')).toEqual({ to: '/a/x/o/y', search: {} });
  expect(partsOf('/a/x/m/y?enter=2008-06')).toEqual({ to: '/a/x/m/y', search: { enter: '2008-06' } });
  expect(partsOf('/a/x/o/y#comment-z')).toEqual({ to: '/a/x/o/y', search: {}, hash: 'comment-z' });
  expect(partsOf('/p?q=a+b&c=%C3%A9#h')).toEqual({ to: '/p', search: { q: 'a b', c: 'é' }, hash: 'h' });
});
