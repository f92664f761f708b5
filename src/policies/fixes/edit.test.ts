import fc from 'fast-check';
import { getNodePath, getNodeValue, type Node } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { duplicates, parseJson } from '../language/parse.ts';
import { runs } from '../testing/effort.ts';
import {
  addEntry,
  addMember,
  appendMember,
  type JsonEdit,
  applyEditsToText,
  listText,
  objectText,
  removeNodes,
  scalarText,
} from './jsonEdits.ts';
import { layouts, texts } from './testing/layouts.ts';
import { sequence } from './testing/sequence.ts';

const nested = fc.letrec<{ value: unknown; list: unknown; object: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('a', 'b "c"', '\\', ', ', ']', '{', ''),
    fc.constantFrom<unknown>(1, true, null),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.dictionary(fc.constantFrom('a', 'b', ',', '"'), tie('value'), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
}));
const written = texts(nested.object)
  .map((text) => text.replace(/^\uFEFF/, ''))
  .filter((text) => {
    const { root } = parseJson(text);
    return root !== undefined && duplicates(root).length === 0;
  });

function everyNode(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(everyNode)];
}

const rootOf = (text: string): Node => parseJson(text).root!;
const containers = (text: string): readonly Node[] =>
  everyNode(rootOf(text)).filter(
    ({ type, children }) => (type === 'array' || type === 'object') && children!.length > 0,
  );

const entriesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

/** The value at a path, changed. */
function changedAt(
  value: unknown,
  path: readonly (string | number)[],
  change: (at: unknown) => unknown,
): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((entry, index) => (index === name ? changedAt(entry, rest, change) : entry));
  return Object.fromEntries(
    Object.entries(membersOf(value)).map(([key, entry]) => [
      key,
      key === name ? changedAt(entry, rest, change) : entry,
    ]),
  );
}

const holds = (
  edits: (
    node: Node,
    text: string,
    random: () => number,
  ) => readonly [readonly JsonEdit[], (at: unknown) => unknown],
) =>
  fc.assert(
    fc.property(written, fc.nat(2 ** 31 - 1), (text, seed) => {
      const random = sequence(seed);
      const all = containers(text);
      const node = all[Math.floor(random() * all.length)];
      if (!node) return;
      const [changes, change] = edits(node, text, random);
      const after = applyEditsToText(text, changes);
      expect(JSON.parse(after), after).toEqual(
        changedAt(getNodeValue(rootOf(text)), getNodePath(node), change),
      );
      const [outside] = [text.slice(0, node.offset)];
      expect(after.startsWith(outside)).toBe(true);
      expect(after.endsWith(text.slice(node.offset + node.length))).toBe(true);
    }),
    { numRuns: runs(500) },
  );

const isList = ({ type }: Node): boolean => type === 'array';

describe('laws of edits, in every layout', () => {
  it('removes the first, the last, some or all of a list or an object', () => {
    holds((node, _, random) => {
      const gone = node.children!.filter(() => random() < 0.5);
      const places = new Set(gone.map((child) => node.children!.indexOf(child)));
      return [
        removeNodes(gone),
        (at) =>
          isList(node)
            ? entriesOf(at).filter((_entry, index) => !places.has(index))
            : Object.fromEntries(Object.entries(membersOf(at)).filter((_entry, index) => !places.has(index))),
      ];
    });
  });

  it('adds an entry or a member, with what is nested in it', () => {
    holds((node, text, random) => {
      const value = objectText([
        ['x', scalarText('y')],
        ['z', listText([scalarText('"'), objectText([])])],
      ]);
      const plain = { x: 'y', z: ['"', {}] };
      const after = node.children![Math.floor(random() * node.children!.length)]!;
      if (isList(node))
        return [
          [addEntry(text, after, value)],
          (at) => entriesOf(at).toSpliced(node.children!.indexOf(after) + 1, 0, plain),
        ];
      const edit =
        random() < 0.3
          ? appendMember(text, node, 'n', value)
          : addMember(text, node, 'n', value, random() < 0.5 ? after : undefined);
      return [[edit], (at) => ({ ...membersOf(at), n: plain })];
    });
  });
});

const LIST = ['s3:Get*', 's3:GetObject', 's3:PutObject'];
describe.each(layouts)('a list in the layout “$name”', (layout) => {
  const text = `{${layout.open('  ')}"Action"${layout.colon}[${layout.open('  ')}${LIST.map((entry) => JSON.stringify(entry)).join(`${layout.beforeComma},${layout.comma('  ')}`)}${layout.close('  ')}]${layout.close('')}}`;
  it.each([[[0]], [[1]], [[2]], [[0, 1]], [[1, 2]], [[0, 2]], [[0, 1, 2]]])(
    'loses the entries %j and nothing else',
    (places) => {
      const entries = rootOf(text).children![0]!.children![1]!.children!;
      const after = applyEditsToText(text, removeNodes(places.map((place) => entries[place]!)));
      expect(JSON.parse(after)).toEqual({ Action: LIST.filter((_, index) => !places.includes(index)) });
    },
  );
});

it('adds in the layout that is there', () => {
  const add = (text: string) =>
    applyEditsToText(text, [appendMember(text, rootOf(text), 'c', objectText([['d', scalarText('e')]]))]);
  expect(add('{"a":"b"}')).toBe('{"a":"b","c":{"d":"e"}}');
  expect(add('{ "a": "b" }')).toBe('{ "a": "b", "c": { "d": "e" } }');
  expect(add('{\n  "a": "b"\n}')).toBe('{\n  "a": "b",\n  "c": {\n    "d": "e"\n  }\n}');
  expect(add('{\r\n\t"a": "b"\r\n}')).toBe('{\r\n\t"a": "b",\r\n\t"c": {\r\n\t\t"d": "e"\r\n\t}\r\n}');
  expect(add('{}')).toBe('{"c":{"d":"e"}}');
  const inList = '[\n    {\n      "a": "b"\n    }\n]';
  const value = objectText([['d', listText([])]]);
  expect(applyEditsToText(inList, [appendMember(inList, rootOf(inList).children![0]!, 'c', value)])).toBe(
    '[\n    {\n      "a": "b",\n      "c": {\n        "d": []\n      }\n    }\n]',
  );
});
