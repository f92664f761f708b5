import { type Fillings, keyOfHole, type Token } from '../texts/token.ts';
import type { Pattern } from '../texts/textPattern.ts';
import { type Box, variableOfKey } from '../question/test.ts';

/** What is taken for the keys that policy variables name. */
export interface KeyCase {
  /** With an invented text for any other: for a request. */
  readonly example: Fillings;
  /** With any other text as such: for a proof. */
  readonly whole: Fillings;
  /** The texts that are not meant where any other is. */
  readonly others: ReadonlyMap<string, readonly string[]>;
}

/** Nothing is taken for any key. */
export const NO_CASE: KeyCase = { example: new Map(), whole: new Map(), others: new Map() };

/**
 * One more key, case by case: any other text, absent, or one of the texts that the policies have in its place. Together the cases are
 * all requests. The first has an invented text.
 */
export function casesOfKey(
  { example, whole, others }: KeyCase,
  key: string,
  texts: readonly string[],
  mayBeSeveral: boolean,
): readonly KeyCase[] {
  const several = mayBeSeveral ? ['several' as const] : [];
  const decided = ['absent' as const, ...several, ...texts.map((text) => ({ text }))].map((filling) => ({
    example: new Map([...example, [key, filling]]),
    whole: new Map([...whole, [key, filling]]),
    others,
  }));
  const invented = `example-${key.replaceAll(/[^a-z]+/g, '-')}`;
  return [
    {
      example: new Map([...example, [key, { text: invented }]]),
      whole: new Map([...whole, [key, 'present' as const]]),
      others: new Map([...others, [key, texts]]),
    },
    ...decided,
  ];
}

type AskedPatterns = ReadonlyMap<string, readonly Pattern[]>;

const MOST_TEXTS = 6;

/** What the policies ask of the key itself, and what other patterns have where a pattern has its variable. */
export function textsFor(key: string, patterns: AskedPatterns): readonly string[] {
  const found = new Set((patterns.get(variableOfKey(key)) ?? []).map(textOf));
  for (const same of patterns.values()) {
    const withKey = same.filter((pattern) => pattern.some((token) => isHoleOf(token, key)));
    if (withKey.length === 0) continue;
    const texts = new Set(same.map(textOf));
    for (const pattern of withKey.slice(0, MOST_TEXTS))
      for (const text of texts) for (const captured of capture(pattern, key, text)) found.add(captured);
  }
  return [...found].filter((text) => text !== '' && !text.includes('${')).slice(0, MOST_TEXTS);
}

const isHoleOf = (token: Token, key: string): boolean =>
  token.kind === 'hole' && keyOfHole(token.name) === key;

/** The patterns that are asked of each variable, each test once. */
export function patternsOf(boxes: readonly Box[]): AskedPatterns {
  const seen = new Set<number>();
  const patterns = new Map<string, Pattern[]>();
  for (const { test } of boxes.flat()) {
    if (seen.has(test.id) || test.set.kind !== 'text') continue;
    seen.add(test.id);
    const known = patterns.get(test.variable);
    if (known) known.push(...test.set.patterns);
    else patterns.set(test.variable, [...test.set.patterns]);
  }
  return patterns;
}

/** A text of a pattern: wildcards are a letter. */
const textOf = (pattern: Pattern): string =>
  pattern
    .map((token) =>
      token.kind === 'unit' ? (token.units[0] ?? '') : token.kind === 'hole' ? token.name : 'x',
    )
    .join('');

/** What a text has in the place of a variable. */
function capture(pattern: Pattern, key: string, text: string): readonly string[] {
  const at = pattern.findIndex((token) => isHoleOf(token, key));
  if (at === -1) return [];
  const [before, after] = [textOf(pattern.slice(0, at)), textOf(pattern.slice(at + 1))];
  const fits = text.startsWith(before) && text.length > before.length + after.length && text.endsWith(after);
  return fits ? [text.slice(before.length, text.length - after.length)] : [];
}
