import type { Node } from 'jsonc-parser';
import { literal, object, property } from '../builtNodes.ts';
import { hasPlaceholder } from '../../language/placeholder.ts';
import { membersOf, repeatedName, stringValue } from '../candidates.ts';
import { calledFunction, isNoValue } from '../containers/functionCalls.ts';
import { entriesOf } from './collections.ts';
import { computed } from './nodeParts.ts';
import {
  type ConditionValue,
  conditionElement,
  entriesOfElement,
  type NamedValue,
  principalsElement,
  statementLists,
} from './statementParts.ts';

/** How an object with the arguments of a statement is read. */
export interface ArgumentsContext {
  /** A value as one text: keys of conditions can be nothing else. */
  textOf(node: Node): string | undefined;
  /** Whether what makes the statement passes over an argument that it is given. */
  isIgnored?(name: string): boolean;
  /** Whether it has a resource for a statement with principals and without one. */
  readonly addsResource?: boolean;
}

/**
 * The statement that the provider’s data source makes of arguments, as an object has them: `actions`, `principals`, `condition`. An
 * argument that is not known, or whose value is not, makes all of it unread.
 */
export const statementOfArguments = (node: Node, context: ArgumentsContext): Node =>
  new StatementArguments(context).statement(node);

const others = ['sid', 'effect', 'principals', 'not_principals', 'condition', 'conditions'];

const isArgument = (name: string): boolean =>
  others.includes(name) || statementLists.some(([list]) => list === name);

/** What is as good as not given. */
export const isEmpty = (node: Node): boolean =>
  node.type === 'null' || isNoValue(node) || (node.children?.length === 0 && node.type !== 'property');

class StatementArguments {
  readonly #context: ArgumentsContext;

  constructor(context: ArgumentsContext) {
    this.#context = context;
  }

  statement(node: Node): Node {
    const members = new Map([...membersOf(node)].filter(([, value]) => !isEmpty(value)));
    const isTwice = members.has('condition') && members.has('conditions');
    const unused =
      repeatedName(node) ??
      [...members.keys()].find(
        (name) => !isArgument(name) || this.#context.isIgnored?.(name) || (isTwice && name === 'conditions'),
      );
    if (unused !== undefined) return computed(unused, node);
    const of = (name: string) => members.get(name);
    const lists = statementLists.flatMap(([name, element]) => {
      const given = of(name);
      return given ? [property(element, entriesOfElement(given, element.endsWith('Resource')))] : [];
    });
    const hasPrincipals = ['principals', 'not_principals'].some((name) => members.has(name));
    const hasResources = ['resources', 'not_resources'].some((name) => members.has(name));
    const isAdded = this.#context.addsResource === true && hasPrincipals && !hasResources;
    const sid = of('sid');
    return object(
      [
        ...(sid ? [property('Sid', sid)] : []),
        property('Effect', of('effect') ?? literal('Allow', node)),
        ...lists,
        ...(isAdded ? [property('Resource', computed('resources', node))] : []),
        ...this.#principals('Principal', of('principals')),
        ...this.#principals('NotPrincipal', of('not_principals')),
        ...this.#conditions(of('condition') ?? of('conditions')),
      ],
      node,
    );
  }

  #principals(element: string, given: Node | undefined): readonly Node[] {
    if (!given) return [];
    const found = objectsIn(given, 'type')?.map((one) => this.#principal(one));
    return found?.every((one) => one !== undefined)
      ? principalsElement(element, found)
      : [property(element, computed('principals', given))];
  }

  #principal(node: Node): NamedValue | undefined {
    const members = membersOf(node);
    const [type, identifiers] = [knownText(members.get('type')), members.get('identifiers')];
    if (type === undefined || !identifiers || (node.children?.length ?? 0) > 2) return undefined;
    return { name: type, value: entriesOfElement(identifiers, true), place: node };
  }

  #conditions(given: Node | undefined): readonly Node[] {
    if (!given) return [];
    const found = objectsIn(given, 'test')?.map((one) => this.#condition(one));
    return found?.every((one) => one !== undefined)
      ? conditionElement(found)
      : [property('Condition', computed('a condition', given))];
  }

  #condition(node: Node): ConditionValue | undefined {
    const members = membersOf(node);
    const [operator, variable] = [knownText(members.get('test')), members.get('variable')];
    const [name, values] = [variable && this.#context.textOf(variable), members.get('values')];
    if (operator === undefined || !name || !values || (node.children?.length ?? 0) > 3) return undefined;
    return { operator, name, value: entriesOfElement(values, true), place: node };
  }
}

/** The operator of a condition and the type of a principal: what only a program knows could be any. */
function knownText(node: Node | undefined): string | undefined {
  const text = stringValue(node);
  return text === undefined || hasPlaceholder(text) ? undefined : text;
}

/** One object with a member, or those of a list or a map; nothing where they are not known. */
function objectsIn(node: Node, name: string): readonly Node[] | undefined {
  if (membersOf(node).has(name)) return [node];
  const entries = entriesOf(node);
  return entries?.every(
    ({ under, mayBeMore, value }) => under.length === 0 && !mayBeMore && !calledFunction(value),
  )
    ? entries.map(({ value }) => value)
    : undefined;
}
