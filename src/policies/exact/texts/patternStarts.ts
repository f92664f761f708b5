import type { Pattern } from './textPattern.ts';
import type { Token } from './token.ts';

/** More pairs are not looked at. */
const MOST_PAIRS = 1000;

/**
 * Whether no text is matched by one pattern of each list, seen by how the patterns, and the fields in them, begin. Most statements are about other actions,
 * resources or values than the one asked about, and this rules out most of them without an automaton.
 */
export function areApart(lists: readonly (readonly Pattern[])[]): boolean {
  return lists.some((one, at) => lists.slice(at + 1).some((other) => isEachApart(one, other)));
}

const isEachApart = (one: readonly Pattern[], other: readonly Pattern[]): boolean =>
  one.length * other.length <= MOST_PAIRS &&
  one.every((first) => other.every((second) => isApart(first, second)));

/**
 * Token by token. What is not known to be the same is skipped up to the next colon, if neither pattern has a colon within: then it is
 * the same one in every text that both match.
 */
function isApart(one: Pattern, other: Pattern): boolean {
  let [here, there] = [0, 0];
  for (;;) {
    const [first, second] = [one[here], other[there]];
    if (first?.kind === 'unit' && second?.kind === 'unit') {
      if (!shareUnit(first.units, second.units)) return true;
      here += 1;
      there += 1;
      continue;
    }
    if (first === undefined) return isNeeded(second);
    if (second === undefined) return isNeeded(first);
    const [next, nextOfOther] = [afterColon(one, here), afterColon(other, there)];
    if (next === undefined || nextOfOther === undefined) return false;
    [here, there] = [next, nextOfOther];
  }
}

/** The place after the next colon; nothing where there may be one before it, or where none follows. */
function afterColon(pattern: Pattern, from: number): number | undefined {
  for (let at = from; ; at += 1) {
    const token = pattern[at];
    if (token === undefined) return undefined;
    if (token.kind !== 'unit') {
      if (token.colons) return undefined;
    } else if (token.units.includes(':')) return token.units === ':' ? at + 1 : undefined;
  }
}

const shareUnit = (one: string, other: string): boolean =>
  one === other || one.split('').some((unit) => other.includes(unit));

/** Whether a token matches at least one unit. */
const isNeeded = (token: Token | undefined): boolean => token?.kind === 'unit' || token?.kind === 'one';
