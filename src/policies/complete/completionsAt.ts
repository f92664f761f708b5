import type { Catalog } from '../catalog/catalog.ts';
import type { ActionFacts } from '../catalog/service.ts';
import { keyTypeOf, matchedActions, splitAction } from '../catalog/lookup.ts';
import { statementElements } from '../language/print.ts';
import { type CaretContext, caretContext } from './caretContext.ts';
import {
  suggestedValues,
  operatorForms,
  policyElements,
  principalTypes,
  servicePrincipals,
} from './suggestedWords.ts';

export interface Completion {
  readonly label: string;
  /** With quotes where they are still to be written. */
  readonly insertText: string;
  readonly kind: 'element' | 'action' | 'service' | 'resource' | 'operator' | 'key' | 'value';
  readonly detail?: string;
  /** Completions are offered again after it is inserted: a service prefix leads on to its actions. */
  readonly leadsOn?: boolean;
}

export interface Completions {
  readonly items: readonly Completion[];
  readonly replaced: { readonly offset: number; readonly length: number };
  /** Services whose data would give more; load them and ask again. */
  readonly needs: readonly string[];
}

type Plain = Omit<Completion, 'insertText'>;

const words = (labels: readonly string[], kind: Completion['kind']): readonly Plain[] =>
  labels.map((label) => ({ label, kind }));

/**
 * What can be written at a place of a policy's text, in UTF-16 units from its start: elements, services and their actions,
 * ARNs for the statement's actions, operators, the keys that those actions carry, and values that are one of a few. The text
 * may be invalid at the place. Empty where there is no suggestion.
 */
export function completionsAt(text: string, offset: number, catalog: Catalog): Completions {
  const context = caretContext(text, offset);
  if (!context) return { items: [], replaced: { offset, length: 0 }, needs: [] };
  const named = [...context.actions, context.typed].map((action) => splitAction(action)[0]);
  const needs = [...new Set(named)].filter((prefix) => catalog.state(prefix) === 'notLoaded');
  const items = plainItems(context, catalog).map((item) => ({
    ...item,
    insertText: context.inQuotes ? item.label : JSON.stringify(item.label),
  }));
  return { items, replaced: context.replaced, needs };
}

function plainItems(context: CaretContext, catalog: Catalog): readonly Plain[] {
  const [root, , element, ...rest] =
    context.path[0] === 'Statement' && typeof context.path[1] !== 'number'
      ? ['Statement', 0, ...context.path.slice(1)]
      : context.path;
  if (context.atKey) return keys(context, catalog, root, element, rest);
  if (root === 'Version') return words(['2012-10-17'], 'value');
  if (root !== 'Statement') return [];
  if (element === 'Effect') return words(['Allow', 'Deny'], 'value');
  if (element === 'Action' || element === 'NotAction') return actions(context, catalog);
  if (element === 'Resource' || element === 'NotResource') return resources(context, catalog);
  if (element === 'Principal' && rest[0] === 'Service') return words(servicePrincipals, 'value');
  if (element === 'Condition') return values(catalog, String(rest[0] ?? ''), String(rest[1] ?? ''));
  return [];
}

function keys(
  context: CaretContext,
  catalog: Catalog,
  root: unknown,
  element: unknown,
  rest: readonly unknown[],
): readonly Plain[] {
  if (root === undefined) return words(policyElements, 'element');
  if (root !== 'Statement') return [];
  if (element === undefined) return words(statementElements, 'element');
  if (element === 'Principal' || element === 'NotPrincipal') return words(principalTypes, 'element');
  if (element !== 'Condition') return [];
  return rest.length === 0 ? words(operatorForms, 'operator') : conditionKeys(context, catalog);
}

function actions({ typed }: CaretContext, catalog: Catalog): readonly Plain[] {
  const colon = typed.indexOf(':');
  if (colon === -1)
    return catalog.services.map((service) => ({ label: `${service}:`, kind: 'service', leadsOn: true }));
  const service = catalog.service(typed.slice(0, colon).toLowerCase());
  const all: Plain = {
    label: `${typed.slice(0, colon)}:*`,
    kind: 'action',
    detail: 'all actions of the service',
  };
  return service
    ? [
        ...service.actions.map(
          ({ name, accessLevel }): Plain => ({ label: name, kind: 'action', detail: accessLevel }),
        ),
        all,
      ]
    : [];
}

const factsOf = ({ actions: named }: CaretContext, catalog: Catalog): readonly ActionFacts[] =>
  named.flatMap((action) => matchedActions(catalog, action) ?? []);

function resources(context: CaretContext, catalog: Catalog): readonly Plain[] {
  const found = new Map<string, string>([['*', 'everything']]);
  for (const { resourceTypes } of factsOf(context, catalog))
    for (const { name, arnPattern } of resourceTypes)
      found.set(arnPattern.replace('${Partition}', 'aws').replaceAll(/\$\{[^}]*\}/g, '*'), name);
  return [...found].map(([label, detail]) => ({ label, kind: 'resource', detail }));
}

/** `aws:RequestTag/${TagKey}` → `aws:RequestTag/`: the rest is the writer's. */
const fixedPart = (name: string): string => name.replace(/\$\{.*$/, '');

function conditionKeys(context: CaretContext, catalog: Catalog): readonly Plain[] {
  const keysOfActions = factsOf(context, catalog).flatMap(({ conditionKeys: list, resourceTypes }) => [
    ...list,
    ...resourceTypes.flatMap((type) => type.conditionKeys),
  ]);
  const specific = [...new Set(keysOfActions.map(fixedPart))].toSorted();
  const global = catalog.globalKeys
    .map(({ name }) => fixedPart(name))
    .filter((name) => !specific.includes(name));
  return [
    ...specific.map(
      (label): Plain => ({ label, kind: 'key', detail: 'supported by the actions of this statement' }),
    ),
    ...global.map((label): Plain => ({ label, kind: 'key', detail: 'global' })),
  ];
}

function values(catalog: Catalog, operator: string, key: string): readonly Plain[] {
  const lower = key.toLowerCase();
  const type = keyTypeOf(catalog, lower);
  if (/^Null$|Bool/i.test(operator) || type === 'Bool' || type === 'ArrayOfBool')
    return words(['true', 'false'], 'value');
  return words(suggestedValues[lower] ?? [], 'value');
}
