import type { Node } from 'jsonc-parser';
import {
  addEntry,
  copiedText,
  type JsonEdit,
  listText,
  objectText,
  removeNodes,
  scalarText,
  type ValueWriter,
} from './jsonEdits.ts';
import type { Fixer } from './fix.ts';
import {
  findMember,
  memberKey,
  isKey,
  type FindingSite,
  statementAround,
  memberValue,
} from './findingSite.ts';

/** The resources of a statement, replaced by `*`. */
const isResource = (key: string): boolean => key === 'Resource';

function onEveryResource(statement: Node): readonly JsonEdit[] {
  const resource = memberValue(findMember(statement, isResource));
  return resource ? [{ from: resource.offset, to: resource.offset + resource.length, text: '"*"' }] : [];
}

/** The statement once more, for some of its actions and on every resource. Its name stays with the other one. */
function copyFor({ text }: FindingSite, statement: Node, actions: readonly Node[]): ValueWriter {
  const members = (statement.children ?? []).filter((member) => memberKey(member) !== 'Sid');
  return objectText(
    members.flatMap((member) => {
      const [key, value] = [memberKey(member), memberValue(member)];
      if (key === 'Resource') return [[key, scalarText('*')] as const];
      const entries = actions.map((action) => copiedText(text, action));
      if (key === 'Action')
        return [[key, entries.length === 1 && entries[0] ? entries[0] : listText(entries)] as const];
      return value ? [[key, copiedText(text, value)] as const] : [];
    }),
  );
}

/** Denies actions that their resources never meet on every resource, in a separate statement if there are other actions. */
function edits(site: FindingSite): readonly JsonEdit[] {
  const { text, node, nodes } = site;
  const statement = statementAround(node);
  if (!statement) return [];
  const actions = memberValue(findMember(statement, isKey('Action')));
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

export const removeDeadDenials: Fixer = {
  codes: ['SPB_ACTION_NEVER_DENIED'],
  rewrites: (site) => {
    const [first] = site.nodes;
    const one = site.nodes.length === 1 && first ? String(first.value) : `these ${site.nodes.length} actions`;
    const changes = edits(site);
    return changes.length === 0 ? [] : [{ title: `Deny ${one} on all resources`, edits: changes }];
  },
};
