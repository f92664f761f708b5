import type { Node } from 'jsonc-parser';
import {
  addEntry,
  copiedText,
  type Edit,
  listText,
  objectText,
  removeNodes,
  scalarText,
  type Written,
} from './edit.ts';
import type { Fixer } from './fix.ts';
import { findMember, keyTextOf, hasName, type Site, statementAround, valueIn } from './site.ts';

/** The resources of a statement, replaced by `*`. */
const isResource = (key: string): boolean => key === 'Resource';

function onEveryResource(statement: Node): readonly Edit[] {
  const resource = valueIn(findMember(statement, isResource));
  return resource ? [{ from: resource.offset, to: resource.offset + resource.length, text: '"*"' }] : [];
}

/** The statement once more, for some of its actions and on every resource. Its name stays with the other one. */
function copyFor({ text }: Site, statement: Node, actions: readonly Node[]): Written {
  const members = (statement.children ?? []).filter((member) => keyTextOf(member) !== 'Sid');
  return objectText(
    members.flatMap((member) => {
      const [key, value] = [keyTextOf(member), valueIn(member)];
      if (key === 'Resource') return [[key, scalarText('*')] as const];
      const entries = actions.map((action) => copiedText(text, action));
      if (key === 'Action')
        return [[key, entries.length === 1 && entries[0] ? entries[0] : listText(entries)] as const];
      return value ? [[key, copiedText(text, value)] as const] : [];
    }),
  );
}

/** Denies actions that their resources never meet on every resource, in a separate statement if there are other actions. */
function edits(site: Site): readonly Edit[] {
  const { text, node, nodes } = site;
  const statement = statementAround(node);
  if (!statement) return [];
  const actions = valueIn(findMember(statement, hasName('Action')));
  if (actions?.type !== 'array' || nodes.length === actions.children?.length)
    return onEveryResource(statement);
  const copy = copyFor(site, statement, nodes);
  if (statement.parent?.type === 'array') return [...removeNodes(nodes), addEntry(text, statement, copy)];
  const { offset, length } = statement;
  const end = offset + length;
  const behind = copy({ line: undefined, unit: '', isTight: false });
  return [
    { from: offset, to: offset, text: '[' },
    ...removeNodes(nodes),
    { from: end, to: end, text: `, ${behind}]` },
  ];
}

export const deadDenials: Fixer = {
  codes: ['SPB_ACTION_NEVER_DENIED'],
  rewrites: (site) => {
    const [first] = site.nodes;
    const one = site.nodes.length === 1 && first ? String(first.value) : `these ${site.nodes.length} actions`;
    const changes = edits(site);
    return changes.length === 0 ? [] : [{ title: `Deny ${one} on all resources`, edits: changes }];
  },
};
