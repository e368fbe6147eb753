import { Fragment, type ReactNode } from 'react';
import type { Person } from './types';

/**
 * A small part of Markdown, as elements and never as HTML: paragraphs, lists, quotations, code, bold, italic, links to https
 * addresses, and mentions. What is not one of these stays as it was typed. A mention shows the name of the person that the
 * server knows under its identifier, never the name that was typed.
 */
export function Markdown({ text, people }: { text: string; people: readonly Person[] }) {
  return <>{blocks(text).map((block, index) => draw(block, index, people))}</>;
}

type Block =
  | { kind: 'text' | 'quote' | 'code'; lines: string[] }
  | { kind: 'list'; ordered: boolean; lines: string[] };

const bullet = /^\s{0,3}[-*+]\s+/;
const numbered = /^\s{0,3}\d{1,3}[.)]\s+/;

function kindOf(line: string): 'quote' | 'bullet' | 'numbered' | 'text' {
  if (line.startsWith('>')) return 'quote';
  if (bullet.test(line)) return 'bullet';
  return numbered.test(line) ? 'numbered' : 'text';
}

export function blocks(text: string): Block[] {
  const out: Block[] = [];
  let open: { kind: string; block: Block } | null = null;
  let fence: string[] | null = null;
  for (const line of text.split('\n')) {
    if (line.trimStart().startsWith('```')) {
      if (fence) fence = null;
      else {
        fence = [];
        out.push({ kind: 'code', lines: fence });
      }
      open = null;
    } else if (fence) {
      fence.push(line);
    } else if (line.trim() === '') {
      open = null;
    } else {
      const kind = kindOf(line);
      if (!open || open.kind !== kind) {
        const block: Block =
          kind === 'bullet' || kind === 'numbered'
            ? { kind: 'list', ordered: kind === 'numbered', lines: [] }
            : { kind, lines: [] };
        open = { kind, block };
        out.push(block);
      }
      open.block.lines.push(
        kind === 'quote'
          ? line.replace(/^>\s?/, '')
          : kind === 'text'
            ? line
            : line.replace(kind === 'bullet' ? bullet : numbered, ''),
      );
    }
  }
  return out;
}

function draw(block: Block, key: number, people: readonly Person[]): ReactNode {
  const lines = () =>
    block.lines.map((line, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no other name
      <Fragment key={index}>
        {index > 0 && <br />}
        {inline(line, people)}
      </Fragment>
    ));
  if (block.kind === 'code') return <pre key={key}>{block.lines.join('\n')}</pre>;
  if (block.kind === 'quote') return <blockquote key={key}>{lines()}</blockquote>;
  if (block.kind !== 'list') return <p key={key}>{lines()}</p>;
  const List = block.ordered ? 'ol' : 'ul';
  return (
    <List key={key}>
      {block.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text have no other name
        <li key={index}>{inline(line, people)}</li>
      ))}
    </List>
  );
}

// One mark at a time, the leftmost first: code, mention, link, bold, italic.
const marks =
  /`([^`]+)`|@\[([^\]\n[]+)\]\(([0-9a-z]{20})\)|\[([^\]\n]+)\]\((https:\/\/[^\s)]+)\)|\*\*([^*\n]+(?:\*[^*\n]+)*)\*\*|\*([^\s*][^*\n]*)\*/;

export function inline(text: string, people: readonly Person[]): ReactNode[] {
  const out: ReactNode[] = [];
  let rest = text;
  for (let key = 0; rest; key++) {
    const found = marks.exec(rest);
    if (!found) break;
    if (found.index > 0) out.push(rest.slice(0, found.index));
    const [whole, code, name, person, words, address, strong, italic] = found;
    const known = person ? people.find((one) => one.id === person) : undefined;
    if (code) out.push(<code key={key}>{code}</code>);
    else if (name)
      out.push(
        known ? (
          <span key={key} className="mention">
            @{known.name}
          </span>
        ) : (
          whole
        ),
      );
    else if (address)
      out.push(
        <a key={key} href={address} target="_blank" rel="noopener noreferrer nofollow">
          {words}
        </a>,
      );
    else if (strong) out.push(<strong key={key}>{inline(strong, people)}</strong>);
    else if (italic) out.push(<em key={key}>{inline(italic, people)}</em>);
    rest = rest.slice(found.index + whole.length);
  }
  if (rest) out.push(rest);
  return out;
}
