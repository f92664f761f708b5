import type { Node } from 'jsonc-parser';
import { type Finder, finderOf } from './finder.ts';
import { type Operator, readOperator } from '../language/conditionOperator.ts';
import { textEntriesOf, type TextEntry } from '../language/textEntries.ts';

/** One condition key under one operator. */
export interface ConditionUse {
  readonly operator: Operator | undefined;
  readonly operatorNode: Node;
  readonly operatorText: string;
  readonly key: string;
  readonly lowerKey: string;
  readonly keyNode: Node;
  /** The value, or the list of values, as written. */
  readonly valueNode: Node;
  /** Numbers and booleans as IAM reads them: as text. */
  readonly values: readonly TextEntry[];
}

export interface PrincipalEntry extends TextEntry {
  /** `AWS`, `Service`, `Federated` or `CanonicalUser`; `*` for the bare text. */
  readonly kind: string;
}

/** A statement as far as it is readable: values of the wrong JSON type are left out; another check reports them. */
export interface CheckedStatement {
  readonly node: Node;
  readonly index: number;
  readonly elements: ReadonlyMap<string, { readonly key: Node; readonly value: Node }>;
  readonly effect: 'Allow' | 'Deny' | undefined;
  readonly actions: readonly TextEntry[];
  readonly notActions: readonly TextEntry[];
  /** The entry of Action that takes an action in. */
  readonly matchingAction: Finder<TextEntry>;
  /** The same of NotAction. */
  readonly excludedAction: Finder<TextEntry>;
  readonly resources: readonly TextEntry[];
  readonly notResources: readonly TextEntry[];
  readonly principals: readonly PrincipalEntry[];
  readonly notPrincipals: readonly PrincipalEntry[];
  readonly conditions: readonly ConditionUse[];
}

const NONE: readonly never[] = [];

export function members(node: Node | undefined): readonly { readonly key: Node; readonly value: Node }[] {
  if (node?.type !== 'object' || !node.children) return NONE;
  const found: { readonly key: Node; readonly value: Node }[] = [];
  for (const { children } of node.children) {
    const [key, value] = children ?? NONE;
    if (key && value) found.push({ key, value });
  }
  return found;
}

export function elementsOf(node: Node | undefined) {
  const found = new Map<string, { readonly key: Node; readonly value: Node }>();
  for (const member of members(node)) found.set(String(member.key.value), member);
  return found;
}

const SCALARS = new Set(['string', 'number', 'boolean']);

export const isScalar = (node: Node): boolean => SCALARS.has(node.type);

function scalarsOf(node: Node): readonly TextEntry[] {
  const nodes = node.type === 'array' ? (node.children ?? []) : [node];
  return nodes.flatMap((child) => (isScalar(child) ? [{ text: String(child.value), node: child }] : []));
}

function principalsOf(node: Node | undefined): readonly PrincipalEntry[] {
  if (node?.type === 'string') return [{ kind: '*', text: String(node.value), node }];
  return members(node).flatMap(({ key, value }) =>
    textEntriesOf(value).map((entry) => ({ kind: String(key.value), ...entry })),
  );
}

function conditionsOf(node: Node | undefined): readonly ConditionUse[] {
  return members(node).flatMap(({ key: operatorNode, value: block }) => {
    const operatorText = String(operatorNode.value);
    const operator = readOperator(operatorText);
    return members(block).map(({ key: keyNode, value: valueNode }) => ({
      operator,
      operatorNode,
      operatorText,
      key: String(keyNode.value),
      lowerKey: String(keyNode.value).toLowerCase(),
      keyNode,
      valueNode,
      values: scalarsOf(valueNode),
    }));
  });
}

export function readStatement(node: Node, index: number): CheckedStatement {
  const elements = elementsOf(node);
  const value = (name: string) => elements.get(name)?.value;
  const effect = value('Effect')?.value;
  const actions = textEntriesOf(value('Action'));
  const notActions = textEntriesOf(value('NotAction'));
  return {
    node,
    index,
    elements,
    effect: effect === 'Allow' || effect === 'Deny' ? effect : undefined,
    actions,
    notActions,
    matchingAction: finderOf(actions),
    excludedAction: finderOf(notActions),
    resources: textEntriesOf(value('Resource')),
    notResources: textEntriesOf(value('NotResource')),
    principals: principalsOf(value('Principal')),
    notPrincipals: principalsOf(value('NotPrincipal')),
    conditions: conditionsOf(value('Condition')),
  };
}
