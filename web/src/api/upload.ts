import { ApiError, base, csrfToken, problem } from './client';

/** A file on its way. `key` stays the same when it is sent again, so that it arrives once. */
export type Upload = { path: string; file: Blob; key: string; onProgress: (part: number) => void };

/** Sends a file as it is and tells how far it has come, from 0 to 1. Throws `ApiError`. */
export function upload<T>({ path, file, key, onProgress }: Upload): Promise<T> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${base}${path}`);
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-CSRF-Token', csrfToken());
    request.setRequestHeader('Idempotency-Key', key);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onerror = () =>
      failed(new ApiError(0, 'offline', 'The server does not answer. Try again in a moment.'));
    request.onload = () => {
      const answer = new Response(request.responseText, { status: request.status });
      (answer.ok ? answer.json().then(done) : problem(answer).then(failed)).catch(failed);
    };
    request.send(file);
  });
}
