import type { WorkerFailure } from './messages.ts';
import type { Supervision } from './supervise.ts';

/**
 * A worker for a library that has a protocol of its own with it. One that fails to load is started once more and gets what was
 * sent so far. What ends later cannot be started anew, since the worker knew things that were said long ago: that is reported.
 */
export interface StandInSupervision extends Omit<Supervision, 'create'> {
  create(): Worker;
  /** Whether the worker answers such a message. */
  isQuestion(message: unknown): boolean;
  /** Called with why there are no answers, and with `null` when there are again. */
  report(failure: WorkerFailure | null): void;
}

/** Throws when the worker cannot be created, also not the second time: what the library does then is up to it. */
export function standIn(supervision: StandInSupervision): Worker {
  return new StandIn(supervision);
}

interface Sent {
  readonly message: unknown;
  readonly transfer: Transferable[];
}

class StandIn extends EventTarget implements Worker {
  onmessage: Worker['onmessage'] = null;
  onmessageerror: Worker['onmessageerror'] = null;
  onerror: Worker['onerror'] = null;
  readonly #supervision: StandInSupervision;
  #inner: Worker;
  /** Until the first answer. */
  #sent: Sent[] | undefined = [];
  #isRestarted = false;
  #stopTimer: (() => void) | undefined;
  #failure: WorkerFailure | null = null;

  constructor(supervision: StandInSupervision) {
    super();
    this.#supervision = supervision;
    try {
      this.#inner = supervision.create();
    } catch {
      this.#isRestarted = true;
      this.#inner = supervision.create();
    }
    this.#listen();
  }

  postMessage(message: unknown, options?: Transferable[] | StructuredSerializeOptions): void {
    const transfer = Array.isArray(options) ? options : (options?.transfer ?? []);
    this.#sent?.push({ message, transfer });
    this.#inner.postMessage(message, transfer);
    if (this.#supervision.isQuestion(message)) this.#watch();
  }

  terminate(): void {
    this.#stopWatching();
    this.#inner.terminate();
  }

  #listen(): void {
    const inner = this.#inner;
    inner.addEventListener('message', (event) => {
      this.#sent = undefined;
      this.#stopWatching();
      this.#report(null);
      this.onmessage?.(event);
    });
    inner.addEventListener('messageerror', (event) => this.onmessageerror?.(event));
    inner.addEventListener('error', () => inner === this.#inner && this.#ended());
  }

  #ended(): void {
    this.#stopWatching();
    this.#inner.terminate();
    if (!this.#sent) return this.#report('stopped');
    if (this.#isRestarted) return this.#report('notStarted');
    this.#isRestarted = true;
    this.#restart(this.#sent);
  }

  #restart(sent: readonly Sent[]): void {
    try {
      this.#inner = this.#supervision.create();
      this.#listen();
      for (const { message, transfer } of sent) this.#inner.postMessage(message, transfer);
      this.#watch();
    } catch {
      this.#report('notStarted');
    }
  }

  #report(failure: WorkerFailure | null): void {
    if (failure === this.#failure) return;
    this.#failure = failure;
    this.#supervision.report(failure);
  }

  #watch(): void {
    if (this.#failure === 'notStarted' || this.#failure === 'stopped') return;
    this.#stopTimer ??= this.#supervision.later(() => {
      this.#stopTimer = undefined;
      this.#report('silent');
    }, this.#supervision.silentAfter);
  }

  #stopWatching(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
  }
}
