import { type ConditionRegion, otherwiseWords } from './conditionRegion.ts';

/** What a shell puts in where a variable has a value, or where it has none; and other braces, which are around or within it. */
const BRACES =
  /\$\{(?<name>(?:[A-Za-z_]\w{0,60}|\d{1,3}|[@*#?])(?:\[[^\]{}\n]{1,60}\])?):?(?<sign>[-+=])|\{|\}/g;

/**
 * `${NAME:+…}` is there where NAME has a value, `${NAME:-…}` and `${NAME:=…}` where it has none; without the colon, an empty value
 * is one.
 * Source: https://www.gnu.org/software/bash/manual/html_node/Shell-Parameter-Expansion.html
 */
export function shellExpansions(text: string): readonly ConditionRegion[] {
  if (!/\$\{(?:\w+|[@*#?])(?:\[[^\]{}\n]{1,60}\])?:?[-+=]/.test(text)) return [];
  const found: ConditionRegion[] = [];
  const open: { readonly from: number; readonly words?: string }[] = [];
  for (const { 0: brace, index, groups } of text.matchAll(BRACES)) {
    if (brace !== '}') {
      open.push({ from: index + brace.length, ...wordsOf(groups) });
      continue;
    }
    const { from = 0, words } = open.pop() ?? {};
    if (words !== undefined) found.push({ from, to: index, words });
  }
  return found;
}

function wordsOf(groups: Readonly<Record<string, string | undefined>> | undefined) {
  const { name, sign } = groups ?? {};
  if (name === undefined) return {};
  return { words: sign === '+' ? name : otherwiseWords([name]) };
}
