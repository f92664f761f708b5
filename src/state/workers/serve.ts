import type { FromWorker, ToWorker } from './messages.ts';

/** The worker's side: answers the questions of the page. */

/** Thrown by an answer whose data could not be loaded. */
export class NoData extends Error {
  override readonly name = 'NoData';
}

/** Calls `reply` once or more; the last time with `true`. */
export type Answering<Question, Answer> = (
  question: Question,
  reply: (answer: Answer, last: boolean) => void,
) => Promise<void>;

/**
 * Answers every question from now on, each as often as `reply` is called. An answer that throws ends the worker, which the page
 * then says, unless only its data could not be loaded.
 */
export function serveQuestions<Question, Answer>(answer: Answering<Question, Answer>): void {
  const say = (message: FromWorker<Answer>) => postMessage(message);
  addEventListener('message', ({ data: { id, question } }: MessageEvent<ToWorker<Question>>) => {
    answer(question, (given, last) => say({ kind: 'answer', id, answer: given, last })).catch(
      (error: unknown) => {
        if (error instanceof NoData) say({ kind: 'noData', id });
        else throwOutside(error);
      },
    );
  });
  say({ kind: 'ready' });
}

/** A rejection would stay within the worker; this reaches the page as an error of the worker. */
function throwOutside(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
