import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FromWorker, ToWorker } from './messages.ts';
import { NoData, serveLatest, type Placed, type Turn } from './serve.ts';

interface Question extends Placed {
  readonly text: string;
}

/** The globals of a worker. */
let scope: EventTarget;
const said: FromWorker<string>[] = [];

beforeEach(() => {
  said.length = 0;
  scope = new EventTarget();
  vi.stubGlobal('postMessage', (message: FromWorker<string>) => said.push(message));
  vi.stubGlobal('addEventListener', scope.addEventListener.bind(scope));
});
afterEach(() => vi.unstubAllGlobals());

const post = (id: number, question: Question) => {
  const data: ToWorker<Question> = { id, question };
  scope.dispatchEvent(Object.assign(new Event('message'), { data }));
};
const lastOf = (id: number) => said.findLast((message) => 'id' in message && message.id === id)?.kind;
const serve = () => {
  const begun: string[] = [];
  let goOn = () => {};
  const waits = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const answer = async ({ text }: Question, turn: Turn) => {
    begun.push(text);
    if (text === 'without data') throw new NoData(text);
    if (text === 'long') {
      await waits;
      await turn();
    }
    return `answer to ${text}`;
  };
  serveLatest<Question, string>(answer);
  return { begun, goOn };
};

it('answers the newest of several questions for one place, and begins no other', async () => {
  const { begun } = serve();
  ['a', 'b', 'c'].forEach((text, id) => post(id, { place: 'here', text }));
  await vi.waitFor(() => expect(lastOf(2)).toBe('answer'));
  expect([lastOf(0), lastOf(1)]).toEqual(['superseded', 'superseded']);
  expect(begun).toEqual(['c']);
});

it('gives up a long answer at its next turn once it is replaced', async () => {
  const { begun, goOn } = serve();
  post(10, { place: 'here', text: 'long' });
  await vi.waitFor(() => expect(begun).toContain('long'));
  post(11, { place: 'here', text: 'next' });
  goOn();
  await vi.waitFor(() => expect([lastOf(10), lastOf(11)]).toEqual(['superseded', 'answer']));
});

it('lets a short question for another place go before the rest of a long answer', async () => {
  const { goOn } = serve();
  post(20, { place: 'here', text: 'long' });
  post(21, { place: 'there', text: 'short' });
  await vi.waitFor(() => expect(lastOf(21)).toBe('answer'));
  goOn();
  await vi.waitFor(() => expect(lastOf(20)).toBe('answer'));
  const order = said.flatMap((message) => (message.kind === 'answer' ? [message.id] : []));
  expect(order).toEqual([21, 20]);
});

it('says where it has no data', async () => {
  serve();
  post(30, { place: 'here', text: 'without data' });
  await vi.waitFor(() => expect(lastOf(30)).toBe('noData'));
});
