import { useRef, useState } from 'react';
import { freshKey, query } from '@/api/client';
import { undo, words } from '@/api/edits';
import { apply } from '@/api/events';
import type { Changed } from '@/api/types';
import { upload } from '@/api/upload';
import { toast } from '@/components/toasts';
import type { About } from '@/discussion/types';
import { t } from '@/i18n/t';
import { size } from './size';

export type Sending = { key: string; file: File; part: number; problem: string; mayTryAgain: boolean };

/** The server takes two files of one person at a time. */
const atOnce = 2;

/** Sends files to one thing, a few at a time, and keeps what is on its way and what did not arrive. */
export function useUploads(slug: string, about: About, largest: number) {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const before = useRef<Promise<unknown>>(Promise.resolve());
  const change = (key: string, to: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const forget = (key: string) => setSending((all) => all.filter((one) => one.key !== key));

  async function send({ key, file }: Sending): Promise<Changed | null> {
    change(key, { part: 0, problem: '', mayTryAgain: false });
    try {
      const path = `/alliances/${slug}/files${query({ about, name: file.name })}`;
      const made = await upload<Changed>({ path, file, key, onProgress: (part) => change(key, { part }) });
      forget(key);
      apply({});
      return made;
    } catch (error) {
      const refused = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0;
      const final = refused >= 400 && refused < 500 && refused !== 429;
      change(key, { problem: words(error), mayTryAgain: !final });
      return null;
    }
  }

  function say(made: readonly Changed[]): void {
    if (made.length === 0) return;
    toast({
      text: t('files.attached', '{n} {n|file|files} attached', { n: made.length }),
      undo: () => undo(...made.map((one) => one.act.id)),
    });
  }

  async function add(files: readonly File[]): Promise<void> {
    const fresh = files.map((file): Sending => {
      const problem =
        file.size > largest
          ? t('files.tooLarge', 'Larger than {size}. Make it smaller, or attach it in parts.', { size: size(largest) })
          : file.size === 0
            ? t('files.empty', 'This file is empty.')
            : '';
      return { key: freshKey(), file, part: 0, problem, mayTryAgain: false };
    });
    setSending((all) => [...all, ...fresh]);
    const waiting = fresh.filter((one) => !one.problem);
    const made: Changed[] = [];
    const work = async () => {
      for (let one = waiting.shift(); one; one = waiting.shift()) {
        const done = await send(one);
        if (done) made.push(done);
      }
    };
    // What is added while others are on their way waits for them.
    const turn = before.current.then(() => Promise.all(Array.from({ length: atOnce }, work)));
    before.current = turn;
    await turn;
    say(made);
  }

  async function tryAgain(one: Sending): Promise<void> {
    const made = await send(one);
    say(made ? [made] : []);
  }

  return { sending, add, tryAgain, forget };
}
