import { findNodeAtLocation, getNodeValue, parseTree } from 'jsonc-parser';
import type { Path } from '../document.ts';
import {
  conditionPlace,
  type Fix,
  type FixContext,
  type FixEffect,
  type Fixer,
  without,
  withValue,
} from './fix.ts';

interface Place {
  readonly block: Path;
  readonly operator: string;
  readonly key: string;
}

function valueAt(text: string, path: Path): unknown {
  const root = parseTree(text);
  const node = root && findNodeAtLocation(root, [...path]);
  return node && getNodeValue(node);
}

/** The text without a key, and without its operator when nothing is left under it. */
function withoutKey(text: string, { block, operator, key }: Place): string {
  const rest = without(text, [[...block, operator, key]]);
  const left = valueAt(rest, [...block, operator]);
  const isEmpty = typeof left === 'object' && left !== null && Object.keys(left).length === 0;
  return isEmpty ? without(rest, [[...block, operator]]) : rest;
}

/** The key moved under another operator; none when it stands there already. */
function moved(text: string, place: Place, operator: string, value?: unknown): string | undefined {
  const target = [...place.block, operator, place.key];
  if (operator === place.operator || valueAt(text, target) !== undefined) return undefined;
  const kept = value ?? valueAt(text, [...place.block, place.operator, place.key]);
  return kept === undefined ? undefined : withValue(withoutKey(text, place), target, kept);
}

function move(
  { text, finding }: FixContext,
  title: (operator: string) => string,
  effect: FixEffect,
  to: (operator: string) => string,
  value?: unknown,
): readonly Fix[] {
  const place = conditionPlace(finding.path);
  const operator = place && to(place.operator);
  const changed = place && operator && moved(text, place, operator, value);
  return changed === undefined || changed === '' || operator === undefined
    ? []
    : [{ title: title(operator), effect, text: changed }];
}

const use = (operator: string): string => `Use ${operator}`;
const withoutQualifier = (operator: string): string => operator.replace(/^For(?:All|Any)Values?:/i, '');

export const conditionFixes: readonly Fixer[] = [
  {
    codes: ['EQUIVALENT_TO_NULL_FALSE'],
    fixes: (context) =>
      move(
        context,
        () => 'Ask with Null whether the key is there',
        'same',
        () => 'Null',
        'false',
      ),
  },
  {
    codes: ['EQUIVALENT_TO_NULL_TRUE'],
    fixes: (context) =>
      move(
        context,
        () => 'Ask with Null whether the key is absent',
        'same',
        () => 'Null',
        'true',
      ),
  },
  {
    codes: ['STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS'],
    fixes: (context) =>
      move(context, use, 'narrows', (operator) => operator.replace(/String(Not)?Like/i, 'Arn$1Like')),
  },
  {
    codes: ['WILDCARD_WITHOUT_LIKE_OPERATOR'],
    fixes: (context) =>
      move(context, use, 'changes', (operator) =>
        operator.replace(/String(Not)?Equals(?:IgnoreCase)?/i, 'String$1Like'),
      ),
  },
  {
    codes: ['FORALLVALUES_WITH_SINGLE_VALUED_KEY'],
    fixes: (context) => move(context, use, 'narrows', withoutQualifier),
  },
  {
    codes: ['MISSING_QUALIFIER'],
    fixes: (context) =>
      ['ForAnyValue', 'ForAllValues'].flatMap((qualifier) =>
        move(context, use, 'changes', (operator) => `${qualifier}:${operator}`),
      ),
  },
  {
    codes: ['NULL_WITH_QUALIFIER', 'NULL_WITH_IF_EXISTS'],
    fixes: (context) => {
      const place = placeOfOperator(context);
      return place ? renamed(context, place, 'Null') : [];
    },
  },
  {
    codes: ['DEPRECATED_GLOBAL_CONDITION_KEY', 'UNSUPPORTED_GLOBAL_CONDITION_KEY'],
    fixes: ({ text, finding }) => {
      const place = conditionPlace(finding.path);
      const value = place && valueAt(text, [...place.block, place.operator, place.key]);
      if (!place || value === undefined) return [];
      const target = [...place.block, place.operator, 'aws:PrincipalArn'];
      if (valueAt(text, target) !== undefined) return [];
      const rest = without(text, [[...place.block, place.operator, place.key]]);
      return [{ title: 'Use aws:PrincipalArn', effect: 'changes', text: withValue(rest, target, value) }];
    },
  },
  {
    codes: ['SPB_FORALLVALUES_WITHOUT_NULL'],
    fixes: ({ text, finding }) => {
      const place = conditionPlace(finding.path);
      if (!place || valueAt(text, [...place.block, 'Null', place.key]) !== undefined) return [];
      const changed = withValue(text, [...place.block, 'Null', place.key], 'false');
      return [{ title: 'Ask with Null that the key is there', effect: 'narrows', text: changed }];
    },
  },
];

function placeOfOperator({
  finding,
}: FixContext): { readonly block: Path; readonly operator: string } | undefined {
  const at = finding.path.lastIndexOf('Condition');
  const operator = finding.path[at + 1];
  return at === -1 || typeof operator !== 'string'
    ? undefined
    : { block: finding.path.slice(0, at + 1), operator };
}

/** A whole operator under another name; none when the other is there already. */
function renamed(
  { text }: FixContext,
  { block, operator }: { readonly block: Path; readonly operator: string },
  to: string,
): readonly Fix[] {
  const value = valueAt(text, [...block, operator]);
  if (value === undefined || valueAt(text, [...block, to]) !== undefined) return [];
  const changed = withValue(without(text, [[...block, operator]]), [...block, to], value);
  return [{ title: use(to), effect: 'same', text: changed }];
}
