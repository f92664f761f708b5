import type { Node } from 'jsonc-parser';
import { parseJson } from '../language/parse.ts';
import { listEntries, member } from './candidates.ts';
import { decodeEscapes } from './characterEscapes.ts';
import { firstIndex } from './firstIndex.ts';
import type { RepairedText } from './repairedText.ts';

/** Notebooks of Jupyter: the texts of their cells, and what these printed, as one text. */

const SIGN = /"nbformat"\s*:/;

/**
 * The text of a notebook's cells with the way back to the file; nothing for another text.
 * Source: https://nbformat.readthedocs.io/en/latest/format_description.html
 */
export function notebookText(text: string): RepairedText | undefined {
  if (!/^\s*\{/.test(text) || !SIGN.test(text)) return undefined;
  const cells = member(parseJson(text).root, 'cells');
  if (cells?.type !== 'array') return undefined;
  return joined(
    listEntries(cells).flatMap((cell) => [...lines(member(cell, 'source')), ...printed(cell, text)]),
  );
}

/** A text, or the lines of one: the last of them ends the text. */
function lines(node: Node | undefined): readonly Node[] {
  const all = node?.type === 'string' ? [node] : listEntries(node).filter(({ type }) => type === 'string');
  const last = all.at(-1);
  return last ? [...all.slice(0, -1), { ...last, value: `${String(last.value)}\n\n` }] : [];
}

const printed = (cell: Node, text: string): readonly Node[] =>
  listEntries(member(cell, 'outputs')).flatMap((output) => [
    ...lines(member(output, 'text')),
    ...shown(member(output, 'data'), text),
  ]);

/** Of the forms of one output the first that has a policy: a text can be cut off, or say only which form is shown instead. */
function shown(data: Node | undefined, text: string): readonly Node[] {
  const json = member(data, 'application/json');
  const written = json && {
    ...json,
    type: 'string' as const,
    value: text.slice(json.offset, json.offset + json.length),
  };
  const [plain, markdown, page] = ['plain', 'markdown', 'html'].map((form) =>
    lines(member(data, `text/${form}`)),
  );
  const forms = [plain ?? [], markdown ?? [], (page ?? []).map(withoutTags), lines(written)];
  const hasPolicy = (form: readonly Node[]): boolean =>
    form.some(({ value }) => /\b(?:Allow|Deny)\b/.test(String(value)));
  return forms.find(hasPolicy) ?? forms[0] ?? [];
}

/** As a page is shown. */
const withoutTags = (node: Node): Node => ({
  ...node,
  value: String(node.value)
    .replaceAll(/<\/?[a-zA-Z][^<>]{0,300}>/g, ' ')
    .replaceAll(/&#?\w{2,8};/g, decodeEscapes),
});

/** Escapes take more characters in the file: places are exact by the line. */
function joined(pieces: readonly Node[]): RepairedText {
  const anchors: { readonly at: number; readonly node: Node }[] = [];
  let at = 0;
  for (const node of pieces) {
    anchors.push({ at, node });
    at += String(node.value).length;
  }
  return {
    text: pieces.map(({ value }) => String(value)).join(''),
    originalOf: (place) => {
      const anchor = anchors[firstIndex(anchors, (one) => one.at > place) - 1];
      return anchor
        ? anchor.node.offset + Math.min(1 + place - anchor.at, Math.max(1, anchor.node.length - 1))
        : 0;
    },
  };
}
