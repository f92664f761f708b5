import type { Node } from 'jsonc-parser';
import { type Alias, isAlias, isMap, isScalar, isSeq, type ParsedNode, parseDocument } from 'yaml';
import { tooSlowToRead } from './yamlEffort.ts';

/**
 * A YAML text as the same kind of tree that JSON gives, or where it is none. `doubts`: values that other readers may take for something
 * else; what has one in it is no policy. Loaded only when someone brings YAML.
 */
export type YamlReading =
  | {
      readonly ok: true;
      readonly root: Node;
      readonly doubts: readonly YamlDoubt[];
      /** Places of values that aliases stand for. */
      readonly repeated: readonly Place[];
    }
  | { readonly ok: false; readonly detail: string; readonly offset: number };

export interface YamlDoubt {
  readonly detail: string;
  readonly offset: number;
  readonly length: number;
}

export type ReadYaml = (text: string) => YamlReading;

/** Deeper than any policy; the limit of CloudFormation templates is 500 levels. */
const MAX_DEPTH = 100;

/**
 * Tags of templates become the functions that they are short for. An alias is what its anchor is, as long as that is not much.
 * Whatever the library throws at comes back as a reading, too.
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
    return root ? new Converter().whole(root) : { ok: false, detail: 'EMPTY', offset: 0 };
  } catch {
    return { ok: false, detail: 'UNREADABLE', offset: 0 };
  }
};

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
  'ToJsonString',
  'Length',
  'Ref',
  'Condition',
];

/** Known so that the library keeps them on their node, whatever it is. */
const customTags = functions.flatMap((name) => [
  { tag: `!${name}`, resolve: (text: string) => text },
  { tag: `!${name}`, collection: 'seq' as const },
  { tag: `!${name}`, collection: 'map' as const },
]);

interface Place {
  readonly offset: number;
  readonly length: number;
}

/** So many nodes may come from aliases: what is repeated again and again is no policy. */
const MAX_REPEATED = 20_000;

/** Words that YAML 1.1, by which CloudFormation and the AWS CLI read, takes for truth values. */
const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['on', true],
  ['no', false],
  ['off', false],
]);

/** A number that YAML 1.1 reads as another one: octal, or in base 60. */
const OTHER_NUMBER = /^[-+]?(?:0\d[\d_]*|\d[\d_]*_[\d_]*|\d+(?::[0-5]?\d)+)$/;

class Converter {
  readonly #anchors = new Map<string, ParsedNode>();
  readonly #doubts: YamlDoubt[] = [];
  readonly #targets: Place[] = [];
  #repeated = 0;
  /** Within an alias: the place of the alias counts. */
  #at: Place | undefined;

  whole(root: ParsedNode): YamlReading {
    const converted = this.#convert(root, 0);
    return { ok: true, root: converted, doubts: this.#doubts, repeated: this.#targets };
  }

  #convert(node: ParsedNode, depth: number): Node {
    const place = this.#at ?? placeOf(node.range);
    if (this.#at) this.#repeated += 1;
    if (depth > MAX_DEPTH) return this.#doubt('TOO_DEEP', place);
    if (isAlias(node)) return this.#alias(node, place, depth);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    const plain = isScalar(node)
      ? this.#scalar(node.value, node.source, node.type === 'PLAIN', place)
      : isSeq(node)
        ? this.#sequence(node.items, place, depth)
        : this.#mapping(node.items, place, depth);
    return node.tag ? this.#call(node.tag, plain) : plain;
  }

  #doubt(detail: string, place: Place): Node {
    this.#doubts.push({ detail, ...place });
    return { type: 'null', value: null, ...place };
  }

