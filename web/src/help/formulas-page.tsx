import './formulas-page.css';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { base } from '@/api/client';
import { Skeleton } from '@/components/Skeleton';
import { t } from '@/i18n/t';
import { Content } from '@/shell/Content';
import { Failed } from '@/shell/Trouble';
import { useTitle } from '@/shell/title';
import { type Block, blocksOf, codeParts } from './blocks';

async function reference(signal: AbortSignal): Promise<string> {
  const answer = await fetch(`${base}/formula-reference`, { signal, credentials: 'same-origin' });
  if (!answer.ok) throw new Error(t('help.failed', 'The reference cannot be read just now.'));
  return answer.text();
}

/** How formulas are written, and all functions: the server's own text. */
export function FormulasPage() {
  const { data, error } = useQuery({
    queryKey: ['formula-reference'],
    queryFn: ({ signal }) => reference(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  useTitle(t('help.formulas', 'Formulas'));
  if (error && !data) return <Failed error={error} />;
  return (
    <Content>
      <article className="reference">
        {data ? <Parts blocks={blocksOf(data)} /> : <Skeleton lines={14} />}
      </article>
    </Content>
  );
}

/** Each table is called after the heading above it. */
function Parts({ blocks }: { blocks: Block[] }) {
  let heading = '';
  return blocks.map((block, index) => {
    if (block.kind === 'heading') heading = block.text;
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
    return <Part key={index} block={block} name={heading} />;
  });
}

function Part({ block, name }: { block: Block; name: string }) {
  switch (block.kind) {
    case 'heading': {
      const Head = `h${Math.min(4, block.level)}` as 'h1' | 'h2' | 'h3' | 'h4';
      return (
        <Head id={block.anchor}>
          <Words text={block.text} />
        </Head>
      );
    }
    case 'text':
      return (
        <p>
          <Words text={block.text} />
        </p>
      );
    case 'code':
      return <pre>{block.text}</pre>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>
              <Words text={item} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <section
          className="reference-table"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
          tabIndex={0}
          aria-label={name}
        >
          <table className="table">
            <thead>
              <tr>
                {block.head.map((cell) => (
                  <th key={cell} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row) => (
                <tr key={row[0]}>
                  {row.map((cell, index) => (
                    <td key={block.head[index]}>
                      <Words text={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      );
  }
}

function Words({ text }: { text: string }) {
  return codeParts(text).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line have no other name
    <Fragment key={index}>{index % 2 ? <code>{part}</code> : part.replace(/\\(.)/g, '$1')}</Fragment>
  ));
}
