import type { Node } from 'jsonc-parser';
import { coversResourcePattern } from '../exact/resourceCover.ts';
import { coversAction } from '../language/subsumes.ts';
import { isPattern } from '../language/glob.ts';
import { PrefixIndex } from '../language/prefixIndex.ts';
import type { Check, CheckContext, Rule } from './check.ts';
import { identity, statements } from './examples.ts';
import { type CheckedStatement, members } from './checkedStatement.ts';
import type { TextEntry } from '../language/textEntries.ts';

const actionRule: Rule = {
  code: 'REDUNDANT_ACTION',
  type: 'SUGGESTION',
  message: '{count} of the actions are redundant: {first} is covered by {cover}.',
  advice: 'Remove entries that another entry in the list covers. Access doesn’t change.',
  invalid: identity({ Action: ['s3:GetObject', 's3:Get*'] }),
  valid: identity({ Action: ['s3:GetObject', 's3:List*'] }),
};
const resourceRule: Rule = {
  code: 'REDUNDANT_RESOURCE',
  type: 'SUGGESTION',
  message: '{count} of the resources are redundant: {first} is covered by {cover}.',
  advice: 'Remove entries that another entry in the list covers. Access doesn’t change.',
  invalid: identity({ Resource: ['arn:aws:s3:::ml-input*', 'arn:aws:s3:::ml-input*/*'] }),
  valid: identity({ Resource: ['arn:aws:s3:::ml-input/*', 'arn:aws:s3:::ml-output/*'] }),
};
const statementRule: Rule = {
  code: 'REDUNDANT_STATEMENT',
  type: 'SUGGESTION',
  message: 'The statement duplicates statement {other}.',
  advice: 'Remove one of them.',
  invalid: statements([
    { Effect: 'Allow', Action: ['s3:GetObject'], Resource: '*' },
    { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
  ]),
  valid: statements([
    { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
    { Effect: 'Deny', Action: 's3:GetObject', Resource: '*' },
  ]),
};

interface Covered {
  readonly entry: TextEntry;
  readonly by: string;
}

/** Comparisons that one list may cost. Only a list made to be slow comes near; what was not compared is not reported. */
const MAX_COMPARISONS = 20_000;

/** How the texts of a list compare. */
interface Comparison {
  fold(text: string): string;
  covers(wide: string, narrow: string): boolean;
  /** Whether a text can cover any other at all. */
  isWide(text: string): boolean;
}

const actionsCompare: Comparison = {
  fold: (text) => text.toLowerCase(),
  covers: coversAction,
  isWide: isPattern,
};

const HAS_ALL_FIELDS = /^(?:[^:]*:){5}/;

/** To an ARN with fewer than six fields IAM adds what is missing. */
const resourcesCompare = (variables: boolean): Comparison => ({
  fold: (text) => text,
  covers: (wide, narrow) => coversResourcePattern({ text: wide, variables }, { text: narrow, variables }),
  isWide: (text) => isPattern(text) || !HAS_ALL_FIELDS.test(text),
});

/**
 * The entries that could all be removed, each with one that stays or goes for the same reason. Looked at from the last to the
 * first, each beside those that are still there: of entries that cover each other the first stays.
 */
function covered(entries: readonly TextEntry[], { fold, covers, isWide }: Comparison): readonly Covered[] {
  const texts = entries.map(({ text }) => fold(text));
  const first = new Map<string, number>();
  for (const [place, text] of texts.entries()) if (!first.has(text)) first.set(text, place);
  if (first.size === texts.length && !texts.some(isWide)) return [];
  const index = new PrefixIndex<number>();
  for (const [place, text] of texts.entries()) if (isWide(text)) index.add(text, place);
  const gone = new Set<number>();
  let left = MAX_COMPARISONS;
  const isCover = (other: number, place: number): boolean => {
    left -= 1;
    return left >= 0 && other !== place && !gone.has(other) && covers(texts[other] ?? '', texts[place] ?? '');
  };
  const found: Covered[] = [];
  for (let place = texts.length - 1; place >= 0; place -= 1) {
    const text = texts[place] ?? '';
    const same = first.get(text);
    const by =
      same !== place ? same : left > 0 ? index.find(text, (other) => isCover(other, place)) : undefined;
    const entry = entries[place];
    if (by === undefined || !entry) continue;
    gone.add(place);
    found.push({ entry, by: entries[by]?.text ?? '' });
  }
  return found.toReversed();
}

function checkList(context: CheckContext, rule: Rule, entries: readonly TextEntry[], comparison: Comparison) {
  const [first, ...rest] = entries.length < 2 ? [] : covered(entries, comparison);
  if (!first) return;
  const values = { count: String(rest.length + 1), first: first.entry.text, cover: first.by };
  context.report(
    rule,
    first.entry.node,
    values,
    rest.map(({ entry }) => entry.node),
  );
}

/**
 * A statement as a text that is equal for equal statements; order within a list and the Sid do not count. Of a key that an object
 * has twice the order counts: which one is read is not agreed.
 */
export function fingerprint(node: Node): string {
  const plain = (value: Node): unknown => {
    if (value.type === 'array') {
      const list = (value.children ?? []).map((child) => JSON.stringify(plain(child))).sort();
      return list.length === 1 ? JSON.parse(list[0] ?? 'null') : list;
    }
    return value.type === 'object' ? sorted(value) : value.value;
  };
  const sorted = (object: Node): unknown =>
    members(object)
      .filter(({ key }) => object !== node || key.value !== 'Sid')
      .map(({ key, value }) => [String(key.value), plain(value)] as const)
      .toSorted(([one], [other]) => (one === other ? 0 : one < other ? -1 : 1));
  return JSON.stringify(sorted(node));
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
    else report(statementRule, node, { other: String(other + 1) });
  }
}

export const redundancy: Check = {
  rules: [actionRule, resourceRule, statementRule],
  run(context) {
    const comparison = resourcesCompare(context.version === '2012-10-17');
    for (const { actions, notActions, resources, notResources } of context.statements) {
      for (const list of [actions, notActions]) checkList(context, actionRule, list, actionsCompare);
      for (const list of [resources, notResources]) checkList(context, resourceRule, list, comparison);
    }
    checkStatements(context);
  },
};
