import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { keysAt } from './keys.ts';

const script = readFileSync(new URL('../../../public/scheme.js', import.meta.url), 'utf8');
const ADDRESS = 'https://host.example/tools/policy%20builder/index.html';
const own = keysAt(ADDRESS).scheme;

type Stored = Readonly<Record<string, string>> | null;

/** What a page knows before anything else of it runs: its scheme, and whether it opens with someone's work. */
function firstView(stored: Stored, { isDark = false, hash = '' } = {}): { scheme?: string; opens?: string } {
  const dataset: { scheme?: string; opens?: string } = {};
  runInNewContext(script, {
    URL,
    location: { hash },
    document: { baseURI: ADDRESS, documentElement: { dataset }, querySelectorAll: () => [] },
    matchMedia: () => ({ matches: isDark }),
    addEventListener: () => undefined,
    window: {},
    localStorage: stored && {
      ...stored,
      getItem: (key: string) => stored[key] ?? null,
    },
  });
  return dataset;
}

describe('the scheme of the first paint', () => {
  it.each<[stored: Stored, isDark: boolean, scheme: string]>([
    [{ [own]: 'dark' }, false, 'dark'],
    [{ [own]: 'light' }, true, 'light'],
    [{}, true, 'dark'],
    [{}, false, 'light'],
    [null, true, 'dark'],
    [{ 'mui-mode': 'dark' }, false, 'dark'],
    [{ [own]: 'light', 'mui-mode': 'dark' }, false, 'light'],
    [{ [keysAt('https://host.example/other/').scheme]: 'dark' }, false, 'light'],
    [{ [own]: 'nonsense' }, false, 'light'],
  ])('%j with a dark system %s: %s', (stored, isDark, scheme) => {
    expect(firstView(stored, { isDark }).scheme).toBe(scheme);
  });
});

describe('the words of the start are not shown before somebody’s work', () => {
  it.each<[stored: Stored, hash: string, opens: string | undefined]>([
    [{}, '', undefined],
    [null, '', undefined],
    [{ [own]: 'dark' }, '#', undefined],
    [{ [keysAt(ADDRESS).draft]: '{}' }, '', 'work'],
    [{ 'policy-builder.draft': '{}' }, '', 'work'],
    [{ [keysAt('https://host.example/other/').draft]: '{}' }, '', undefined],
    [{}, '#d=x', 'work'],
    [null, '#d=x', 'work'],
  ])('%j at %j: %s', (stored, hash, opens) => {
    expect(firstView(stored, { hash }).opens).toBe(opens);
  });
});
