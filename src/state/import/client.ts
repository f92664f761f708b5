import type { ImportAnswer, ImportQuestion, ImportRequest } from './protocol.ts';
import importWorker from './worker.ts?worker&url';

/** One for each kind of question: a text that is given up with its worker takes no other question along. */
const running = new Map<ImportQuestion['ask'], Worker>();

/** Of the workers' policy: the page's own list of policies allows it more than once. */
const addresses = window.trustedTypes?.createPolicy('checks', { createScriptURL: (address) => address });

let nextId = 0;

/**
 * Asks a worker, and tells its answer or that it failed; nothing after it was cancelled. A text that is given up while it is read
 * ends its worker, so that the next one need not wait.
 */
export function askImport(
  question: ImportQuestion,
  onAnswer: (answer: ImportAnswer) => void,
  onFailure: () => void,
): () => void {
  nextId += 1;
  const id = nextId;
  const worker = running.get(question.ask) ?? start();
  running.set(question.ask, worker);
  let open = true;
  const settle = (tell: () => void) => {
    open = false;
    worker.removeEventListener('message', hear);
    worker.removeEventListener('error', fail);
    tell();
  };
  const hear = ({ data }: MessageEvent<ImportAnswer>) => {
    if (data.id === id) settle(() => onAnswer(data));
  };
  const fail = () => {
    end(worker);
    settle(onFailure);
  };
  worker.addEventListener('message', hear);
  worker.addEventListener('error', fail);
  const request: ImportRequest = { ...question, id };
  worker.postMessage(request);
  return () => {
    if (!open) return;
    settle(() => {});
    if (question.ask === 'read') end(worker);
  };
}

const start = (): Worker =>
  new Worker(addresses?.createScriptURL?.(importWorker) ?? importWorker, { type: 'module', name: 'import' });

function end(worker: Worker): void {
  worker.terminate();
  for (const [ask, known] of running) if (known === worker) running.delete(ask);
}
