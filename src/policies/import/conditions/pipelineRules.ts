import { type ConditionRegion, conditionText, otherwiseWords } from './conditionRegion.ts';
import type { Entries } from './sourceLines.ts';

/** The list below such a key says whether what has the key is done. Source: https://docs.gitlab.com/ci/yaml/#rules */
const RULES =
  /^([^\S\n]*)rules:[^\S\n]*(?:#[^\n]*)?\n((?:[^\S\n]*(?:[-#]|[^\S\n][^\s:]+:)[^\n]*(?:\n|$)){1,60})/gm;

const RULE = /(?:^|\n)[^\S\n]*-[^\S\n]+(?=\S)([^]*?)(?=\n[^\S\n]*-[^\S\n]|$)/g;

/** Jobs of a pipeline with rules: the first that fits decides. */
export function rulesIn(text: string, entries: Entries): readonly ConditionRegion[] {
  return Array.from(text.matchAll(RULES)).flatMap(({ 1: before = '', 2: list = '', index }) => {
    const words = Array.from(list.matchAll(RULE), ([, rule = '']) => wordsOf(rule)).filter(
      (one) => one !== '',
    );
    if (words.length === 0) return [];
    const from = entries.beginningOf(entries.at(index), before.length);
    return [{ from, to: entries.endOf(index, before.length), words: conditionText(words.join(' or ')) }];
  });
}

function wordsOf(rule: string): string {
  const [, asked] = /(?:^|\n)[^\S\n]*if:[^\S\n]*(?=\S)([^\n]{1,300})/.exec(rule) ?? [];
  if (asked === undefined) return '';
  const words = conditionText(asked).replace(/^(['"])(.*)\1$/, '$2');
  return /(?:^|\n)[^\S\n]*when:[^\S\n]*never\b/.test(rule) ? otherwiseWords([words]) : words;
}
