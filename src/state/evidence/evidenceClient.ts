import type { WorkerFailure } from '../workers/messages.ts';
import { onceStarted, startWorker } from '../workers/startWorker.ts';
import { supervise } from '../workers/supervise.ts';
import type { EvidenceAnswer, EvidenceQuestion, PostedQuestion } from './evidenceProtocol.ts';
import evidenceWorker from './evidenceWorker.ts?worker&url';

/** Not the worker of the checks: nothing that is tested or compared holds up the findings of what is typed. */

const SILENT_AFTER_MS = 20_000;

const worker = supervise<PostedQuestion, EvidenceAnswer>({
  create: () => startWorker(evidenceWorker, 'evidence'),
  silentAfter: SILENT_AFTER_MS,
  later: onceStarted,
});

/** Starts the worker anew where it gives no answer. */
export const restartEvidence = (): void => worker.restart();

/**
 * Asks the worker, and reports its answer or why there is none; after `silent` an answer may still come. Gives a function that
 * cancels. Who asks anew for the same place cancels the older question.
 */
export const askEvidence = (
  question: EvidenceQuestion,
  onAnswer: (answer: EvidenceAnswer) => void,
  onFailure: (failure: WorkerFailure) => void,
): (() => void) =>
  worker.ask({ ...question, catalog: new URL('catalog/', document.baseURI).href }, { onAnswer, onFailure });
