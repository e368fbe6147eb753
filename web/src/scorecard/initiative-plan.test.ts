import { describe, expect, it } from 'vitest';
import { amount, planChange } from './initiative-plan';

describe('an amount', () => {
  it.each([
    ['900000', 900000],
    ['900,000', 900000],
    ['1,250,000', 1250000],
    ['900 000.50', 900000.5],
    ['€ 12', 12],
    ['12,5', 12.5],
    ['', null],
    ['  ', null],
  ])('%s', (text, value) => expect(amount(text)).toBe(value));
  it.each(['a lot', '-5', '1.2.3'])('%s is none', (text) => expect(amount(text)).toBeNaN());
});

describe('the plan of an initiative', () => {
  const draft = { start: '2009-01-01', due: '2009-12-31', budget: '900,000', cost: '' };
  it('is sent with what was emptied', () =>
    expect(planChange(draft)).toEqual({
      change: { start: '2009-01-01', due: '2009-12-31', budget: 900000, cost: null },
    }));
  it('says what is wrong at its field', () => {
    const wrong = planChange({ ...draft, due: '2008-12-31', cost: 'much' });
    expect('errors' in wrong && Object.keys(wrong.errors).sort()).toEqual(['cost', 'due']);
  });
});
