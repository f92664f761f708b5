import type { Node } from 'jsonc-parser';
import { list, literal, object, type Place, property } from '../builtNodes.ts';
import { listEntries } from '../candidates.ts';

/**
 * The parts of a statement as the provider’s data source makes them of its arguments.
 * Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */

/** Argument → element. */
export const statementLists = [
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
] as const;

/** One entry of a list is its value, as the provider writes it. */
export function entriesOfElement(node: Node, hasVariables: boolean): Node {
  const [only, ...others] = listEntries(node);
  const entries = only && others.length === 0 ? only : node;
  return hasVariables ? withVariables(entries) : entries;
}

/** `&{…}` is a policy variable: `${…}` would be an expression of Terraform. */
function withVariables(node: Node): Node {
  if (node.type === 'string') return { ...node, value: String(node.value).replaceAll('&{', '${') };
  return node.children ? { ...node, children: node.children.map(withVariables) } : node;
}

/** A value under a name, with the place of what it is made of. */
export interface NamedValue {
  readonly name: string;
  readonly value: Node;
  readonly place: Place;
}

/** `Principal` or `NotPrincipal`, by the types of principals; nothing without any. */
export function principalsElement(element: string, given: readonly NamedValue[]): readonly Node[] {
  const [first] = given;
  if (!first) return [];
  // Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document (principals)
  const isEveryone = given.length === 1 && first.name === '*' && first.value.value === '*';
  return [property(element, isEveryone ? literal('*', first.place) : object(joined(given), first.place))];
}

export interface ConditionValue extends NamedValue {
  readonly operator: string;
}

/** `Condition`, by operator and key; nothing without any. */
export function conditionElement(given: readonly ConditionValue[]): readonly Node[] {
  const [first] = given;
  if (!first) return [];
  const operators = [...new Set(given.map(({ operator }) => operator))].map((operator) =>
    property(operator, object(joined(given.filter((one) => one.operator === operator)), first.place)),
  );
  return [property('Condition', object(operators, first.place))];
}

/** Properties; the values of those with the same name are one list. */
function joined(given: readonly NamedValue[]): readonly Node[] {
  const names = [...new Set(given.map(({ name }) => name))];
  return names.map((name) => {
    const same = given.filter((one) => one.name === name);
    const [first] = same;
    if (first && same.length === 1) return property(name, first.value);
    const values = same.flatMap(({ value }) => (value.type === 'array' ? listEntries(value) : [value]));
    return property(name, list(values, first ? first.place : { offset: 0, length: 0 }));
  });
}
