import { expect, it } from 'vitest';
import { size } from './size';

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1000, '1 kB'],
  [829_600, '830 kB'],
  [1_250_000, '1.3 MB'],
  [20_000_000, '20 MB'],
  [1_000_000_000, '1 GB'],
])('%i bytes are %s', (bytes, words) => expect(size(bytes)).toBe(words));
