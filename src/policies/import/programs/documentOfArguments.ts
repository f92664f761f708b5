import type { Node } from 'jsonc-parser';
import { hasPlaceholder } from '../../language/placeholder.ts';
import { list, literal, object, property } from '../builtNodes.ts';
import { listEntries, membersOf, repeatedName } from '../candidates.ts';
import { calledFunction } from '../containers/functionCalls.ts';
import { computed } from '../hcl/nodeParts.ts';
import { isEmpty, statementOfArguments } from '../hcl/statementArguments.ts';

/** A document of the arguments of a data source, as libraries have them that are made from Terraform’s provider. */
export function documentOfArguments(given: Node, statements: string): Node {
  const named = withNames(given, snakeCase);
  const members = new Map([...membersOf(named)].filter(([, value]) => !isEmpty(value)));
  const unused =
    repeatedName(named) ??
    [...members.keys()].find((name) => ![statements, 'version', 'policy_id'].includes(name));
  const entries = members.get(statements);
  const isKnown = unused === undefined && entries?.type === 'array';
  const all = isKnown
    ? list(
        listEntries(entries).map((entry) => statementOf(entry)),
        entries,
      )
    : computed(unused ?? statements, given);
  const [version, id] = [members.get('version'), members.get('policy_id')];
  return object(
    [
      property('Version', version ?? literal('2012-10-17', given)),
      ...(id ? [property('Id', id)] : []),
      property('Statement', all),
    ],
    given,
  );
}

const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Whether a name is given in place of a list of actions: the list could have any action. */
export const isUnknownList = ({ value }: Node): boolean =>
  typeof value === 'string' && hasPlaceholder(value) && !value.includes(':');

/** An object whose members are called in another way. */
export function withNames(given: Node, nameOf: (name: string) => string): Node {
  const children = (given.children ?? []).map((member) => {
    const [key, value] = member.children ?? [];
    return key && value
      ? { ...member, children: [{ ...key, value: nameOf(String(key.value)) }, value] }
      : member;
  });
  return { ...given, children };
}

/** `notActions` is `not_actions`. */
function statementOf(entry: Node): Node {
  if (entry.type !== 'object' || calledFunction(entry)) return computed('a statement', entry);
  const named = withNames(entry, snakeCase);
  const unknown = [...membersOf(named)].find(
    ([name, value]) => /actions$/.test(name) && isUnknownList(value),
  );
  if (unknown) return computed(unknown[0], entry);
  return statementOfArguments(named, {
    textOf: ({ value }) => (typeof value === 'string' ? value : undefined),
  });
}
