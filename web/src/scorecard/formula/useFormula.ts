import { useEffect, useRef, useState } from 'react';
import { ApiError, call } from '@/api/client';
import type { FormulaAnswer, FormulaQuestion, Id } from '@/api/types';

const pause = 140;

/**
 * What the server says to the formula as it stands; asked again a moment after each change. The last answer stays until
 * the next one comes. `of` is the text that the answer is about.
 */
export function useFormula(alliance: Id, question: FormulaQuestion) {
  const [answer, setAnswer] = useState<(FormulaAnswer & { of: string; caret: number }) | null>(null);
  const [trouble, setTrouble] = useState('');
  const key = JSON.stringify(question);
  const first = useRef(true);
  useEffect(() => {
    const stop = new AbortController();
    const asked = JSON.parse(key) as FormulaQuestion;
    const wait = setTimeout(
      async () => {
        try {
          const body = await call<FormulaAnswer>('POST', `/alliances/${alliance}/formula`, {
            body: asked,
            signal: stop.signal,
          });
          setAnswer({ ...body, of: asked.text, caret: asked.caret ?? asked.text.length });
          setTrouble('');
        } catch (error) {
          if (!stop.signal.aborted) setTrouble(error instanceof ApiError ? error.message : String(error));
        }
      },
      first.current ? 0 : pause,
    );
    first.current = false;
    return () => {
      stop.abort();
      clearTimeout(wait);
    };
  }, [alliance, key]);
  return { answer, trouble };
}
