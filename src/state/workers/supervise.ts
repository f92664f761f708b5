import type { FromWorker, ToWorker, WorkerFailure } from './messages.ts';

/**
 * Keeps a worker alive and says what it did not answer. One that cannot be created, fails to load or ends is started once more.
 * What it was working on is then asked one by one, so that the question that ends it is found, reported, and not asked again.
 */

export interface Listener<Answer> {
  onAnswer(answer: Answer, last: boolean): void;
  /** Final, except for `silent`: an answer may still come. */
  onFailure(failure: WorkerFailure): void;
}

export interface SupervisedWorker<Question, Answer> {
  /**
   * Asks a question. The listener hears of it later, never before this returns, and nothing after it was canceled. With
   * `endsWorker` a canceled question ends its worker, so that the next one need not wait for it.
   */
  ask(question: Question, listener: Listener<Answer>, options?: { readonly endsWorker: boolean }): () => void;
  /** Starts a worker that gives no answer anew, and asks again what it was asked. */
  restart(): void;
}

/** What is needed of a `Worker`. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

export interface Supervision {
  /** Starts a worker that uses the protocol of `serveQuestions`. May throw. */
  create(): WorkerLike;
  /** How long a worker that is at work may say nothing, in milliseconds. */
  readonly silentAfter: number;
  /** Calls later, and gives a function that cancels. */
  later(run: () => void, milliseconds: number): () => void;
}

interface Asked<Question, Answer> {
  readonly id: number;
  readonly question: Question;
  readonly endsWorker: boolean;
  listener: Listener<Answer> | undefined;
  /** How often the worker ended while this may have been what it worked on. */
  strikes: number;
  silent: boolean;
}

const MOST_STRIKES = 2;
const MOST_STARTS = 2;
/** Questions that ended the worker are remembered; of many only the latest. */
const MOST_REMEMBERED = 5;

export function supervise<Question, Answer>(supervision: Supervision): SupervisedWorker<Question, Answer> {
  const supervisor = new Supervisor<Question, Answer>(supervision);
  return {
    ask: (question, listener, options) => supervisor.ask(question, listener, options?.endsWorker ?? false),
    restart: () => supervisor.restart(),
  };
}

class Supervisor<Question, Answer> {
  readonly #supervision: Supervision;
  /** Without a final answer, in the order in which they came. */
  #open: Asked<Question, Answer>[] = [];
  /** Handed to the worker; also those that were canceled meanwhile, since it works on them all the same. */
  readonly #posted = new Set<Asked<Question, Answer>>();
  #worker: { readonly channel: WorkerLike; ready: boolean } | undefined;
  #failedStarts = 0;
  #stoppers: string[] = [];
  #nextId = 0;
  #stopTimer: (() => void) | undefined;

  constructor(supervision: Supervision) {
    this.#supervision = supervision;
  }

