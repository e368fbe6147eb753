import { describe, expect, it } from 'vitest';
import { deviceOf } from './device';

describe('deviceOf', () => {
  it('names browser and system', () => {
    const agent =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
    expect(deviceOf(agent)).toBe('Chrome on Windows');
  });
  it('says what it was told when it knows neither', () => expect(deviceOf('robot')).toBe('robot'));
});
