import { describe, expect, it } from 'vitest';
import { lightsOf, otherLight, otherLights } from './joint';

const lit = (id: string, light: 'green' | 'yellow' | 'red' | 'grey') => ({ id, judgement: { light } });

describe('the lights of the joint view', () => {
  const card = {
    themes: [{ ...lit('t', 'green'), objectives: [{ ...lit('o', 'green'), measures: [lit('m', 'yellow')] }] }],
  };
  const joint = lightsOf(card);

  it('are those of themes, objectives and measures', () =>
    expect([...joint]).toEqual([
      ['t', 'green'],
      ['o', 'green'],
      ['m', 'yellow'],
    ]));
  it('are told where one’s own differ', () => {
    expect(otherLight(joint, lit('o', 'yellow'))).toBe('green');
    expect(otherLight(joint, lit('o', 'green'))).toBeUndefined();
    expect(otherLight(joint, lit('private', 'red'))).toBeUndefined();
    expect(otherLight(null, lit('o', 'yellow'))).toBeUndefined();
    expect([...otherLights(joint, [lit('o', 'red'), lit('m', 'yellow')])]).toEqual([['o', 'green']]);
  });
});
