import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';

/** The worker as a whole, with a network and caches that a test can see into. */

const SCOPE = 'https://example.com/tools/policy-builder/';
const addressOf = (path: string) => new URL(path, SCOPE).href;

interface Answer {
  readonly body: string | Uint8Array<ArrayBuffer> | null;
  readonly type?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where a redirect led. */
  readonly url?: string;
  readonly opaque?: boolean;
  /** The body breaks off. */
  readonly breaks?: boolean;
}

function responseOf(address: string, answer: Answer): Response {
  const { body, type, status = 200, headers = {}, url, opaque, breaks } = answer;
  const content = breaks
    ? new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"format":2,'));
          controller.error(new TypeError('cut off'));
        },
      })
    : body;
  const response = new Response(content, {
    status,
    headers: { ...(type === undefined ? {} : { 'content-type': type }), ...headers },
  });
  return Object.defineProperties(response, {
    url: { value: url ?? address },
    redirected: { value: url !== undefined },
    type: { value: opaque ? 'opaque' : 'basic' },
    ...(opaque ? { status: { value: 0 } } : {}),
  });
}

class FakeCache {
  readonly kept = new Map<string, Response>();
  private readonly keyOf = (request: Request | string) =>
    typeof request === 'string' ? request : request.url;
  match = async (request: Request | string) => this.kept.get(this.keyOf(request))?.clone();
  put = async (request: Request | string, response: Response) => {
    const copy = response.clone();
    await copy.arrayBuffer();
    this.kept.set(this.keyOf(request), response);
  };
  delete = async (request: Request | string) => this.kept.delete(this.keyOf(request));
  keys = async () => [...this.kept.keys()].map((address) => new Request(address));
}

class FakeCaches {
  readonly all = new Map<string, FakeCache>();
  open = async (name: string) => {
    const cache = this.all.get(name) ?? new FakeCache();
    this.all.set(name, cache);
    return cache;
  };
  match = async (request: Request | string, { cacheName = '' }) =>
    (await this.open(cacheName)).match(request);
  has = async (name: string) => this.all.has(name);
  keys = async () => [...this.all.keys()];
  delete = async (name: string) => this.all.delete(name);
}

interface Built {
  readonly precache: readonly {
    readonly url: string;
    readonly revision: string | null;
    readonly integrity: string;
  }[];
  readonly catalog: string;
}

/** A worker of a build on a network, with the cache that its installation makes. */
async function startWorker(
  built: Built,
  network: Map<string, Answer>,
  kept = new FakeCaches(),
  browserCache = new Map<string, Answer>(),
) {
  await kept.open(`page ${new URL(SCOPE).pathname}`);
  const listeners = new Map<string, (event: any) => void>();
  const asked: string[] = [];
  const fetchFake = async (input: Request | string) => {
    const address = typeof input === 'string' ? input : input.url;
    asked.push(address);
    const isPastCache = typeof input !== 'string' && ['reload', 'no-store'].includes(input.cache);
    const answer = (isPastCache ? undefined : browserCache.get(address)) ?? network.get(address);
    if (isPastCache) browserCache.delete(address);
    if (!answer) throw new TypeError('no network');
    const response = responseOf(address, answer);
    const integrity = typeof input === 'string' ? '' : input.integrity;
    if (integrity && integrity !== digestOf(answer.body ?? '')) throw new TypeError('integrity');
    return response;
  };
  const worker = {
    registration: { scope: SCOPE },
    built,
    caches: kept,
    addEventListener: (type: string, listener: (event: any) => void) => listeners.set(type, listener),
    skipWaiting: async () => undefined,
    clients: { claim: async () => undefined, matchAll: async () => [{}] },
  };
  vi.stubEnv('NODE_ENV', 'production');
  vi.stubGlobal('self', worker);
  vi.stubGlobal('registration', worker.registration);
  vi.stubGlobal('location', new URL('sw.js', SCOPE));
  vi.stubGlobal('FetchEvent', Event);
  vi.stubGlobal('caches', kept);
  vi.stubGlobal('fetch', fetchFake);
  vi.resetModules();
  await import('./serviceWorker.ts');
  const lifecycle = async (type: 'install' | 'activate') => {
    const extended: Promise<unknown>[] = [];
    listeners.get(type)?.({ type, waitUntil: (promise: Promise<unknown>) => extended.push(promise) });
    for (let index = 0; index < extended.length; index += 1) await extended[index];
  };
  const ask = async (path: string, mode = 'cors'): Promise<Response> => {
    const request = Object.defineProperty(new Request(addressOf(path)), 'mode', { value: mode });
    let answer: Promise<Response> | undefined;
    const extended: Promise<unknown>[] = [];
    listeners.get('fetch')?.({
      type: 'fetch',
      request,
      respondWith: (given: Promise<Response>) => {
        answer = given;
      },
      waitUntil: (promise: Promise<unknown>) => extended.push(promise),
    });
    try {
      return await (answer ?? fetchFake(request));
    } finally {
      for (let index = 0; index < extended.length; index += 1) await extended[index]?.catch(() => undefined);
    }
  };
  const isKept = (path: string) => [...kept.all.values()].some((cache) => cache.kept.has(addressOf(path)));
  return {
    install: () => lifecycle('install'),
    activate: () => lifecycle('activate'),
    ask,
    isKept,
    asked,
    kept,
  };
}

