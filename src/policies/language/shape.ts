import type { Node } from 'jsonc-parser';
import type { Path } from './policy.ts';
import { errorAt, type ParseError } from './parseError.ts';

/** Says whether a value has the shape that the policy grammar gives its element, whatever it means. */
type Shape = (node: Node, path: Path) => readonly ParseError[];

const wrong = (expected: string, node: Node, path: Path) => [errorAt('shape', expected, path, node)];

const text: Shape = (node, path) => (node.type === 'string' ? [] : wrong('text', node, path));

const effect: Shape = (node, path) =>
  node.value === 'Allow' || node.value === 'Deny' ? [] : wrong('Allow or Deny', node, path);

/** Conditions take numbers and booleans too, and IAM reads them as text. */
const scalar: Shape = (node, path) =>
  ['string', 'number', 'boolean'].includes(node.type) ? [] : wrong('text, number or true/false', node, path);

const oneOrMany =
  (entry: Shape): Shape =>
  (node, path) =>
    node.type === 'array'
      ? (node.children ?? []).flatMap((child, index) => entry(child, [...path, index]))
      : entry(node, path);

const eachProperty =
  (value: Shape): Shape =>
  (node, path) => {
    if (node.type !== 'object') return wrong('an object', node, path);
    return members(node).flatMap(([key, child]) => value(child, [...path, key]));
  };

const principal: Shape = (node, path) =>
  node.type === 'string' ? text(node, path) : eachProperty(oneOrMany(text))(node, path);

const elements: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['Sid', text],
  ['Effect', effect],
  ['Principal', principal],
  ['NotPrincipal', principal],
  ['Action', oneOrMany(text)],
  ['NotAction', oneOrMany(text)],
  ['Resource', oneOrMany(text)],
  ['NotResource', oneOrMany(text)],
  ['Condition', eachProperty(eachProperty(oneOrMany(scalar)))],
]);

const statement: Shape = (node, path) => {
  if (node.type !== 'object') return wrong('a statement', node, path);
  const elementsOfStatement = members(node);
  const missing = elementsOfStatement.some(([key]) => key === 'Effect') ? [] : wrong('Effect', node, path);
  return [
    ...missing,
    ...elementsOfStatement.flatMap(([key, child]) => elementErrors(elements, key, child, [...path, key])),
  ];
};

const root: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['Version', text],
  ['Id', text],
  ['Statement', oneOrMany(statement)],
]);

/** Every place where a parsed text is not of the shape of a policy document. */
export function shapeErrors(node: Node): readonly ParseError[] {
  if (node.type !== 'object') return wrong('a policy document', node, []);
  const elementsOfPolicy = members(node);
  const missing = elementsOfPolicy.some(([key]) => key === 'Statement') ? [] : wrong('Statement', node, []);
  return [...missing, ...elementsOfPolicy.flatMap(([key, child]) => elementErrors(root, key, child, [key]))];
}

function elementErrors(shapes: ReadonlyMap<string, Shape>, key: string, node: Node, path: Path) {
  const shape = shapes.get(key);
  return shape ? shape(node, path) : wrong(`one of ${[...shapes.keys()].join(', ')}`, node, path);
}

function members(node: Node): readonly (readonly [key: string, value: Node])[] {
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [[String(key.value), value] as const] : [],
  );
}
