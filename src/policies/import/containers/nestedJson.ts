import type { Node } from 'jsonc-parser';
import { parseJson } from '../../language/parse.ts';
import type { Candidate } from '../candidates.ts';

/** JSON in a text of JSON: events of CloudTrail and items of AWS Config come so. */

/** Whether a string could be JSON with a policy somewhere in it. */
export const isTextOfJson = (node: Node): boolean =>
  node.type === 'string' &&
  /^\s*[[{]/.test(String(node.value)) &&
  /Statement|PolicyDocument|policyDocument/.test(String(node.value));

/** The policies in a text: each as a text of its own, at the place of the whole. */
export function withinText(node: Node, find: (root: Node) => readonly Candidate[]): readonly Candidate[] {
  const text = String(node.value);
  const { root } = parseJson(text);
  return root ? find(root).map((candidate) => ({ ...candidate, ...asText(candidate.node, text, node) })) : [];
}

function asText(found: Node, text: string, { offset, length }: Node): Pick<Candidate, 'node'> {
  const value: unknown =
    found.type === 'string' ? found.value : text.slice(found.offset, found.offset + found.length);
  return { node: { type: 'string', value, offset, length } };
}
