/*
 * Which script a word is written in, as UTS #39 resolves it: a letter belongs to one script, to several, or to all.
 * Source: https://www.unicode.org/reports/tr39/#Mixed_Script_Detection, https://www.unicode.org/reports/tr31/#Table_Recommended_Scripts
 */

/** The recommended scripts, and two whose letters look like ASCII. Each is a bit of a set; all others share one. */
const scripts = [
  ['Latn', 'Latin'],
  ['Cyrl', 'Cyrillic'],
  ['Grek', 'Greek'],
  ['Hani', 'Han'],
  ['Hira', 'Hiragana'],
  ['Kana', 'Katakana'],
  ['Hang', 'Hangul'],
  ['Bopo', 'Bopomofo'],
  ['Arab', 'Arabic'],
  ['Hebr', 'Hebrew'],
  ['Armn', 'Armenian'],
  ['Geor', 'Georgian'],
  ['Deva', 'Devanagari'],
  ['Beng', 'Bengali'],
  ['Gujr', 'Gujarati'],
  ['Guru', 'Gurmukhi'],
  ['Knda', 'Kannada'],
  ['Mlym', 'Malayalam'],
  ['Orya', 'Oriya'],
  ['Sinh', 'Sinhala'],
  ['Taml', 'Tamil'],
  ['Telu', 'Telugu'],
  ['Thai', 'Thai'],
  ['Laoo', 'Lao'],
  ['Khmr', 'Khmer'],
  ['Mymr', 'Myanmar'],
  ['Tibt', 'Tibetan'],
  ['Ethi', 'Ethiopic'],
  ['Cher', 'Cherokee'],
  ['Copt', 'Coptic'],
] as const;

/** Scripts as bits. */
export type ScriptSet = number;

const OTHER = 1 << scripts.length;
const ALL = 2 * OTHER - 1;
const LATIN = 1;
const bitOf = (name: string): ScriptSet => 1 << scripts.findIndex(([code]) => code === name);
const bitsOf = (...names: readonly string[]): ScriptSet => names.reduce((set, name) => set | bitOf(name), 0);

/** What Japanese, Chinese and Korean mix, with Latin: https://www.unicode.org/reports/tr39/#highly_restrictive */
const together: readonly ScriptSet[] = [
  bitsOf('Latn', 'Hani', 'Hira', 'Kana'),
  bitsOf('Latn', 'Hani', 'Bopo'),
  bitsOf('Latn', 'Hani', 'Hang'),
];

const SHARED = /^[\p{scx=Zyyy}\p{scx=Zinh}]$/u;
const patterns = scripts.map(([code]) => new RegExp(`^\\p{scx=${code}}$`, 'u'));

/** The scripts that a letter belongs to. Tries one script after the other: keep the answer. */
export function scriptsOf(letter: string): ScriptSet {
  if (/^[A-Za-z]$/.test(letter)) return LATIN;
  if (SHARED.test(letter)) return ALL;
  const set = patterns.reduce(
    (found, pattern, place) => (pattern.test(letter) ? found | (1 << place) : found),
    0,
  );
  return set === 0 ? OTHER : set;
}

/** Whether letters are all of one script, or of scripts that are written together. */
export function areOneScript(letters: readonly { readonly scripts: ScriptSet }[]): boolean {
  const common = letters.reduce((left, { scripts }) => left & scripts, ALL);
  return (
    common !== 0 || together.some((allowed) => letters.every(({ scripts }) => (scripts & allowed) !== 0))
  );
}

const CJK = bitsOf('Hani', 'Hira', 'Kana', 'Hang', 'Bopo');

/** Whether a letter is of Chinese, Japanese or Korean alone. */
export const isCjk = (set: ScriptSet): boolean => set !== 0 && (set & ~CJK) === 0;

export const isLatinOnly = (set: ScriptSet): boolean => set === LATIN;
export const isOfEveryScript = (set: ScriptSet): boolean => set === ALL;
export const mayBeLatin = (set: ScriptSet): boolean => (set & LATIN) !== 0;

/** `Cyrillic`; nothing where it is not one script that is listed. */
export const scriptName = (set: ScriptSet): string | undefined =>
  scripts.find((_, place) => set === 1 << place)?.[1];