  ask(question: Question, listener: Listener<Answer>, endsWorker: boolean): () => void {
    const asked: Asked<Question, Answer> = {
      id: this.#nextId++,
      question,
      endsWorker,
      listener,
      strikes: 0,
      silent: false,
    };
    if (this.#hasStopped(question)) this.#fail(asked, 'stopped');
    else {
      this.#open.push(asked);
      this.#pump();
    }
    return () => this.#cancel(asked);
  }

  restart(): void {
    if (this.#worker) this.#ended();
  }

  #hasStopped(question: Question): boolean {
    return this.#stoppers.length > 0 && this.#stoppers.includes(JSON.stringify(question));
  }

  /** Hands on what waits: everything, or after the worker ended one question at a time. */
  #pump(): void {
    const waiting = this.#open.filter((asked) => !this.#posted.has(asked));
    if (waiting.length === 0 || !this.#start()) return;
    const isCareful = this.#open.some(({ strikes }) => strikes > 0);
    for (const asked of waiting) {
      if (isCareful && this.#posted.size > 0) break;
      this.#post(asked);
    }
    this.#watch();
  }

  /** Whether a worker runs, after starting one if there is none. */
  #start(): boolean {
    if (this.#worker) return true;
    try {
      const channel = this.#supervision.create();
      const worker = { channel, ready: false };
      this.#worker = worker;
      const isCurrent = () => this.#worker === worker;
      channel.addEventListener('message', ({ data }: MessageEvent<FromWorker<Answer>>) => {
        if (isCurrent()) this.#heard(data);
      });
      channel.addEventListener('error', () => isCurrent() && this.#ended());
      channel.addEventListener('messageerror', () => isCurrent() && this.#ended());
      return true;
    } catch {
      this.#startFailed();
      return false;
    }
  }

  #post(asked: Asked<Question, Answer>): void {
    const message: ToWorker<Question> = { id: asked.id, question: asked.question };
    try {
      this.#worker?.channel.postMessage(message);
      this.#posted.add(asked);
    } catch {
      // What cannot be copied to a worker cannot be answered by any.
      this.#drop(asked);
      this.#fail(asked, 'stopped');
    }
  }

  #heard(message: FromWorker<Answer>): void {
    if (this.#worker) this.#worker.ready = true;
    this.#failedStarts = 0;
    this.#stopWatching();
    for (const asked of this.#posted) asked.silent = false;
    if (message.kind !== 'ready') this.#answered(message);
    this.#pump();
    this.#watch();
  }

  #answered(message: Exclude<FromWorker<Answer>, { readonly kind: 'ready' }>): void {
    const asked = [...this.#posted].find(({ id }) => id === message.id);
    if (!asked) return;
    const { listener } = asked;
    if (message.kind !== 'answer' || message.last) this.#drop(asked);
    if (message.kind === 'noData') this.#fail(asked, 'noData');
    else if (message.kind === 'answer') listener?.onAnswer(message.answer, message.last);
  }

  /** The worker is gone: what it worked on is asked again, unless that has ended it before. */
  #ended(): void {
    const wasReady = this.#worker?.ready === true;
    const suspects = [...this.#posted];
    this.#discard();
    if (!wasReady) return this.#startFailed();
    for (const asked of suspects) {
      asked.strikes += 1;
      if (asked.strikes >= MOST_STRIKES && asked.listener) this.#giveUp(asked);
    }
    this.#pump();
  }

  #startFailed(): void {
    this.#failedStarts += 1;
    if (this.#failedStarts < MOST_STARTS) return this.#pump();
    this.#failedStarts = 0;
    const unanswered = this.#open;
    this.#open = [];
    for (const asked of unanswered) this.#fail(asked, 'notStarted');
  }

  #giveUp(asked: Asked<Question, Answer>): void {
    this.#stoppers = [...this.#stoppers, JSON.stringify(asked.question)].slice(-MOST_REMEMBERED);
    this.#drop(asked);
    this.#fail(asked, 'stopped');
  }

  #cancel(asked: Asked<Question, Answer>): void {
    const isUnderWay = asked.listener !== undefined && this.#posted.has(asked);
    const { silent } = asked;
    asked.listener = undefined;
    this.#open = this.#open.filter((other) => other !== asked);
    if (!isUnderWay || !(silent || asked.endsWorker)) return;
    this.#discard();
    this.#pump();
  }

  /** Ends the worker without asking why. */
  #discard(): void {
    this.#stopWatching();
    this.#worker?.channel.terminate();
    this.#worker = undefined;
    for (const asked of this.#posted) asked.silent = false;
    this.#posted.clear();
  }

  #drop(asked: Asked<Question, Answer>): void {
    this.#posted.delete(asked);
    this.#open = this.#open.filter((other) => other !== asked);
  }

  #fail(asked: Asked<Question, Answer>, failure: WorkerFailure): void {
    queueMicrotask(() => asked.listener?.onFailure(failure));
  }

  /** From the first question that has no answer on. Anything that the worker says shows that it is alive. */
  #watch(): void {
    if (this.#posted.size === 0) return;
    this.#stopTimer ??= this.#supervision.later(() => {
      this.#stopTimer = undefined;
      for (const asked of this.#posted) {
        asked.silent = true;
        this.#fail(asked, 'silent');
      }
    }, this.#supervision.silentAfter);
  }

  #stopWatching(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
  }
}
