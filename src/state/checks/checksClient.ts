import type { WorkerFailure } from '../workers/messages.ts';
import { onceStarted, startWorker } from '../workers/startWorker.ts';
import { type SupervisedWorker, supervise } from '../workers/supervise.ts';
import type { CheckAnswer, CheckedText, CheckQuestion, CheckResult } from './checksProtocol.ts';
import checkWorker from './checksWorker.ts?worker&url';

/** What is known of several texts: each has a result or the reason why it has none. */
export interface CheckOutcome {
  readonly results: readonly CheckResult[];
  /** Key of a text → why it was not checked. */
  readonly failures: Readonly<Record<string, WorkerFailure>>;
  /** Number of rules that were applied. */
  readonly rules: number;
  /** False while data of services is loading or a worker gives no answer: another outcome may follow. */
  readonly done: boolean;
}

const SILENT_AFTER_MS = 20_000;

const worker = supervise<CheckQuestion, CheckAnswer>({
  create: () => startWorker(checkWorker, 'checks'),
  silentAfter: SILENT_AFTER_MS,
  later: onceStarted,
});

/** Starts the checks anew where they give no answer. */
export const restartChecking = (): void => worker.restart();

/** Checks texts in the worker. Reports once all have a result or a failure, and again until `done`; nothing after it was canceled. */
export const checkTexts = (
  texts: readonly CheckedText[],
  report: (outcome: CheckOutcome) => void,
): (() => void) => askAll(worker, texts, new URL('catalog/', document.baseURI).href, report);

/** One question for each text: a text that ends the worker takes no other along. */
export function askAll(
  worker: Pick<SupervisedWorker<CheckQuestion, CheckAnswer>, 'ask'>,
  texts: readonly CheckedText[],
  catalog: string,
  report: (outcome: CheckOutcome) => void,
): () => void {
  const results = new Map<string, CheckResult>();
  const failures = new Map<string, WorkerFailure>();
  const unfinished = new Set(texts.map(({ key }) => key));
  let rules = 0;
  const tell = () => {
    if (texts.some(({ key }) => !results.has(key) && !failures.has(key))) return;
    const done = unfinished.size === 0;
    report({ results: [...results.values()], failures: Object.fromEntries(failures), rules, done });
  };
  const cancels = texts.map((text) =>
    worker.ask(
      { text, catalog },
      {
        onAnswer(answer, last) {
          rules = answer.rules;
          results.set(text.key, answer.result);
          failures.delete(text.key);
          if (last) unfinished.delete(text.key);
          tell();
        },
        onFailure(failure) {
          results.delete(text.key);
          failures.set(text.key, failure);
          if (failure !== 'silent') unfinished.delete(text.key);
          tell();
        },
      },
    ),
  );
  return () => {
    for (const cancel of cancels) cancel();
  };
}
