import type { Node } from 'jsonc-parser';
import { isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument } from 'yaml';

/** A YAML text as the same kind of tree that JSON gives, or where it is none. Loaded only when someone brings YAML. */
export type YamlReading =
  | { readonly ok: true; readonly root: Node }
  | { readonly ok: false; readonly detail: string; readonly offset: number };

export type ReadYaml = (text: string) => YamlReading;

/** Deeper than any policy; the limit of CloudFormation templates is 500 levels. */
const MAX_DEPTH = 100;

/**
 * Tags of templates become the functions that they are short for. Aliases are refused: only CloudFormation decides what
 * they mean. Whatever the library throws at comes back as a reading, too.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 */
export const readYaml: ReadYaml = (text) => {
  const refused = tooSlowToRead(text);
  if (refused) return { ok: false, ...refused };
  try {
    const document = parseDocument(text, {
      customTags,
      // The library compares each key with all before it; `mapping` looks them up.
      uniqueKeys: false,
      logLevel: 'error',
      prettyErrors: false,
    });
    const [error] = document.errors;
    if (error) return { ok: false, detail: error.code, offset: Math.min(error.pos[0], text.length) };
    const root = document.contents;
    return root ? convert(root, 0) : { ok: false, detail: 'EMPTY', offset: 0 };
  } catch {
    return { ok: false, detail: 'UNREADABLE', offset: 0 };
  }
};

/**
 * Brackets that are open at once, marks of collections side by side, and commas with nothing between them: no text has so many, and
 * the library takes long for each of them.
 */
const TOO_MANY = 5000;

/** Why a text is not tried, and where. One pass; brackets, marks and commas in strings and comments count, too. */
function tooSlowToRead(text: string): { readonly detail: string; readonly offset: number } | undefined {
  let [depth, marks, commas] = [0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    const isBlank = character === ' ' || character === '\t';
    if ('-?:'.includes(character)) marks += 1;
    else if (!isBlank) marks = 0;
    if (character === ',') commas += 1;
    else if (!isBlank && character !== '\n' && character !== '\r') commas = 0;
    if (depth > TOO_MANY || marks > TOO_MANY) return { detail: 'TOO_DEEP', offset: at };
    if (commas > TOO_MANY) return { detail: 'UNEXPECTED_TOKEN', offset: at };
  }
  return undefined;
}

const functions = [
  'Base64',
  'Cidr',
  'And',
  'Equals',
  'If',
  'Not',
  'Or',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'ImportValue',
  'Join',
  'Select',
  'Split',
  'Sub',
  'Transform',
  'Ref',
  'Condition',
];

/** Known so that the library keeps them on their node, whatever it is. */
const customTags = functions.flatMap((name) => [
  { tag: `!${name}`, resolve: (text: string) => text },
  { tag: `!${name}`, collection: 'seq' as const },
  { tag: `!${name}`, collection: 'map' as const },
]);

type Converted = YamlReading;

function convert(node: ParsedNode, depth: number): Converted {
  const [start, end] = node.range;
  const place = { offset: start, length: end - start };
  if (depth > MAX_DEPTH) return { ok: false, detail: 'TOO_DEEP', offset: start };
  if (isAlias(node)) return { ok: false, detail: 'ALIAS', offset: start };
  const plain = isScalar(node)
    ? scalar(node.value, node.source, place)
    : isSeq(node)
      ? sequence(node.items, place, depth)
      : mapping(node.items, place, depth);
  return plain.ok && node.tag ? call(node.tag, plain.root) : plain;
}

interface Place {
  readonly offset: number;
  readonly length: number;
}

/** A number that is written otherwise than it is read (an account ID that begins with 0) is refused: which one counts is chance. */
function scalar(value: unknown, source: string | undefined, place: Place): Converted {
  if (typeof value === 'string') return { ok: true, root: { type: 'string', value, ...place } };
  if (typeof value === 'number' && source === String(value))
    return { ok: true, root: { type: 'number', value, ...place } };
  if (typeof value === 'boolean') return { ok: true, root: { type: 'boolean', value, ...place } };
  if (value === null) return { ok: true, root: { type: 'null', value, ...place } };
  return { ok: false, detail: 'SCALAR', offset: place.offset };
}

function sequence(items: readonly unknown[], place: Place, depth: number): Converted {
  const children: Node[] = [];
  for (const item of items) {
    const child = isParsed(item) ? convert(item, depth + 1) : undefined;
    if (!child) return { ok: false, detail: 'ENTRY', offset: place.offset };
    if (!child.ok) return child;
    children.push(child.root);
  }
  return { ok: true, root: { type: 'array', children, ...place } };
}

function mapping(
  items: readonly { readonly key: unknown; readonly value: unknown }[],
  place: Place,
  depth: number,
): Converted {
  const children: Node[] = [];
  const keys = new Set<unknown>();
  for (const { key, value } of items) {
    if (!isScalar(key) || !isParsed(key)) return { ok: false, detail: 'KEY', offset: place.offset };
    if (keys.has(key.value)) return { ok: false, detail: 'DUPLICATE_KEY', offset: key.range[0] };
    keys.add(key.value);
    const at = { offset: key.range[0], length: key.range[1] - key.range[0] };
    const child: Converted = isParsed(value)
      ? convert(value, depth + 1)
      : { ok: true, root: { type: 'null', value: null, ...at } };
    if (!child.ok) return child;
    // A key is its text as written: `2012-10-17` and `true` are no keys of a policy, but must not become others.
    const name: Node = { type: 'string', value: key.source ?? String(key.value), ...at };
    children.push({ type: 'property', children: [name, child.root], ...at });
  }
  return { ok: true, root: { type: 'object', children, ...place } };
}

const isParsed = (node: unknown): node is ParsedNode =>
  (isScalar(node) || isSeq(node) || isMap(node) || isAlias(node)) && Array.isArray(node.range);

/** `!Ref X` is `{ Ref: X }`, `!Sub X` is `{ "Fn::Sub": X }`. A tag of YAML itself says only what the value is anyway. */
function call(tag: string, argument: Node): Converted {
  const name = tag.replace(/^!/, '');
  if (!functions.includes(name)) return { ok: true, root: argument };
  const place = { offset: argument.offset, length: argument.length };
  const key: Node = {
    type: 'string',
    value: name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`,
    ...place,
  };
  return {
    ok: true,
    root: { type: 'object', children: [{ type: 'property', children: [key, argument], ...place }], ...place },
  };
}
