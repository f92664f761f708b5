import type { Node } from 'jsonc-parser';
import { type Candidate, listEntries, member, stringValue } from '../candidates.ts';

/** Statements without a document around them, as tools take them and pages show them. */

const isStatement = (node: Node): boolean =>
  /^(?:Allow|Deny)$/.test(stringValue(member(node, 'Effect')) ?? '') &&
  ['Action', 'NotAction'].some((key) => member(node, key) !== undefined);

/** Whether a node is a list of statements, or one statement. */
export const isStatementList = (node: Node): boolean =>
  isStatement(node) || (listEntries(node).length > 0 && listEntries(node).every(isStatement));

/** The statements as a document. Without a version it would be an older language than what its writers mean. */
export function statementsCandidate(node: Node, title: string | undefined): Candidate {
  const { offset, length } = node;
  const property = (name: string, value: Node): Node => ({
    type: 'property',
    children: [{ type: 'string', value: name, offset, length }, value],
    offset,
    length,
  });
  const version: Node = { type: 'string', value: '2012-10-17', offset, length };
  return {
    node: {
      type: 'object',
      children: [property('Version', version), property('Statement', node)],
      offset,
      length,
    },
    source: 'statements without a document',
    isAnew: true,
    about: [{ code: 'statementsOnly', detail: '2012-10-17', node }],
    ...(title === undefined ? {} : { title }),
  };
}
