/// <reference lib="webworker" />
// One event stream for all tabs of a person: a browser allows only six connections to a server over HTTP/1.1.
const ports = new Set<MessagePort>();
let source: EventSource | null = null;

function open(url: string): void {
  if (source && source.readyState !== EventSource.CLOSED) return;
  source = new EventSource(url);
  let opened = false;
  source.addEventListener('open', () => {
    if (opened) for (const port of ports) port.postMessage({}); // nobody knows what was missed while it was away
    opened = true;
  });
  source.addEventListener('changed', (event) => {
    const change: unknown = JSON.parse((event as MessageEvent<string>).data);
    for (const port of ports) port.postMessage(change);
  });
}

function close(port: MessagePort): void {
  ports.delete(port);
  if (ports.size > 0) return;
  source?.close();
  source = null;
}

(self as unknown as SharedWorkerGlobalScope).onconnect = ({ ports: [port] }) => {
  if (!port) return;
  ports.add(port);
  port.onmessage = ({ data }: MessageEvent<{ open?: string; close?: boolean }>) => {
    if (data.open) open(data.open);
    if (data.close) close(port);
  };
};
