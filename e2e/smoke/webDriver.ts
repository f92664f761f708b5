import * as z from 'zod/mini';

/** As much of WebDriver as the smoke tasks need. Source: https://www.w3.org/TR/webdriver2/ */

/** The member that holds an element's reference. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export interface Stroke {
  readonly type: 'keyDown' | 'keyUp';
  readonly value: string;
}

export interface Session {
  call(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  /** Runs a script in the page; `element`, if there is one, is its first argument. */
  run(script: string, element?: string): Promise<unknown>;
  /** The elements of a kind of which a text that may be their name matches. */
  candidates(selector: string, name: RegExp): Promise<readonly string[]>;
  /** Whether an element is in view and has this role and name, as the browser exposes them to assistive technology. */
  isAccessibleAs(element: string, role: string, isName: (label: string) => boolean): Promise<boolean>;
  /** Runs a function in the page, with an element if there is one, and waits for what it gives; nothing comes as `null`. */
  wait(run: (element: Element) => unknown, element?: string): Promise<unknown>;
  click(element: string): Promise<void>;
  typeInto(element: string, text: string): Promise<void>;
  keys(strokes: readonly Stroke[]): Promise<void>;
  close(): Promise<void>;
}

const opened = z.object({ sessionId: z.string() });
const elements = z.array(z.object({ [ELEMENT]: z.string() }));
const answer = z.object({ value: z.unknown() });

/** Runs in the page. To ask the browser for the name of each of a hundred buttons takes seconds, on a busy machine minutes. */
const findCandidates = `
  const [selector, source, flags] = arguments;
  const name = new RegExp(source, flags);
  const texts = (element) => [
    element.innerText,
    ...['aria-label', 'title', 'placeholder', 'alt'].map((attribute) => element.getAttribute(attribute)),
    ...(element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.innerText),
    ...[...(element.labels ?? [])].map((label) => label.innerText),
  ];
  const plain = (text) => (text ?? '').replaceAll(/[\\u200b\\u2060]/g, '').replaceAll(/\\s+/g, ' ').trim();
  return [...document.querySelectorAll(selector)].filter((element) =>
    texts(element).some((text) => name.test(plain(text))),
  );
`;

/** The driver takes a moment to listen: connections are tried again until it does. */
export async function openSession(address: string, alwaysMatch: object): Promise<Session> {
  const { sessionId } = opened.parse(
    await send('POST', `${address}/session`, { capabilities: { alwaysMatch } }),
  );
  const base = `${address}/session/${sessionId}`;
  const call: Session['call'] = (method, path, body) => send(method, base + path, body);
  const at = (element: string, path: string) => `/element/${element}${path}`;
  return {
    call,
    run: (script, element) =>
      call('POST', '/execute/sync', {
        script,
        args: element === undefined ? [] : [{ [ELEMENT]: element }],
      }),
    candidates: async (selector, { source, flags }) =>
      elements
        .parse(
          await call('POST', '/execute/sync', { script: findCandidates, args: [selector, source, flags] }),
        )
        .map((one) => one[ELEMENT]),
    isAccessibleAs: async (element, role, isName) => {
      const read = (what: string) => call('GET', at(element, what)).catch(() => undefined);
      return (
        isName(String(await read('/computedlabel'))) &&
        (await read('/computedrole')) === role &&
        (await read('/displayed')) === true
      );
    },
    wait: (run, element) =>
      call('POST', '/execute/async', {
        script: `const [element, tell] = arguments; Promise.resolve((${run.toString()})(element)).then(tell);`,
        args: [element === undefined ? null : { [ELEMENT]: element }],
      }),
    click: async (element) => void (await call('POST', at(element, '/click'), {})),
    typeInto: async (element, text) => void (await call('POST', at(element, '/value'), { text })),
    keys: async (actions) => {
      await call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    // The driver may be gone before it answers.
    close: async () => void (await fetch(base, { method: 'DELETE' }).catch(() => undefined)),
  };
}

async function send(method: string, url: string, body?: unknown, tries = 100): Promise<unknown> {
  const request = { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const response = await fetch(url, request).catch(() => undefined);
  if (!response) {
    if (tries === 0) throw new Error(`Nothing answers at ${url}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return send(method, url, body, tries - 1);
  }
  const { value } = answer.parse(await response.json());
  if (response.ok) return value;
  throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
}
