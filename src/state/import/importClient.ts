import type { WorkerFailure } from '../workers/messages.ts';
import { onceStarted, startWorker } from '../workers/startWorker.ts';
import { supervise } from '../workers/supervise.ts';
import type { ImportAnswer, ImportQuestion } from './importProtocol.ts';
import importWorker from './importWorker.ts?worker&url';

/** The largest texts take some seconds on a slow computer. */
const SILENT_AFTER_MS = 30_000;

const start = () =>
  supervise<ImportQuestion, ImportAnswer>({
    create: () => startWorker(importWorker, 'import'),
    silentAfter: SILENT_AFTER_MS,
    later: onceStarted,
  });

/** One for each kind of question: a text that ends its worker takes no other question along. */
const workers = { read: start(), recognize: start(), effect: start(), files: start() };

/** Starts the reading of texts anew where it gives no answer. */
export const restartReading = (): void => workers.read.restart();

/**
 * Asks a worker, and reports its answer or why there is none; after `silent` an answer may still come, and nothing comes after it was
 * canceled. A text that is given up while it is read ends its worker, so that the next one need not wait.
 */
export const askImport = (
  question: ImportQuestion,
  onAnswer: (answer: ImportAnswer) => void,
  onFailure: (failure: WorkerFailure) => void,
): (() => void) =>
  workers[question.ask].ask(
    question,
    { onAnswer, onFailure },
    { endsWorker: question.ask === 'read' || question.ask === 'files' },
  );
