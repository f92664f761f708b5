import type { Node } from 'jsonc-parser';

/** Changes to a JSON text at places of its tree. Everything else stays as it is written: white space, line ends, escapes. */
export interface JsonEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text after edits that do not overlap, in any order. */
export const applyEditsToText = (text: string, edits: readonly JsonEdit[]): string =>
  edits
    .toSorted((one, other) => other.from - one.from)
    .reduce((rest, edit) => rest.slice(0, edit.from) + edit.text + rest.slice(edit.to), text);

const endOf = ({ offset, length }: Node): number => offset + length;

/** Another value, as JSON, in place of a scalar. */
export const replaceScalar = (node: Node, value: string): JsonEdit => ({
  from: node.offset,
  to: endOf(node),
  text: JSON.stringify(value),
});

/**
 * Removes entries of one list, or members of one object, each with the comma that belongs to it. Each entry before the
 * first remaining one is removed up to the start of the next, each other one from the end of the one before.
 */
export function removeNodes(nodes: readonly Node[]): readonly JsonEdit[] {
  const parent = nodes[0]?.parent;
  if (!parent) return [];
  const siblings = parent.children ?? [];
  const firstRemaining = siblings.findIndex((sibling) => !nodes.includes(sibling));
  if (firstRemaining === -1) return [{ from: parent.offset + 1, to: endOf(parent) - 1, text: '' }];
  return siblings.flatMap((node, index): readonly JsonEdit[] => {
    if (!nodes.includes(node)) return [];
    const [before, next] = [siblings[index - 1], siblings[index + 1]];
    if (index < firstRemaining) return next ? [{ from: node.offset, to: next.offset, text: '' }] : [];
    return before ? [{ from: endOf(before), to: endOf(node), text: '' }] : [];
  });
}

/** How the members of an object, or the entries of a list, are laid out in the text. */
interface Layout {
  /** Line end and indent before each; nothing where they share a line. */
  readonly line: string | undefined;
  /** Indent of one level more. */
  readonly unit: string;
  /** Whether there is no white space between tokens. */
  readonly isTight: boolean;
}

/** Writes a value in the layout of the text around it. */
export type ValueWriter = (layout: Layout) => string;

/** A value as it is written elsewhere in the text. */
export const copiedText =
  (text: string, { offset, length }: Node): ValueWriter =>
  () =>
    text.slice(offset, offset + length);

export const scalarText =
  (value: string): ValueWriter =>
  () =>
    JSON.stringify(value);

export const listText = (values: readonly ValueWriter[]): ValueWriter => enclosed('[', ']', values);

export const objectText = (entries: readonly (readonly [key: string, value: ValueWriter])[]): ValueWriter =>
  enclosed(
    '{',
    '}',
    entries.map(([key, value]) => member(key, value)),
    ' ',
  );

const member =
  (key: string, value: ValueWriter): ValueWriter =>
  (layout) =>
    `${JSON.stringify(key)}:${layout.isTight ? '' : ' '}${value(layout)}`;

function enclosed(open: string, close: string, parts: readonly ValueWriter[], pad = ''): ValueWriter {
  return (layout) => {
    const { line, unit, isTight } = layout;
    const inner = line === undefined ? undefined : `${line}${unit}`;
    const texts = parts.map((part) => part({ ...layout, line: inner }));
    if (texts.length === 0) return `${open}${close}`;
    if (inner !== undefined) return `${open}${inner}${texts.join(`,${inner}`)}${line}${close}`;
    return isTight ? `${open}${texts.join(',')}${close}` : `${open}${pad}${texts.join(', ')}${pad}${close}`;
  };
}

function layoutOf(text: string, parent: Node): Layout {
  const [first] = parent.children ?? [];
  const lead = first ? text.slice(parent.offset + 1, first.offset) : '';
  const [line] = /\r?\n[^\n]*$/.exec(lead) ?? [];
  const between = text.slice(parent.offset, endOf(parent)).replaceAll(/"(?:[^"\\]|\\.)*"/g, '');
  return { line, unit: line === undefined ? '' : unitOf(text, parent, line), isTight: !/\s/.test(between) };
}

/** The indent of the members without that of the line on which their object begins. */
function unitOf(text: string, parent: Node, line: string): string {
  const outer = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', parent.offset) + 1))?.[0] ?? '';
  const inner = line.replace(/^\r?\n/, '');
  return inner.length > outer.length && inner.startsWith(outer) ? inner.slice(outer.length) : '  ';
}

const gapOf = ({ line, isTight }: Layout): string => line ?? (isTight ? '' : ' ');

/** Adds a value to a list, behind one of its entries. */
export function addEntry(text: string, after: Node, value: ValueWriter): JsonEdit {
  const layout = layoutOf(text, after.parent ?? after);
  return { from: endOf(after), to: endOf(after), text: `,${gapOf(layout)}${value(layout)}` };
}

/** Adds a member to an object: behind one of its members, or before all of them. */
export function addMember(
  text: string,
  parent: Node,
  key: string,
  value: ValueWriter,
  after?: Node,
): JsonEdit {
  const layout = layoutOf(text, parent);
  const memberText = member(key, value)(layout);
  const [first] = parent.children ?? [];
  if (!first) return { from: parent.offset + 1, to: endOf(parent) - 1, text: memberText };
  if (!after) return { from: first.offset, to: first.offset, text: `${memberText},${gapOf(layout)}` };
  return { from: endOf(after), to: endOf(after), text: `,${gapOf(layout)}${memberText}` };
}

/** Adds a member to an object, behind all others. */
export const appendMember = (text: string, parent: Node, key: string, value: ValueWriter): JsonEdit =>
  addMember(text, parent, key, value, parent.children?.at(-1));
