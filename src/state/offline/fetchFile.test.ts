import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadCatalog } from '../../policies/catalog/catalog.ts';
import { fetchFile, fetchJson } from './fetchFile.ts';

const PAGE = 'https://example.com/tools/policy-builder/';
const portal = '<html><body>Sign in</body></html>';

interface Answer {
  readonly body: string;
  readonly type?: string;
  readonly status?: number;
  readonly url?: string;
}

/** Answers in their order; the last one stays. */
let answers: Answer[] = [];
let asked: (readonly [address: string, cache: string])[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal('location', new URL(PAGE));
  vi.stubGlobal('fetch', async (address: string, { cache = 'default' }: RequestInit = {}) => {
    asked.push([address, cache]);
    const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? { body: '' };
    const { body, type = 'application/json', status = 200, url } = answer;
    const response = new Response(body, { status, headers: { 'content-type': type } });
    return Object.defineProperties(response, {
      url: { value: url ?? new URL(address, PAGE).href },
      redirected: { value: url !== undefined },
    });
  });
});

afterEach(() => vi.unstubAllGlobals());

const bad: readonly (readonly [string, Answer])[] = [
  ['a sign-in page', { body: portal, type: 'text/html; charset=utf-8' }],
  ['a sign-in page that says it is JSON', { body: portal }],
  ['half a file', { body: '{"a":' }],
  ['another address after a redirect', { body: '{}', url: 'https://example.com/login' }],
  ['an error', { body: '{}', status: 503 }],
];

describe('a file beside the page', () => {
  it.each(bad)('%s is none, and is asked for once more past what the browser has kept', async (_, answer) => {
    answers = [answer];
    await expect(fetchJson('catalog/s3.json')).rejects.toThrow();
    expect(asked).toEqual([
      ['catalog/s3.json', 'default'],
      ['catalog/s3.json', 'reload'],
    ]);
  });

  it.each(bad)('after %s the server’s own answer is taken', async (_, answer) => {
    answers = [answer, { body: '{"a":1}' }];
    expect(await fetchJson('catalog/s3.json')).toEqual({ a: 1 });
  });

  it('keeps its options', async () => {
    answers = [{ body: '{}' }];
    await fetchFile('presets/index.json', { cache: 'no-cache' });
    expect(asked).toEqual([['presets/index.json', 'no-cache']]);
  });
});

describe('the catalog over such a network', () => {
  const index = JSON.stringify({
    format: 2,
    dataDate: '2026-09-26',
    services: ['s3'],
    retired: [],
    globalKeys: [],
    rcpServices: [],
    arnServices: {},
    keyServices: {},
  });
  const empty = { levels: [], keys: [], keyTypes: [], types: [], actions: [] };
  const file = (service: string) => JSON.stringify({ format: 2, service, ...empty });
  const open = () => loadCatalog((name) => fetchJson(`catalog/${name}`), { services: 'onDemand' });

  it.each([...bad, ['a file of another service', { body: file('ec2') }] as const])(
    'a service answered by %s is not loaded, and loads when it is asked for again',
    async (_, answer) => {
      answers = [{ body: index }];
      const catalog = await open();
      answers = [answer];
      expect(await catalog.load('s3')).toBeUndefined();
      expect(catalog.state('s3')).toBe('failed');
      answers = [{ body: file('s3') }];
      expect(await catalog.load('s3')).toBeDefined();
      expect(catalog.state('s3')).toBe('loaded');
    },
  );

  it.each([...bad, ['other JSON', { body: '{"error":"sign in"}' }] as const])(
    'descriptions answered by %s are none, and come when they are asked for again',
    async (_, answer) => {
      answers = [{ body: index }];
      const catalog = await open();
      answers = [answer];
      expect(await catalog.describe('s3:GetObject')).toBeUndefined();
      answers = [{ body: '{"format":2,"service":"s3","text":{"GetObject":"Grants permission"}}' }];
      expect(await catalog.describe('s3:GetObject')).toBe('Grants permission');
    },
  );
});
