import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { keysAt } from './keys.ts';

const script = readFileSync(new URL('../../../public/scheme.js', import.meta.url), 'utf8');
const ADDRESS = 'https://host.example/tools/policy%20builder/index.html';
const own = keysAt(ADDRESS).scheme;

/** The scheme that a page has before anything else of it runs. */
function firstScheme(
  stored: Readonly<Record<string, string>> | null,
  isDarkSystem: boolean,
): string | undefined {
  const dataset: { scheme?: string } = {};
  runInNewContext(script, {
    URL,
    document: { baseURI: ADDRESS, documentElement: { dataset }, querySelectorAll: () => [] },
    matchMedia: () => ({ matches: isDarkSystem }),
    localStorage: stored && { getItem: (key: string) => stored[key] ?? null },
  });
  return dataset.scheme;
}

describe('the scheme of the first paint', () => {
  it.each<[stored: Readonly<Record<string, string>> | null, isDarkSystem: boolean, scheme: string]>([
    [{ [own]: 'dark' }, false, 'dark'],
    [{ [own]: 'light' }, true, 'light'],
    [{}, true, 'dark'],
    [{}, false, 'light'],
    [null, true, 'dark'],
    [{ 'mui-mode': 'dark' }, false, 'dark'],
    [{ [own]: 'light', 'mui-mode': 'dark' }, false, 'light'],
    [{ [keysAt('https://host.example/other/').scheme]: 'dark' }, false, 'light'],
    [{ [own]: 'nonsense' }, false, 'light'],
  ])('%j with a dark system %s: %s', (stored, isDarkSystem, scheme) => {
    expect(firstScheme(stored, isDarkSystem)).toBe(scheme);
  });
});