  #alias(node: Alias, place: Place, depth: number): Node {
    const target = this.#repeated > MAX_REPEATED ? undefined : this.#anchors.get(node.source);
    if (!target) return this.#doubt('ALIAS', place);
    this.#targets.push(placeOf(target.range));
    const before = this.#at;
    this.#at = place;
    const found = this.#convert(target, depth + 1);
    this.#at = before;
    return found;
  }

  /** A number that is written otherwise than it is read (an account ID that begins with 0) is in doubt: which one counts is chance. */
  #scalar(value: unknown, source: string | undefined, isPlain: boolean, place: Place): Node {
    const word = isPlain ? WORDS.get((source ?? '').toLowerCase()) : undefined;
    if (word !== undefined) return { type: 'boolean', value: word, ...place };
    if (isPlain && OTHER_NUMBER.test(source ?? '')) return this.#doubt('SCALAR', place);
    if (typeof value === 'string') return { type: 'string', value, ...place };
    if (typeof value === 'number' && source === String(value)) return { type: 'number', value, ...place };
    if (typeof value === 'boolean') return { type: 'boolean', value, ...place };
    return value === null ? { type: 'null', value: null, ...place } : this.#doubt('SCALAR', place);
  }

  #sequence(items: readonly unknown[], place: Place, depth: number): Node {
    const children = items.map((item) =>
      isParsed(item) ? this.#convert(item, depth + 1) : this.#doubt('ENTRY', place),
    );
    return withParent({ type: 'array', children, ...place });
  }

  #mapping(
    items: readonly { readonly key: unknown; readonly value: unknown }[],
    place: Place,
    depth: number,
  ): Node {
    const children: Node[] = [];
    const merged: Node[] = [];
    for (const { key, value } of items) {
      if (isScalar(key) && key.value === '<<' && isParsed(value)) {
        merged.push(...this.#merged(value, depth));
        continue;
      }
      if (!isScalar(key) || !isParsed(key)) {
        this.#doubt('KEY', place);
        continue;
      }
      const at = this.#at ?? placeOf(key.range);
      const child: Node = isParsed(value)
        ? this.#convert(value, depth + 1)
        : { type: 'null', value: null, ...at };
      // A key is its text as written: `2012-10-17` and `true` are no keys of a policy, but must not become others.
      const name: Node = { type: 'string', value: key.source ?? String(key.value), ...at };
      children.push(withParent({ type: 'property', children: [name, child], ...at }));
    }
    const keys = new Set(children.map(nameOf));
    const inherited = merged.filter((child) => !keys.has(nameOf(child)));
    return withParent({ type: 'object', children: [...children, ...inherited], ...place });
  }

  /** `<<: *defaults` has the keys of another mapping that it has not itself. */
  #merged(value: ParsedNode, depth: number): readonly Node[] {
    const { type, children = [], ...place } = this.#convert(value, depth + 1);
    if (type === 'object') return children;
    this.#doubt('MERGE', place);
    return [];
  }

  /** `!Ref X` is `{ Ref: X }`, `!Sub X` is `{ "Fn::Sub": X }`. A tag of YAML itself says only what the value is anyway. */
  #call(tag: string, argument: Node): Node {
    const name = tag.replace(/^!/, '');
    const place = { offset: argument.offset, length: argument.length };
    if (!functions.includes(name))
      return tag.startsWith('!') && tag.length > 1 ? this.#doubt(tag, place) : argument;
    const key: Node = {
      type: 'string',
      value: name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`,
      ...place,
    };
    const property = withParent({ type: 'property', children: [key, argument], ...place });
    return withParent({ type: 'object', children: [property], ...place });
  }
}

const nameOf = ({ children: [key] = [] }: Node): unknown => key?.value;

const placeOf = ([start, end]: readonly [number, number, ...number[]]): Place => ({
  offset: start,
  length: end - start,
});

/** A node is found again from those in it, as in a tree of JSON. */
function withParent(node: Node): Node {
  for (const child of node.children ?? []) Object.assign(child, { parent: node });
  return node;
}

const isParsed = (node: unknown): node is ParsedNode =>
  (isScalar(node) || isSeq(node) || isMap(node) || isAlias(node)) && Array.isArray(node.range);
