import type { Problem } from './types';

export const base = '/api/v1';

/** A refused or failed request, with the server's reasons. `fields` carry the path of each wrong value. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: Problem['fields'] = [],
    readonly request = '',
  ) {
    super(message);
  }

  /** The message for the field at `path`, to be shown at the field itself. */
  field(path: string): string | undefined {
    return this.fields.find((field) => field.path === path)?.message;
  }
}

/** A key for a request that must not happen twice. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

// What was sent and is not known to have arrived: the same request, sent again, carries the same key, so that the server
// does nothing twice and gives the first answer again.
const unanswered = new Map<string, string>();

let csrf = '';

/** Kept from `Me`: sent with each request that changes something. */
export function setCsrf(token: string): void {
  csrf = token;
}

export const csrfToken = () => csrf;

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
export type Options = {
  body?: unknown;
  /** Sent as it is, for files; `type` is its media type. */
  raw?: { content: string | Blob; type: string };
  /** The record's version that was read: the server refuses the change if somebody else was faster. */
  version?: number | undefined;
  signal?: AbortSignal | undefined;
};

/** One request to the API. `path` starts below /api/v1. Throws `ApiError`. */
export async function call<T>(method: Method, path: string, options: Options = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (method !== 'GET') headers['X-CSRF-Token'] = csrf;
  if (options.raw) headers['Content-Type'] = options.raw.type;
  else if (method !== 'GET' && method !== 'DELETE') headers['Content-Type'] = 'application/json';
  if (options.version !== undefined) headers['If-Match'] = `"${options.version}"`;
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (options.raw) init.body = options.raw.content;
  else if (method !== 'GET' && method !== 'DELETE') init.body = JSON.stringify(options.body ?? {});
  if (options.signal) init.signal = options.signal;
  const sent = init.body instanceof Blob ? init.body.size : init.body;
  const same = method === 'POST' ? `${path}\n${sent}` : '';
  if (same) {
    const key = unanswered.get(same) ?? freshKey();
    unanswered.set(same, key);
    headers['Idempotency-Key'] = key;
  }
  const answer = await send(`${base}${path}`, init);
  // A failing server may have done it, or not: only a clear answer ends the matter.
  if (same && answer.status < 500) unanswered.delete(same);
  if (!answer.ok) throw await problem(answer);
  if (answer.status === 204) return undefined as T;
  return (await answer.json()) as T;
}

export const get = <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, { signal });

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, 'offline', 'The server does not answer. Your work is still here; try again in a moment.');
  }
}

export async function problem(answer: Response): Promise<ApiError> {
  try {
    const it = (await answer.json()) as Partial<Problem>;
    const words = it.detail || it.title || `The server answered ${answer.status}.`;
    return new ApiError(answer.status, it.code ?? '', words, it.fields ?? [], it.request ?? '');
  } catch {
    return new ApiError(answer.status, '', `The server answered ${answer.status}.`);
  }
}

/** "?a=1&b=2" from what is given; empty values are left out. */
export function query(values: Record<string, string | number | undefined | null>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  if (given.length === 0) return '';
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}
