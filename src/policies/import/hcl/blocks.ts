import { Cursor, IDENTIFIER } from './cursor.ts';
import { readExpression } from './expressions.ts';
import type { Attribute, Block } from './tree.ts';

/** A file of HCL: its blocks, each read by itself, and the places where one cannot be read. */
export interface HclFile {
  readonly blocks: readonly Block[];
  readonly broken: readonly { readonly from: number; readonly to: number; readonly at: number }[];
}

/** Where a block of a configuration begins: first in its line, with its labels. */
const BEGINNING =
  /^[^\S\n]*(?:resource|data|module|locals|variable|output|provider|terraform|moved|import|check|ephemeral|removed|inputs|generate|dependency|include)\b[^\n={]*\{/gm;

/** Reads the blocks of a text; what is between them is no part of a configuration. */
export function readHcl(text: string): HclFile {
  const blocks: Block[] = [];
  const broken: { from: number; to: number; at: number }[] = [];
  let end = 0;
  const beginnings = [...text.matchAll(BEGINNING)];
  for (const [index, { 0: head, index: at }] of beginnings.entries()) {
    if (at < end) continue;
    const cursor = new Cursor(text, at);
    cursor.skip('inLine');
    const block = readBlock(cursor, 0);
    const next = beginnings[index + 1]?.index ?? text.length;
    if (block) blocks.push(block);
    else broken.push({ from: at + head.search(/\S/), to: next, at: Math.min(cursor.at, text.length) });
    end = block ? block.to : next;
  }
  return { blocks, broken };
}

const MAX_DEPTH = 50;

function readBlock(cursor: Cursor, depth: number): Block | undefined {
  const from = cursor.at;
  const type = cursor.match(IDENTIFIER);
  return type === undefined ? undefined : readBlockOf(cursor, type, from, depth);
}

const LABEL = /"((?:[^"\\\n]|\\.)*)"/y;

function readBlockOf(cursor: Cursor, type: string, from: number, depth: number): Block | undefined {
  const labels: string[] = [];
  for (cursor.skip('inLine'); !cursor.take('{'); cursor.skip('inLine')) {
    const label = cursor.match(LABEL)?.slice(1, -1) ?? cursor.match(IDENTIFIER);
    if (label === undefined) return undefined;
    labels.push(label);
  }
  const body = depth > MAX_DEPTH ? undefined : readBody(cursor, depth);
  return body && { type, labels, ...body, from, to: cursor.at };
}

function readBody(cursor: Cursor, depth: number): Pick<Block, 'attributes' | 'blocks'> | undefined {
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  for (;;) {
    cursor.skip('overLines');
    if (cursor.take('}')) return { attributes, blocks };
    const from = cursor.at;
    const name = cursor.match(IDENTIFIER);
    if (name === undefined) return undefined;
    cursor.skip('inLine');
    if (cursor.peek() === '=' && cursor.peek(1) !== '=') {
      cursor.at += 1;
      const value = readExpression(cursor, 'inLine');
      if (!value) return undefined;
      attributes.push({ name, value, from, to: cursor.at });
      continue;
    }
    const block = readBlockOf(cursor, name, from, depth + 1);
    if (!block) return undefined;
    blocks.push(block);
  }
}
