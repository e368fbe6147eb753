import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { HistoryStrip, LightMark, LightPill, PartnerMark, ProgressBar, Sparkline, TrendMark, Wall, wallOrder } from '.';
import { textWidth, wrap } from './wrap';

const draw = renderToStaticMarkup;

describe('lights', () => {
  it('say each level by shape, and by word where they stand alone', () => {
    expect(draw(<LightMark state={{ light: 'green' }} label />)).toContain('aria-label="On track"');
    expect(draw(<LightMark state={{ light: 'green' }} />)).toContain('<circle class="pic-light-green"');
    expect(draw(<LightMark state={{ light: 'red' }} />)).toContain('<path class="pic-light-red"');
    expect(draw(<LightMark state={{ light: 'grey' }} label />)).toContain('No judgement');
  });

  it('draw a split light as both shapes and say so', () => {
    const picture = draw(<LightMark state={{ light: 'green', split: 'yellow' }} label />);
    expect(picture).toContain('pic-light-green');
    expect(picture).toContain('pic-light-yellow');
    expect(picture).toContain('On track, could be at risk');
  });

  it('mark what is stale, due, set by hand and disputed', () => {
    const picture = draw(
      <LightMark state={{ light: 'yellow', stale: true, due: true, overridden: true, flags: ['disputed'] }} label />,
    );
    for (const mark of ['pic-light-hatch', 'pic-light-due', 'pic-light-star', 'pic-light-disputed'])
      expect(picture).toContain(mark);
    expect(picture).toContain('value carried forward, new value due, set by hand, a value is disputed');
  });

  it('mark a contested light by a shape, and say the word beside it', () => {
    expect(draw(<LightMark state={{ light: 'green', flags: [] }} label />)).not.toContain('pic-light-contested');
    const mark = draw(<LightMark state={{ light: 'green', flags: ['contested'] }} label />);
    expect(mark).toContain('pic-light-contested');
    expect(mark).toContain('On track, contested');
    expect(draw(<LightPill state={{ light: 'green', flags: ['contested'] }} />)).toContain('>contested</span>');
  });

  it('carry their word in a pill', () => {
    expect(draw(<LightPill state={{ light: 'red' }} />)).toContain('Off track');
  });
});

describe('small pictures', () => {
  it('name a partner by its mark, not by colour', () => {
    expect(draw(<PartnerMark mark={{ letter: 'A', style: 'filled' }} name="Aldermere Pharma" />)).toContain(
      'Aldermere Pharma',
    );
    expect(draw(<PartnerMark mark={{ letter: 'L', style: 'square' }} />)).toContain('<rect');
  });

  it('say a trend in words', () => {
    expect(draw(<TrendMark trend="better" />)).toContain('getting better');
  });

  it('draw a sparkline with a gap as two stretches', () => {
    const cell = (value: number | null) => ({ value, state: value === null ? 'missing' : 'value', target: 5 });
    const picture = draw(<Sparkline cells={[cell(1), cell(2), cell(null), cell(4)]} />);
    expect(picture.match(/spark-line" d="([^"]+)"/)?.[1]?.match(/M/g)).toHaveLength(2);
    expect(picture).toContain('spark-join');
    expect(picture).toContain('spark-target');
  });

  it('say progress against the plan', () => {
    expect(draw(<ProgressBar progress={0.4} planned={0.6} />)).toContain('40\u202f% done, 60\u202f% planned');
  });

  it('tell the history of a light', () => {
    expect(
      draw(
        <HistoryStrip
          items={[
            { period: '2008-Q1', light: 'red' },
            { period: '2008-Q2', light: 'green' },
          ]}
        />,
      ),
    ).toContain('2008-Q1: off track; 2008-Q2: on track');
  });

  it('put the worst first on the wall', () => {
    const items = (['green', 'red', 'grey', 'yellow'] as const).map((light) => ({
      id: light,
      name: light,
      state: { light },
    }));
    expect(wallOrder(items).map((item) => item.id)).toEqual(['red', 'yellow', 'grey', 'green']);
    const wall = draw(
      <Wall
        groups={[{ id: 'r', name: 'Running', items }]}
        link={(item, mark, words) => (
          <a href={`/a/${item.id}`} aria-label={words}>
            {mark}
          </a>
        )}
      />,
    );
    expect(wall).toContain('aria-label="red: off track"');
  });
});

describe('text in pictures', () => {
  it('wraps to the room of each line', () => {
    const lines = wrap('Less time from last patient test to statistical report', [120, 130, 140], 12);
    expect(lines.length).toBeLessThanOrEqual(3);
    expect(lines.every((line, i) => textWidth(line, 12) <= ([120, 130, 140][i] as number))).toBe(true);
    expect(lines.join(' ')).toBe('Less time from last patient test to statistical report');
  });

  it('ends what does not fit in an ellipsis', () => {
    const lines = wrap('one two three four five six seven eight', [40, 40], 12);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/);
    expect(textWidth(lines[1] as string, 12)).toBeLessThanOrEqual(40);
  });

  it('cuts a word that is longer than its line, and gives nothing for nothing', () => {
    expect(wrap('Donaudampfschifffahrtsgesellschaft', [60], 12)[0]).toMatch(/…$/);
    expect(wrap('  ', [60], 12)).toEqual([]);
  });
});
