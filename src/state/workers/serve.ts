import type { FromWorker, ToWorker } from './messages.ts';
import { nextTask } from './nextTask.ts';

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
        else if (error instanceof Superseded) say({ kind: 'superseded', id });
        else throwOutside(error);
      },
    );
  });
  say({ kind: 'ready' });
}

class Superseded extends Error {
  override readonly name = 'Superseded';
}

/** Where an answer is shown. Of several questions for one place only the newest is answered. */
export interface Placed {
  readonly place: string;
}

/** Lets other questions have their turn. Rejects once there is a newer question for the same place: the answer is given up. */
export type Turn = () => Promise<void>;

/** `tell` says what is known before all of it is. */
export type AnsweringInTurns<Question, Answer> = (
  question: Question,
  turn: Turn,
  tell: (partial: Answer) => void,
) => Promise<Answer>;

/**
 * As `serveQuestions`, of questions that are about one place each. A question that a newer one has replaced is not begun, or given
 * up at its next turn. Long answers that take turns hold up no others.
 */
export function serveLatest<Question extends Placed, Answer>(
  answer: AnsweringInTurns<Question, Answer>,
): void {
  const latest = new Map<string, Question>();
  serveQuestions<Question, Answer>(async (question, reply) => {
    latest.set(question.place, question);
    const turn = async () => {
      await nextTask();
      if (latest.get(question.place) !== question) throw new Superseded();
    };
    try {
      // What has arrived with it is heard first: it may be what replaces it.
      await turn();
      reply(await answer(question, turn, (partial) => reply(partial, false)), true);
    } finally {
      if (latest.get(question.place) === question) latest.delete(question.place);
    }
  });
}

/** A rejection would stay within the worker; this reaches the page as an error of the worker. */
function throwOutside(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
