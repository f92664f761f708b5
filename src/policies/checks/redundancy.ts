import type { Node } from 'jsonc-parser';
import { globMatcher, isPattern } from '../glob.ts';
import type { Check, CheckContext, Rule } from './check.ts';
import { identity, statements } from './examples.ts';
import { type CheckedStatement, type Entry, members } from './statement.ts';

const action: Rule = {
  code: 'REDUNDANT_ACTION',
  type: 'SUGGESTION',
  says: '{count} of the actions add nothing: {first} is covered by {cover}.',
  advice: 'Remove what another entry of the same list covers; access stays the same.',
  raises: identity({ Action: ['s3:GetObject', 's3:Get*'] }),
  passes: identity({ Action: ['s3:GetObject', 's3:List*'] }),
};
const resource: Rule = {
  code: 'REDUNDANT_RESOURCE',
  type: 'SUGGESTION',
  says: '{count} of the resources add nothing: {first} is covered by {cover}.',
  advice: 'Remove what another entry of the same list covers; access stays the same.',
  raises: identity({ Resource: ['arn:aws:s3:::ml-input*', 'arn:aws:s3:::ml-input*/*'] }),
  passes: identity({ Resource: ['arn:aws:s3:::ml-input/*', 'arn:aws:s3:::ml-output/*'] }),
};
const statement: Rule = {
  code: 'REDUNDANT_STATEMENT',
  type: 'SUGGESTION',
  says: 'The statement says the same as statement {other}.',
  advice: 'Remove one of the two.',
  raises: statements([
    { Effect: 'Allow', Action: ['s3:GetObject'], Resource: '*' },
    { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
  ]),
  passes: statements([
    { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
    { Effect: 'Deny', Action: 's3:GetObject', Resource: '*' },
  ]),
};

interface Covered {
  readonly entry: Entry;
  readonly by: string;
}

/** Comparisons that one list may cost. Only a list made to be slow comes near. */
const MAX_COMPARISONS = 200_000;

/**
 * The entries that another entry of the list covers, duplicates after the first included. Patterns are found by the text
 * before their first wildcard, so that only those are compared that can match.
 */
function covered(entries: readonly Entry[], fold: (text: string) => string): readonly Covered[] {
  if (entries.length < 2) return [];
  const texts = entries.map(({ text }) => fold(text));
  const hasPatterns = texts.some(isPattern);
  if (!hasPatterns && new Set(texts).size === texts.length) return [];
  const byStart = patternsByStart(texts);
  const lengths = [...new Set([...byStart.keys()].map((start) => start.length))];
  const seen = new Set<string>();
  let left = MAX_COMPARISONS;
  const coverOf = (text: string): string | undefined => {
    for (const length of lengths) {
      for (const { pattern, matches } of byStart.get(text.slice(0, length)) ?? []) {
        left -= 1;
        if (left < 0) return undefined;
        if (pattern !== text && matches(text)) return pattern;
      }
    }
    return undefined;
  };
  const found: Covered[] = [];
  for (const [index, entry] of entries.entries()) {
    const text = texts[index] ?? '';
    const by = seen.has(text) ? text : coverOf(text);
    seen.add(text);
    if (by !== undefined) found.push({ entry, by: entries[texts.indexOf(by)]?.text ?? by });
  }
  return found;
}

function patternsByStart(texts: readonly string[]) {
  const found = new Map<
    string,
    { readonly pattern: string; readonly matches: (text: string) => boolean }[]
  >();
  for (const pattern of new Set(texts.filter(isPattern))) {
    const start = pattern.slice(0, pattern.search(/[*?]/));
    const known = found.get(start) ?? [];
    known.push({ pattern, matches: globMatcher(pattern) });
    found.set(start, known);
  }
  return found;
}

function checkList(
  context: CheckContext,
  rule: Rule,
  entries: readonly Entry[],
  fold: (text: string) => string,
) {
  const [first, ...rest] = covered(entries, fold);
  if (!first) return;
  const values = { count: String(rest.length + 1), first: first.entry.text, cover: first.by };
  context.report(
    rule,
    first.entry.node,
    values,
    rest.map(({ entry }) => entry.node),
  );
}

/** A statement as a text that is equal for equal statements; order within a list and the Sid do not count. */
function fingerprint(node: Node): string {
  const plain = (value: Node): unknown => {
    if (value.type === 'array') {
      const list = (value.children ?? []).map((child) => JSON.stringify(plain(child))).sort();
      return list.length === 1 ? JSON.parse(list[0] ?? 'null') : list;
    }
    if (value.type !== 'object') return value.value;
    return members(value)
      .map(({ key, value: inner }) => [key.value, plain(inner)])
      .sort((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1));
  };
  return JSON.stringify(
    members(node)
      .filter(({ key }) => key.value !== 'Sid')
      .map(({ key, value }) => [key.value, plain(value)])
      .sort((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1)),
  );
}

/** Equal for all statements that can be equal, and cheap. */
const roughly = ({ effect, actions, resources, conditions }: CheckedStatement): number =>
  ((actions.length * 4096 + resources.length) * 64 + conditions.length) * 2 + (effect === 'Deny' ? 1 : 0);

function checkStatements({ statements: list, report }: CheckContext): void {
  if (list.length < 2) return;
  const alike = new Map<number, number>();
  for (const one of list) alike.set(roughly(one), (alike.get(roughly(one)) ?? 0) + 1);
  const seen = new Map<string, number>();
  for (const one of list) {
    if (alike.get(roughly(one)) === 1) continue;
    const { node, index } = one;
    const text = fingerprint(node);
    const other = seen.get(text);
    if (other === undefined) seen.set(text, index);
    else report(statement, node, { other: String(other + 1) });
  }
}

export const redundancy: Check = {
  rules: [action, resource, statement],
  run(context) {
    const lower = (text: string) => text.toLowerCase();
    const same = (text: string) => text;
    for (const { actions, notActions, resources, notResources } of context.statements) {
      for (const list of [actions, notActions]) checkList(context, action, list, lower);
      for (const list of [resources, notResources]) checkList(context, resource, list, same);
    }
    checkStatements(context);
  },
};
