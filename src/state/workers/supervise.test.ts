import { describe, expect, it } from 'vitest';
import { askAll, type CheckOutcome } from '../checks/checksClient.ts';
import type { CheckAnswer, CheckQuestion } from '../checks/checksProtocol.ts';
import type { FromWorker, ToWorker, WorkerFailure } from './messages.ts';
import { standIn } from './standIn.ts';
import { supervise } from './supervise.ts';

/** What a worker does with a question, or instead of starting. */
type Deed = 'answer' | 'die' | 'nothing' | 'noData' | 'partly' | 'superseded';

interface Script {
  /** What becomes of each worker that is created, in order; then `loads`. */
  readonly starts: readonly ('throws' | 'fails' | 'hangs' | 'loads')[];
  deed(question: string): Deed;
}

/** Workers that follow a script, and a clock that is wound by hand. */
function world(script: Script) {
  const created: FakeWorker[] = [];
  const timers = new Map<object, () => void>();
  class FakeWorker extends EventTarget {
    readonly heard: string[] = [];
    isEnded = false;
    readonly start: Script['starts'][number];
    constructor(start: Script['starts'][number]) {
      super();
      this.start = start;
      if (start === 'fails') queueMicrotask(() => this.dispatchEvent(new Event('error')));
      if (start === 'loads') queueMicrotask(() => this.say({ kind: 'ready' }));
    }
    say(data: FromWorker<string>): void {
      if (!this.isEnded) this.dispatchEvent(Object.assign(new Event('message'), { data }));
    }
    postMessage({ id, question }: ToWorker<string>): void {
      if (this.start !== 'loads') return;
      this.heard.push(question);
      queueMicrotask(() => this.work(id, question));
    }
    work(id: number, question: string): void {
      const deed = script.deed(question);
      const answer = `answer to ${question}`;
      if (this.isEnded) return;
      if (deed === 'die') {
        this.isEnded = true;
        this.dispatchEvent(new Event('error'));
      } else if (deed === 'noData' || deed === 'superseded') this.say({ kind: deed, id });
      else if (deed === 'answer') this.say({ kind: 'answer', id, answer, last: true });
      else if (deed === 'partly') this.say({ kind: 'answer', id, answer: 'a part', last: false });
    }
    terminate(): void {
      this.isEnded = true;
    }
  }
  const later = (run: () => void) => {
    const timer = {};
    timers.set(timer, run);
    return () => timers.delete(timer);
  };
  const create = () => {
    const start = script.starts[created.length] ?? 'loads';
    const worker = new FakeWorker(start);
    created.push(worker);
    if (start === 'throws') throw new Error('not allowed');
    return worker;
  };
  const wind = () => {
    const due = [...timers.values()];
    timers.clear();
    for (const run of due) run();
  };
  const heard = () => created.map((worker) => worker.heard);
  return { supervision: { create, later, silentAfter: 1 }, wind, created, heard };
}

