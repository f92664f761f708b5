import type { WorkerFailure } from '../workers/messages.ts';
import { onceStarted, startWorker } from '../workers/startWorker.ts';
import { supervise } from '../workers/supervise.ts';
import type { ActivityAnswer, ActivityQuestion } from './activityProtocol.ts';
import activityWorker from './activityWorker.ts?worker&url';

/** Ten thousands of calls take some seconds on a slow computer. */
const SILENT_AFTER_MS = 60_000;

const worker = supervise<ActivityQuestion, ActivityAnswer>({
  create: () => startWorker(activityWorker, 'activity'),
  silentAfter: SILENT_AFTER_MS,
  later: onceStarted,
});

/** A question without the address of the catalog, which is the page’s. */
export type AskedActivity = ActivityQuestion extends infer Question
  ? Question extends ActivityQuestion
    ? Omit<Question, 'catalog'>
    : never
  : never;

/** Starts the worker anew where it gives no answer. */
export const restartActivity = (): void => worker.restart();

/**
 * Asks the worker, and reports its answers or why there is none. Gives a function that cancels: reading ends with its worker, and with
 * that everything that was read.
 */
export const askActivity = (
  question: AskedActivity,
  onAnswer: (answer: ActivityAnswer) => void,
  onFailure: (failure: WorkerFailure) => void,
): (() => void) =>
  worker.ask(
    { ...question, catalog: new URL('catalog/', document.baseURI).href },
    { onAnswer, onFailure },
    { endsWorker: question.ask === 'read' },
  );
