import { Automaton, type Holes } from '../texts/automaton.ts';
import type { Pattern } from '../texts/textPattern.ts';

/** Texts that one of several patterns matches. */
export interface TextSet {
  readonly kind: 'text';
  readonly patterns: readonly Pattern[];
  /** Names of the policy variables and placeholders in them. */
  readonly holes: readonly string[];
  /** Its patterns without those of others. */
  without(others: readonly TextSet[]): TextSet;
  /** The patterns as texts: the same for those that match the same in each request. */
  names(): readonly string[];
  automaton(holes: Holes): Automaton;
  /** Whether one of the patterns matches a text, with any text in its holes. Remembers it. */
  matches(text: string): boolean;
}

/** Numbers, dates, addresses or truth values. `near`: values at which membership may change, as texts. */
export interface PointSet {
  readonly kind: 'points';
  readonly near: readonly string[];
  has(value: string): boolean;
}

/** What cannot be said of any value. `because` says why. */
export interface UnknownSet {
  readonly kind: 'unknown';
  readonly because: string;
}

export type ValueSet = TextSet | PointSet | UnknownSet;

/** Shorter lists are searched as fast as compared. */
const LONG = 4;

export function textSet(patterns: readonly Pattern[]): TextSet {
  const made = new Map<Holes, Automaton>();
  const holes = new Set<string>();
  for (const pattern of patterns)
    for (const token of pattern) if (token.kind === 'hole') holes.add(token.name);
  const matched = new Map<string, boolean>();
  const automatonOf = (mode: Holes): Automaton => {
    const automaton = made.get(mode) ?? new Automaton(patterns, mode);
    made.set(mode, automaton);
    return automaton;
  };
  let named: readonly string[] | undefined;
  const names = () => (named ??= patterns.map((pattern) => JSON.stringify(pattern)));
  let read: { readonly texts: ReadonlySet<string>; readonly others: Automaton | undefined } | undefined;
  const runWith = (text: string): boolean => {
    const { texts, others } = (read ??= textsAndOthers(patterns));
    return texts.has(text) || (others !== undefined && others.accepts(others.run(text.split(''))));
  };
  const set: TextSet = {
    kind: 'text',
    patterns,
    holes: [...holes],
    names,
    without: (others) => {
      if ([set, ...others].every((one) => one.patterns.length < LONG)) return set;
      const gone = new Set(others.flatMap((other) => other.names()));
      const left = patterns.filter((_, at) => !gone.has(names()[at] ?? ''));
      return left.length === patterns.length ? set : textSet(left);
    },
    automaton: automatonOf,
    matches: (text) => {
      const found = matched.get(text) ?? runWith(text);
      matched.set(text, found);
      return found;
    },
  };
  return set;
}

/** Patterns that match one text each, as these texts, and the others. */
function textsAndOthers(patterns: readonly Pattern[]) {
  const texts = new Set<string>();
  const others: Pattern[] = [];
  for (const pattern of patterns) {
    const text = onlyText(pattern);
    if (text === undefined) others.push(pattern);
    else texts.add(text);
  }
  return { texts, others: others.length === 0 ? undefined : new Automaton(others, 'any') };
}

function onlyText(pattern: Pattern): string | undefined {
  let text = '';
  for (const token of pattern) {
    if (token.kind !== 'unit' || token.units.length !== 1) return undefined;
    text += token.units;
  }
  return text;
}