const digestOf = (content: string | Uint8Array) =>
  `sha256-${createHash('sha256').update(content).digest('base64')}`;

const bytes = (...parts: readonly (string | number)[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part)])));

/** What is at addresses that no build lists, and how a host serves it. */
const good: Readonly<Record<string, Answer>> = {
  'assets/part-0b.js': { body: 'export const part = 1;', type: 'text/javascript' },
  'assets/part-0b.css': { body: '.part{color:red}', type: 'text/css' },
  'assets/plex-0b.woff2': { body: bytes('wOF2', 0, 1), type: 'font/woff2' },
  'assets/plex-0b.woff': { body: bytes('wOFF', 0, 1), type: 'font/woff' },
  'assets/icons-0b.ttf': { body: bytes(0, 1, 0, 0, 7), type: 'font/ttf' },
  'catalog/bedrock.json': {
    body: '{"format":2,"service":"bedrock","levels":[],"keys":[],"keyTypes":[],"types":[],"actions":[]}',
    type: 'application/json',
  },
  'catalog/bedrock.text.json': {
    body: '{"format":2,"service":"bedrock","text":{"InvokeModel":"Grants permission to invoke"}}',
    type: 'application/json; charset=utf-8',
  },
  'presets/index.json': { body: '{"use":"acme.json"}', type: 'application/json' },
  'presets/acme.json': { body: '{"version":1,"title":"Acme"}', type: 'text/plain' },
  'presets/acme.svg': { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', type: 'image/svg+xml' },
};
const paths = Object.keys(good);
const goodAt = (path: string): Answer => good[path]!;

const page =
  '<!doctype html><html><head><script type="module" src="./assets/index-1a.js"></script></head></html>';
const portal = '<html><body><form action="/login">Sign in to the network</form></body></html>';

const bad: Readonly<Record<string, (path: string) => Answer>> = {
  'a sign-in page': () => ({ body: portal, type: 'text/html' }),
  'a sign-in page without a type': () => ({ body: portal }),
  'a sign-in page under the right type': (path) => ({ body: portal, type: goodAt(path).type! }),
  'the page itself, for every address': () => ({ body: page, type: 'text/html; charset=utf-8' }),
  'the right content of the wrong type': (path) => ({ ...goodAt(path), type: 'text/html' }),
  'another page, after a redirect': () => ({
    body: portal,
    type: 'text/html',
    url: 'https://example.com/login',
  }),
  'the right content, after a redirect to another host': (path) => ({
    ...goodAt(path),
    url: `https://portal.example/${path}`,
  }),
  'the right content, after a redirect to another address': (path) => ({
    ...goodAt(path),
    url: addressOf('other'),
  }),
  'an answer that cannot be looked into': () => ({ body: null, opaque: true }),
  nothing: (path) => ({ ...goodAt(path), body: '' }),
  'a part, and an error': (path) => ({ ...goodAt(path), breaks: true }),
  'a part, shorter than its length says': (path) => ({
    ...goodAt(path),
    headers: { 'content-length': '100000' },
  }),
};

/** JSON that parses and is of something else, or does not parse. */
const badJson: Readonly<Record<string, (path: string) => Answer>> = {
  'half of it': (path) => ({ ...goodAt(path), body: String(goodAt(path).body).slice(0, -3) }),
  'other JSON': () => ({ body: '{"error":"sign in"}', type: 'application/json' }),
  'a list': () => ({ body: '[]', type: 'application/json' }),
  'a file of another service': (path) => ({
    ...goodAt(path),
    body: String(goodAt(path).body)
      .replace('bedrock', 's3')
      .replace('"use"', '"uses"')
      .replace('"title"', '"name"'),
  }),
};

const badAnswersFor = (path: string): readonly (readonly [name: string, answer: Answer])[] =>
  Object.entries(path.endsWith('.json') ? { ...bad, ...badJson } : bad).map(([name, answer]) => [
    name,
    answer(path),
  ]);

const files: Readonly<Record<string, Answer>> = {
  'index.html': { body: page, type: 'text/html' },
  'scheme.js': { body: 'scheme()', type: 'text/javascript' },
  'assets/index-1a.js': { body: 'start()', type: 'text/javascript' },
  'catalog/index.json': { body: '{"format":2,"services":[]}', type: 'application/json' },
};
const precache = Object.entries(files).map(([url, { body }]) => ({
  url,
  revision: url.startsWith('assets/') ? null : digestOf(body ?? ''),
  integrity: digestOf(body ?? ''),
}));
const built: Built = { precache, catalog: 'c1' };
const online = () =>
  new Map(
    [...Object.entries(files), ...Object.entries(good)].map(([path, answer]) => [addressOf(path), answer]),
  );

const textOf = async (response: Response) => [...new Uint8Array(await response.arrayBuffer())];
const contentOf = ({ body }: Answer) => [...Buffer.from(body ?? '')];

beforeEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('an answer in the server’s place', () => {
  it.each(paths)('for %s is not kept, and the server is asked again', async (path) => {
    const network = online();
    const worker = await startWorker(built, network);
    for (const [name, answer] of badAnswersFor(path)) {
      network.set(addressOf(path), answer);
      await worker.ask(path).catch(() => undefined);
      expect(worker.isKept(path), name).toBe(false);
      network.set(addressOf(path), goodAt(path));
      expect(await textOf(await worker.ask(path)), name).toEqual(contentOf(goodAt(path)));
      expect(worker.isKept(path), name).toBe(true);
      for (const cache of worker.kept.all.values()) cache.kept.clear();
    }
  });

  it.each(paths)('for %s does not take the place of what was kept', async (path) => {
    const network = online();
    const worker = await startWorker(built, network);
    await worker.ask(path);
    for (const [name, answer] of badAnswersFor(path)) {
      network.set(addressOf(path), answer);
      const given = await worker.ask(path);
      expect(await textOf(given), name).toEqual(contentOf(goodAt(path)));
      expect(given.headers.has('x-kept-because'), name).toBe(path.startsWith('presets/'));
      network.delete(addressOf(path));
      expect(await textOf(await worker.ask(path)), name).toEqual(contentOf(goodAt(path)));
    }
  });

  it.each([401, 403, 407, 500, 503, 511])(
    'with status %d the last good preset stays in force',
    async (status) => {
      const network = online();
      const worker = await startWorker(built, network);
      await worker.ask('presets/acme.json');
      network.set(addressOf('presets/acme.json'), { body: portal, type: 'text/html', status });
      expect(await (await worker.ask('presets/acme.json')).json()).toMatchObject({ title: 'Acme' });
    },
  );

  it.each([
    ['the server', files['index.html']!, { body: '{"start_url":"./"}', type: 'application/json' }, false],
    ['a sign-in page', { body: portal, type: 'text/html' }, { body: portal, type: 'text/html' }, true],
    ['nothing', { body: portal }, undefined, true],
  ])('a preset that is not there, as %s says, is kept: %s', async (_, answer, manifest, stays) => {
    const network = online();
    const worker = await startWorker(built, network);
    await worker.ask('presets/acme.json');
    network.set(addressOf('presets/acme.json'), { ...answer, status: 404 });
    if (manifest) network.set(addressOf('manifest.json'), manifest);
    const given = await worker.ask('presets/acme.json');
    expect(given.status).toBe(stays ? 200 : 404);
    expect(worker.isKept('presets/acme.json')).toBe(stays);
  });

  it('a new preset of the server takes the place of the last', async () => {
    const network = online();
    const worker = await startWorker(built, network);
    await worker.ask('presets/acme.json');
    const next = { body: '{"version":1,"title":"Acme two"}', type: 'application/json' };
    network.set(addressOf('presets/acme.json'), next);
    expect(await (await worker.ask('presets/acme.json')).json()).toMatchObject({ title: 'Acme two' });
    network.clear();
    expect(await (await worker.ask('presets/acme.json')).json()).toMatchObject({ title: 'Acme two' });
  });

  it('a redirect to the same address, with a query, is the server’s', async () => {
    const network = online();
    const worker = await startWorker(built, network);
    const path = 'catalog/bedrock.json';
    network.set(addressOf(path), { ...goodAt(path), url: `${addressOf(path)}?v=2` });
    await worker.ask(path);
    expect(worker.isKept(path)).toBe(true);
  });
});

describe('a wrong answer that the browser’s own cache holds', () => {
  it.each(paths)('for %s gives way to the server’s, asked once more', async (path) => {
    for (const [name, answer] of badAnswersFor(path)) {
      // Answers of other hosts have no status: the browser asks for them anew.
      if (answer.opaque) continue;
      const held = new Map([[addressOf(path), answer]]);
      const worker = await startWorker(built, online(), new FakeCaches(), held);
      expect(await textOf(await worker.ask(path)), name).toEqual(contentOf(goodAt(path)));
      expect(worker.isKept(path), name).toBe(true);
      expect(worker.asked, name).toEqual([addressOf(path), addressOf(path)]);
    }
  });

  it.each(paths)('for %s is asked for once more and no oftener while the server is wrong', async (path) => {
    const network = online();
    network.set(addressOf(path), { body: portal, type: 'text/html' });
    const worker = await startWorker(built, network);
    await worker.ask(path).catch(() => undefined);
    expect(worker.asked).toEqual([addressOf(path), addressOf(path)]);
  });

  it('does not keep a version from being installed, or a file of it from being had', async () => {
    const path = 'assets/index-1a.js';
    const wrong: Answer = { body: portal, type: 'text/html' };
    const worker = await startWorker(built, online(), new FakeCaches(), new Map([[addressOf(path), wrong]]));
    await worker.install();
    expect(worker.isKept(path)).toBe(true);
    expect(worker.asked.filter((address) => address === addressOf(path))).toHaveLength(2);
    const dropped = await startWorker(built, online(), new FakeCaches(), new Map([[addressOf(path), wrong]]));
    expect(await textOf(await dropped.ask(path))).toEqual(contentOf(files[path]!));
  });
});

describe('installing', () => {
  it.each(
    Object.keys(files).flatMap((path) =>
      [portal, page.replace('1a', '1b'), '', 'half'].map((body) => [path, body] as const),
    ),
  )('with %s answered by %s fails as a whole, and what the version before kept stays', async (path, body) => {
    const network = online();
    const before = await startWorker(built, network);
    await before.install();
    await before.activate();
    const next = files[path]!;
    const changed = { ...next, body: `${String(next.body)} ` };
    const newer = {
      catalog: 'c2',
      precache: precache.map((file) =>
        file.url === path
          ? {
              url: path.replace('1a', '2a'),
              revision: file.revision && digestOf(changed.body),
              integrity: digestOf(changed.body),
            }
          : file,
      ),
    };
    network.set(addressOf(path.replace('1a', '2a')), { body, type: next.type! });
    const after = await startWorker(newer, network, before.kept);
    await expect(after.install()).rejects.toThrow();
    network.clear();
    const again = await startWorker(built, network, before.kept);
    for (const [file, answer] of Object.entries(files))
      expect(await textOf(await again.ask(file, file === 'index.html' ? 'navigate' : 'cors'))).toEqual(
        contentOf(answer),
      );
  });

  it('does not take an asset that an older worker kept with another content', async () => {
    const network = online();
    const kept = new FakeCaches();
    const older = await kept.open('page /tools/policy-builder/');
    await older.put(addressOf('assets/index-1a.js'), responseOf('', { body: portal, type: 'text/html' }));
    const worker = await startWorker(built, network, kept);
    await worker.install();
    expect(await textOf(await worker.ask('assets/index-1a.js'))).toEqual(
      contentOf(files['assets/index-1a.js']!),
    );
  });

  it('fetches nothing again that is kept with the content of the build', async () => {
    const network = online();
    const worker = await startWorker(built, network);
    await worker.install();
    const again = await startWorker({ ...built, catalog: 'c2' }, network, worker.kept);
    await again.install();
    expect(again.asked).toEqual([]);
  });

  /** Twenty files, and how many of them are under way at the same time. */
  async function workerOfMany() {
    const many = Array.from(
      { length: 20 },
      (_, index) => [`assets/part-${index}.js`, `part(${index})`] as const,
    );
    const network = new Map(
      many.map(([path, body]): [string, Answer] => [addressOf(path), { body, type: 'text/javascript' }]),
    );
    const listed = many.map(([url, body]) => ({ url, revision: null, integrity: digestOf(body) }));
    const worker = await startWorker({ precache: listed, catalog: 'c1' }, network);
    const { fetch } = globalThis;
    const underWay: number[] = [];
    let count = 0;
    vi.stubGlobal('fetch', async (input: Request) => {
      count += 1;
      underWay.push(count);
      await new Promise((resolve) => setImmediate(resolve));
      return fetch(input).finally(() => {
        count -= 1;
      });
    });
    return { worker, network, underWay, many };
  }

  it('fetches four files at once, each of them once, and keeps them all', async () => {
    const { worker, underWay, many } = await workerOfMany();
    await worker.install();
    expect(Math.max(...underWay)).toBe(4);
    expect(worker.asked.toSorted()).toEqual(many.map(([path]) => addressOf(path)).toSorted());
    for (const [path, body] of many) {
      expect(worker.isKept(path)).toBe(true);
      expect(await (await worker.ask(path)).text()).toBe(body);
    }
  });

  it.each([0, 7, 19])('ends when file %d is not that of the build, with what is under way', async (bad) => {
    const { worker, network, many } = await workerOfMany();
    const path = many[bad]![0];
    network.set(addressOf(path), { body: portal, type: 'text/html' });
    await expect(worker.install()).rejects.toThrow();
    // The bad one is asked for once more; meanwhile the other three go on.
    const different = new Set(worker.asked);
    expect(worker.asked).toHaveLength(different.size + 1);
    expect(different.size).toBeGreaterThan(bad);
    expect(different.size).toBeLessThanOrEqual(bad + 7);
    expect(many.filter(([one]) => worker.isKept(one))).toHaveLength(different.size - 1);
    expect(worker.isKept(path)).toBe(false);
  });
});

describe('taking over', () => {
  it.each(paths)(
    'drops what an older worker kept for %s and is something else, and nothing else',
    async (path) => {
      for (const { 1: answer } of Object.entries(bad)) {
        const kept = new FakeCaches();
        const name = path.startsWith('catalog/')
          ? 'catalog /tools/policy-builder/ c1'
          : path.startsWith('presets/')
            ? 'presets /tools/policy-builder/'
            : 'page /tools/policy-builder/';
        const cache = await kept.open(name);
        const other = paths.find((one) => one !== path && one.split('/')[0] === path.split('/')[0]) ?? '';
        const { breaks, opaque, url, ...plain } = answer(path);
        if (breaks || opaque || url) continue;
        await cache.put(addressOf(path), responseOf(addressOf(path), plain));
        await cache.put(addressOf(other), responseOf(addressOf(other), goodAt(other)));
        const worker = await startWorker(built, online(), kept);
        await worker.install();
        await worker.activate();
        expect(worker.isKept(path)).toBe(false);
        if (!path.startsWith('assets/')) expect(worker.isKept(other)).toBe(true);
      }
    },
  );
});

describe('a file of the build that the browser has dropped', () => {
  it('is the server’s where it is the same, and kept again', async () => {
    const worker = await startWorker(built, online());
    const answer = await worker.ask('assets/index-1a.js');
    expect(await textOf(answer)).toEqual(contentOf(files['assets/index-1a.js']!));
    expect(worker.isKept('assets/index-1a.js')).toBe(true);
  });

  it('is whatever the server has where it is another, and not kept', async () => {
    const network = online();
    network.set(addressOf('index.html'), { body: page.replace('1a', '2a'), type: 'text/html' });
    network.set(SCOPE, { body: page.replace('1a', '2a'), type: 'text/html' });
    const worker = await startWorker(built, network);
    expect(await (await worker.ask('', 'navigate')).text()).toContain('index-2a.js');
    expect([...worker.kept.all.values()].flatMap((cache) => [...cache.kept.keys()])).toEqual([]);
  });
});

it('after the user has deleted everything, answers are the server’s and nothing is kept', async () => {
  const worker = await startWorker(built, online());
  await worker.install();
  for (const name of await worker.kept.keys()) await worker.kept.delete(name);
  for (const path of ['assets/index-1a.js', ...paths]) expect((await worker.ask(path)).status).toBe(200);
  expect(await worker.kept.keys()).toEqual([]);
});
