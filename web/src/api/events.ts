import { base } from './client';
import { client } from './client-query';

export type Change = { alliance?: string; etag?: string; what?: string[] };

const slugs = new Map<string, string>();

/** Events name an alliance by its identifier, queries by its slug. */
export function remember(slug: string, id: string): void {
  slugs.set(slug, id);
}

/** Marks what an event touched as out of date; what is on the screen is fetched again at once. */
export function apply(change: Change): void {
  client.invalidateQueries({
    predicate: ({ queryKey: [area, slug] }) => {
      if (area === 'home' || area === 'alliances' || area === 'inbox' || area === 'search') return true;
      if (area !== 'alliance') return false;
      return !change.alliance || slug === change.alliance || slugs.get(slug as string) === change.alliance;
    },
  });
}

/** Opens the stream of changes, one for all tabs where the browser can share a worker. Gives back how to stop. */
export function listen(): () => void {
  const url = `${base}/events`;
  if (typeof SharedWorker !== 'undefined') {
    try {
      const worker = new SharedWorker(new URL('./events-worker.ts', import.meta.url), {
        type: 'module',
        name: 'entente',
      });
      worker.port.onmessage = ({ data }) => gather(data as Change);
      worker.port.postMessage({ open: url });
      const close = () => worker.port.postMessage({ close: true });
      addEventListener('pagehide', close);
      return () => {
        removeEventListener('pagehide', close);
        close();
      };
    } catch {
      // Some browsers forbid shared workers in private windows: each tab listens for itself then.
    }
  }
  const source = new EventSource(url);
  let opened = false;
  source.addEventListener('open', () => {
    if (opened) gather({}); // nobody knows what was missed while the stream was away
    opened = true;
  });
  source.addEventListener('changed', (event) => gather(JSON.parse(event.data) as Change));
  return () => source.close();
}

// A busy alliance changes many times a second; the screens follow a few times a second.
let waiting: Change[] = [];
let timer = 0;

function gather(change: Change): void {
  waiting.push(change);
  if (timer) return;
  timer = window.setTimeout(() => {
    const all = waiting;
    waiting = [];
    timer = 0;
    const alliances = new Set(all.map((one) => one.alliance));
    for (const alliance of alliances) apply(alliance ? { alliance } : {});
  }, 250);
}
