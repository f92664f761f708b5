import type { CheckAnswer, CheckedText, CheckRequest } from './protocol.ts';
import checkWorker from './worker.ts?worker&url';

export interface Listener {
  onAnswer(answer: CheckAnswer): void;
  onFailure(): void;
}

interface Open {
  readonly worker: Worker;
  readonly listeners: Map<number, Listener>;
}

const addresses = window.trustedTypes?.createPolicy('checks', { createScriptURL: (address) => address });

let open: Open | undefined;
let nextId = 0;

/** Starts the worker, or gives the one that runs. One that has failed is dropped, so that the next request starts anew. */
function running(): Open {
  if (open) return open;
  const worker = new Worker(addresses?.createScriptURL?.(checkWorker) ?? checkWorker, {
    type: 'module',
    name: 'checks',
  });
  const listeners = new Map<number, Listener>();
  worker.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => {
    const listener = listeners.get(data.id);
    if (data.done) listeners.delete(data.id);
    listener?.onAnswer(data);
  });
  worker.addEventListener('error', () => {
    worker.terminate();
    open = undefined;
    for (const listener of listeners.values()) listener.onFailure();
  });
  open = { worker, listeners };
  return open;
}

/** Checks texts in the worker. Answers until `done`, or tells once that it failed; nothing after it was cancelled. */
export function checkTexts(texts: readonly CheckedText[], listener: Listener): () => void {
  const id = nextId;
  nextId += 1;
  const { worker, listeners } = running();
  listeners.set(id, listener);
  const request: CheckRequest = { id, texts, catalog: new URL('catalog/', document.baseURI).href };
  worker.postMessage(request);
  return () => listeners.delete(id);
}
