import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Markdown } from './markdown';

const anna = { id: '0123456789abcdefghjk', name: 'Anna Verbeke' };
const html = (text: string) => render(<Markdown text={text} people={[anna]} />).container.innerHTML;

describe('Markdown', () => {
  it('draws paragraphs, lists, quotations and code', () => {
    expect(html('One\ntwo\n\nthree')).toBe('<p>One<br>two</p><p>three</p>');
    expect(html('- a\n- b\n\n1. c')).toBe('<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>');
    expect(html('> said\n> so')).toBe('<blockquote>said<br>so</blockquote>');
    expect(html('```\n**not bold**\n```')).toBe('<pre>**not bold**</pre>');
  });
  it('draws bold, italic and code within a line', () => {
    expect(html('**a** *b* `c*d*`')).toBe('<p><strong>a</strong> <em>b</em> <code>c*d*</code></p>');
    expect(html('2 * 3 * 4')).toBe('<p>2 * 3 * 4</p>');
    expect(html('**open')).toBe('<p>**open</p>');
  });
  it('leaves HTML as text', () => {
    const { container } = render(<Markdown text={'<img src=x onerror=alert(1)> <script>a</script>'} people={[]} />);
    expect(container.querySelector('img, script')).toBeNull();
    expect(container.textContent).toBe('<img src=x onerror=alert(1)> <script>a</script>');
  });
  it('links to https only', () => {
    const { container } = render(
      <Markdown text={'[a](https://a.example/x) [b](javascript:alert(1)) [c](http://c.example) [d](//d.example)'} people={[]} />,
    );
    expect([...container.querySelectorAll('a')].map((a) => a.getAttribute('href'))).toEqual(['https://a.example/x']);
  });
  it('shows the name that the server knows, not the one that was typed', () => {
    expect(html(`@[The boss](${anna.id})!`)).toBe('<p><span class="mention">@Anna Verbeke</span>!</p>');
    expect(html('@[The boss](zzzzzzzzzzzzzzzzzzzz)')).toBe('<p>@[The boss](zzzzzzzzzzzzzzzzzzzz)</p>');
  });
});