/** Everything that is under way comes to its end. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

function asker(script: Script) {
  const { supervision, ...rest } = world(script);
  const worker = supervise<string, string>(supervision);
  const outcomes: string[] = [];
  const ask = (question: string, options?: { readonly endsWorker: boolean }) =>
    worker.ask(
      question,
      {
        onAnswer: (answer, last) => outcomes.push(`${question}: ${answer}${last ? '' : '…'}`),
        onFailure: (failure) => outcomes.push(`${question}: ${failure}`),
      },
      options,
    );
  return { ...rest, ask, outcomes, restart: () => worker.restart() };
}

const answers = (): Deed => 'answer';
const only =
  (question: string, deed: Deed) =>
  (asked: string): Deed =>
    asked === question ? deed : 'answer';

describe('a supervised worker', () => {
  it.each<[what: string, script: Script, outcomes: readonly string[], workers: number]>([
    ['answers', { starts: [], deed: answers }, ['a: answer to a', 'b: answer to b'], 1],
    [
      'is started again when it cannot be created',
      { starts: ['throws'], deed: answers },
      ['a: answer to a', 'b: answer to b'],
      2,
    ],
    [
      'is started again when it does not load',
      { starts: ['fails'], deed: answers },
      ['a: answer to a', 'b: answer to b'],
      2,
    ],
    [
      'says that it cannot be created',
      { starts: ['throws', 'throws'], deed: answers },
      ['a: notStarted', 'b: answer to b'],
      3,
    ],
    [
      'says that it does not load',
      { starts: ['fails', 'fails'], deed: answers },
      ['a: notStarted', 'b: notStarted'],
      2,
    ],
    [
      'says that a question ended it twice, and answers the others',
      { starts: [], deed: only('a', 'die') },
      ['a: stopped', 'b: answer to b'],
      3,
    ],
    [
      'finds the question that ends it behind others',
      { starts: [], deed: only('b', 'die') },
      ['a: answer to a', 'b: stopped'],
      2,
    ],
    [
      'says that data is missing, and goes on',
      { starts: [], deed: only('a', 'noData') },
      ['a: noData', 'b: answer to b'],
      1,
    ],
    [
      'hands on what is known so far',
      { starts: [], deed: only('a', 'partly') },
      ['a: a part…', 'b: answer to b'],
      1,
    ],
  ])('%s', async (_, script, expected, workers) => {
    const { ask, outcomes, created } = asker(script);
    ask('a');
    ask('b');
    await settled();
    expect(outcomes.toSorted()).toEqual(expected);
    expect(created.length).toBe(workers);
    expect(created.filter(({ isEnded, start }) => !isEnded && start === 'loads').length).toBeLessThan(2);
  });

  it('never answers before the question has been asked', async () => {
    const { ask, outcomes } = asker({ starts: ['throws', 'throws'], deed: answers });
    ask('a');
    expect(outcomes).toEqual([]);
    await settled();
    expect(outcomes).toEqual(['a: notStarted']);
  });

  it('is started for a new question after it could not be', async () => {
    const { ask, outcomes } = asker({ starts: ['throws', 'fails'], deed: answers });
    ask('a');
    await settled();
    ask('a');
    await settled();
    expect(outcomes).toEqual(['a: notStarted', 'a: answer to a']);
  });

  it('does not ask again what ended it twice, until it changes', async () => {
    const { ask, outcomes, created } = asker({ starts: [], deed: only('a', 'die') });
    ask('a');
    await settled();
    expect(created.length).toBe(2);
    ask('a');
    ask('changed');
    await settled();
    expect(outcomes).toEqual(['a: stopped', 'a: stopped', 'changed: answer to changed']);
    expect(created.length).toBe(3);
  });

  it('says when it gives no answer, takes one that comes late, and can be started anew', async () => {
    let deed: Deed = 'nothing';
    const { ask, outcomes, wind, created, restart } = asker({ starts: [], deed: () => deed });
    ask('a');
    await settled();
    wind();
    await settled();
    expect(outcomes).toEqual(['a: silent']);
    created[0]?.say({ kind: 'answer', id: 0, answer: 'late', last: true });
    expect(outcomes).toEqual(['a: silent', 'a: late']);
    ask('b');
    await settled();
    wind();
    await settled();
    deed = 'answer';
    restart();
    await settled();
    expect(outcomes.slice(2)).toEqual(['b: silent', 'b: answer to b']);
    expect(created.length).toBe(2);
  });

  it('stops asking what it was silent about twice', async () => {
    const { ask, outcomes, wind, restart } = asker({ starts: [], deed: () => 'nothing' });
    ask('a');
    for (let round = 0; round < 2; round += 1) {
      await settled();
      wind();
      await settled();
      restart();
    }
    await settled();
    ask('a');
    await settled();
    expect(outcomes).toEqual(['a: silent', 'a: silent', 'a: stopped', 'a: stopped']);
  });

  it('does not blame a question for a worker that never loads', async () => {
    const { ask, outcomes, wind, restart } = asker({ starts: ['hangs', 'hangs'], deed: answers });
    ask('a');
    for (let round = 0; round < 2; round += 1) {
      await settled();
      wind();
      await settled();
      restart();
    }
    await settled();
    ask('a');
    await settled();
    expect(outcomes).toEqual(['a: silent', 'a: silent', 'a: notStarted', 'a: answer to a']);
  });

  it('is not kept from saying that it is silent by new questions', async () => {
    const { ask, outcomes, wind } = asker({ starts: [], deed: () => 'nothing' });
    ask('a');
    await settled();
    ask('b');
    wind();
    await settled();
    expect(outcomes).toEqual(['a: silent', 'b: silent']);
  });

  it('reports nothing after a question was canceled, and ends where it waits for nothing else', async () => {
    const { ask, outcomes, created, wind } = asker({ starts: [], deed: () => 'nothing' });
    const cancelRead = ask('long', { endsWorker: true });
    await settled();
    cancelRead();
    expect(created[0]?.isEnded).toBe(true);
    const cancelSilent = ask('silent');
    await settled();
    wind();
    cancelSilent();
    expect(created[1]?.isEnded).toBe(true);
    await settled();
    expect(outcomes).toEqual([]);
  });

  it('waits no more for a question that a newer one has replaced', async () => {
    const { ask, outcomes, wind } = asker({ starts: [], deed: only('a', 'superseded') });
    ask('a')();
    await settled();
    wind();
    ask('b');
    await settled();
    expect(outcomes).toEqual(['b: answer to b']);
  });

  it('asks the others again when one is canceled that held it up', async () => {
    const { ask, outcomes, heard } = asker({ starts: [], deed: only('long', 'nothing') });
    const cancel = ask('long', { endsWorker: true });
    ask('b');
    cancel();
    await settled();
    expect(outcomes).toEqual(['b: answer to b']);
    expect(heard().at(-1)).toEqual(['b']);
  });
});

describe('checks of several texts', () => {
  const texts = ['one', 'two', 'three'].map((key) => ({ key, text: key, as: { type: 'identity' as const } }));

  async function outcomes(script: Omit<Script, 'deed'> & { readonly deeds: Readonly<Record<string, Deed>> }) {
    const { supervision } = world({
      starts: script.starts,
      deed: (question) => script.deeds[question] ?? 'answer',
    });
    const byKey = supervise<string, string>(supervision);
    const seen: CheckOutcome[] = [];
    askAll(
      {
        ask: ({ text: { key } }: CheckQuestion, listener) =>
          byKey.ask(key, {
            onAnswer: (_, last) => listener.onAnswer(answerFor(key), last),
            onFailure: (failure) => listener.onFailure(failure),
          }),
      },
      texts,
      'catalog/',
      (outcome) => seen.push(outcome),
    );
    await settled();
    return seen;
  }

  const answerFor = (key: string): CheckAnswer => ({ result: { key, findings: [], more: 0 }, rules: 3 });

  it.each<
    [
      starts: Script['starts'],
      deeds: Readonly<Record<string, Deed>>,
      failures: Readonly<Record<string, WorkerFailure>>,
      checked: readonly string[],
    ]
  >([
    [[], {}, {}, ['one', 'two', 'three']],
    [[], { two: 'die' }, { two: 'stopped' }, ['one', 'three']],
    [[], { one: 'noData' }, { one: 'noData' }, ['two', 'three']],
    [[], { one: 'die', two: 'die', three: 'die' }, { one: 'stopped', two: 'stopped', three: 'stopped' }, []],
    [['throws', 'throws'], {}, { one: 'notStarted' }, ['two', 'three']],
    [['fails', 'fails'], {}, { one: 'notStarted', two: 'notStarted', three: 'notStarted' }, []],
  ])('report what was checked and what was not: %j %j', async (starts, deeds, failures, checked) => {
    const seen = await outcomes({ starts, deeds });
    expect(seen.at(-1)?.done).toBe(true);
    expect(seen.at(-1)?.failures).toEqual(failures);
    expect(seen.at(-1)?.results.map(({ key }) => key)).toEqual(checked);
  });

  it('are not done while one of them has given a part only', async () => {
    const seen = await outcomes({ starts: [], deeds: { three: 'partly' } });
    expect(seen.length).toBe(1);
    expect(seen[0]?.done).toBe(false);
  });
});

describe('the stand-in for a worker of a library', () => {
  class Inner extends EventTarget implements Worker {
    onmessage = null;
    onmessageerror = null;
    onerror = null;
    readonly heard: unknown[] = [];
    postMessage(message: unknown): void {
      this.heard.push(message);
    }
    terminate(): void {}
  }

  function open(fails: number) {
    const inner: Inner[] = [];
    const reports: (WorkerFailure | null)[] = [];
    let due = () => {};
    const create = () => {
      inner.push(new Inner());
      if (inner.length <= fails) throw new Error('not allowed');
      return inner.at(-1) ?? new Inner();
    };
    const worker = () =>
      standIn({
        create,
        later: (run) => {
          due = run;
          return () => {
            due = () => {};
          };
        },
        silentAfter: 1,
        isQuestion: (message) => message !== 'hello',
        report: (failure) => reports.push(failure),
      });
    return { worker, inner, reports, wind: () => due() };
  }

  const answer = (of: Inner | undefined, data: unknown) =>
    of?.dispatchEvent(Object.assign(new Event('message'), { data }));
  const end = (of: Inner | undefined) => of?.dispatchEvent(new Event('error'));

  it('throws where no worker can be created, after two tries', () => {
    const { worker, inner } = open(2);
    expect(worker).toThrow('not allowed');
    expect(inner.length).toBe(2);
    expect(() => open(1).worker()).not.toThrow();
  });

  it('says to the second worker what the first did not hear, and hands its answers on', () => {
    const { worker, inner, reports } = open(0);
    const own = worker();
    const heard: unknown[] = [];
    own.onmessage = ({ data }) => heard.push(data);
    own.postMessage('hello');
    own.postMessage('question', []);
    end(inner[0]);
    expect(inner[1]?.heard).toEqual(['hello', 'question']);
    answer(inner[1], 'answer');
    expect(heard).toEqual(['answer']);
    expect(reports).toEqual([]);
  });

  it.each<
    [
      what: string,
      run: (own: Worker, inner: readonly Inner[]) => void,
      reports: readonly (WorkerFailure | null)[],
    ]
  >([
    ['does not load twice', (_, inner) => [0, 1].forEach((index) => end(inner[index])), ['notStarted']],
    ['ends after it has answered', (_, inner) => [answer(inner[0], 'a'), end(inner[0])], ['stopped']],
    ['ends when nothing was asked yet, once', (_, inner) => end(inner[0]), []],
  ])('reports a worker that %s', (_, run, expected) => {
    const { worker, inner, reports } = open(0);
    const own = worker();
    run(own, inner);
    expect(reports).toEqual(expected);
  });

  it('reports silence after a question, and that it is over', () => {
    const { worker, inner, reports, wind } = open(0);
    const own = worker();
    own.postMessage('hello');
    wind();
    expect(reports).toEqual([]);
    own.postMessage('question');
    wind();
    expect(reports).toEqual(['silent']);
    answer(inner[0], 'answer');
    expect(reports).toEqual(['silent', null]);
  });
});
