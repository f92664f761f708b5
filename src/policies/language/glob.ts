/** Texts against patterns with wildcards. */

export const isPattern = (text: string): boolean => text.includes('*') || text.includes('?');

/** Whether a text matches a pattern with `*` and `?`; letters must have the same case. The time is bounded: see `matchBits`. */
export function globMatcher(pattern: string): (text: string) => boolean {
  const first = pattern.search(/[*?]/);
  if (first === -1) return (text) => text === pattern;
  if (first === pattern.length - 1 && pattern.endsWith('*')) {
    const start = pattern.slice(0, -1);
    return (text) => text.startsWith(start);
  }
  if (pattern.includes('?')) return (text) => matchLetters(pattern, text, NONE);
  const pieces = pattern.split('*');
  return (text) => matchPieces(pieces, text);
}

const NONE: ReadonlySet<number> = new Set();

/** As `globMatcher`; characters of the pattern at the places in `literal` mean themselves. */
export function matchGlob(pattern: string, text: string, literal: ReadonlySet<number> = NONE): boolean {
  if (literal.size === 0 && !pattern.includes('?')) return matchPieces(pattern.split('*'), text);
  return matchLetters(pattern, text, literal);
}

/** Pieces with any text between them, each at its first place behind the one before: found by search, not letter by letter. */
function matchPieces([first = '', ...others]: readonly string[], text: string): boolean {
  const last = others.pop();
  if (last === undefined) return text === first;
  const end = text.length - last.length;
  if (end < first.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found === -1 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}

/** Longer than any pair of a pattern and a name in AWS. */
const MANY_STEPS = 100_000;

function matchLetters(pattern: string, text: string, literal: ReadonlySet<number>): boolean {
  if (pattern.length * text.length <= MANY_STEPS) return walk(pattern, text, literal);
  return lettersIn(pattern, literal) <= text.length && matchBits(pattern, text, literal);
}

const lettersIn = (pattern: string, literal: ReadonlySet<number>): number =>
  pattern.split('').filter((letter, index) => letter !== '*' || literal.has(index)).length;

/** Walks back to the last `*` only. Fast for what people write; the time can grow as the product of both lengths. */
function walk(pattern: string, text: string, literal: ReadonlySet<number>): boolean {
  let [at, from, star, resume] = [0, 0, -1, 0];
  while (at < text.length) {
    if (pattern[from] === '*' && !literal.has(from)) {
      star = from;
      resume = at;
      from += 1;
    } else if (isOne(pattern, from, literal) || (from < pattern.length && pattern[from] === text[at])) {
      at += 1;
      from += 1;
    } else if (star !== -1) {
      from = star + 1;
      resume += 1;
      at = resume;
    } else return false;
  }
  while (pattern[from] === '*' && !literal.has(from)) from += 1;
  return from === pattern.length;
}

const isOne = (pattern: string, at: number, literal: ReadonlySet<number>): boolean =>
  pattern[at] === '?' && !literal.has(at);

/**
 * All ways through the pattern at once, one bit for each of its characters: a step takes a look at 64 of them together.
 * Source: R. Baeza-Yates, G. Gonnet, A new approach to text searching, 1992.
 */
function matchBits(pattern: string, text: string, literal: ReadonlySet<number>): boolean {
  const { staying, any, at, end } = bitsOf(pattern, literal);
  let reached = 1n;
  for (const letter of text.split('')) {
    reached = (reached & staying) | ((reached & (at.get(letter) ?? any)) << 1n);
    if (reached === 0n) return false;
  }
  return (reached & end) !== 0n;
}

/** Places that a `*` precedes, those of `?`, those of each letter with them, and the place after the last. */
function bitsOf(pattern: string, literal: ReadonlySet<number>) {
  let [staying, any, end] = [0n, 0n, 1n];
  const at = new Map<string, bigint>();
  for (const [index, letter] of pattern.split('').entries()) {
    const isWild = !literal.has(index);
    if (isWild && letter === '*') staying |= end;
    else {
      if (isWild && letter === '?') any |= end;
      else at.set(letter, (at.get(letter) ?? 0n) | end);
      end <<= 1n;
    }
  }
  for (const [letter, bits] of at) at.set(letter, bits | any);
  return { staying, any, at, end };
}
