import { escapeDeceptiveCharacters } from '../language/characters/escapeCharacters.ts';
import { snakeCase } from '../language/letterCase.ts';
import { type Input, isReference, type Piece, piecesOf } from './parameters.ts';

/** HCL as `terraform fmt` lays it out. Source: https://developer.hashicorp.com/terraform/language/style */

export interface Attribute {
  readonly key: string;
  /** An expression in one line, or its lines. */
  readonly value: string | readonly string[];
}

export interface Block {
  readonly head: string;
  readonly body: readonly Item[];
}

export type Item = Attribute | Block;

const isBlock = (item: Item): item is Block => 'head' in item;
const isLong = (item: Item): boolean => isBlock(item) || typeof item.value !== 'string';

/** An attribute with a text. */
export const textAttribute = (key: string, value: string, inputs: readonly Input[] = []): Attribute => ({
  key,
  value: stringExpression(value, inputs),
});
/** An attribute with an expression. */
export const rawAttribute = (key: string, value: string): Attribute => ({ key, value });
export const block = (head: string, ...body: readonly Item[]): Block => ({ head, body });

/** Blocks with an empty line between them. */
export const hcl = (blocks: readonly Block[]): string =>
  `${blocks.map((block) => blockLines(block, '').join('\n')).join('\n\n')}\n`;

function blockLines({ head, body }: Block, indent: string): readonly string[] {
  return [`${indent}${head} {`, ...bodyLines(body, `${indent}  `), `${indent}}`];
}

function bodyLines(body: readonly Item[], indent: string): readonly string[] {
  return body.flatMap((item, index) => {
    const before = body[index - 1];
    const gap = before !== undefined && (isBlock(item) || isBlock(before)) ? [''] : [];
    if (isBlock(item)) return [...gap, ...blockLines(item, indent)];
    return [...gap, ...attributeLines(item, indent, widthOf(body, index))];
  });
}

/** Neighbors of one line each have their `=` in one column; a longer attribute is aligned with nothing. */
function widthOf(body: readonly Item[], index: number): number {
  const item = body[index];
  if (item === undefined || isBlock(item)) return 0;
  if (isLong(item)) return item.key.length;
  let from = index;
  while (from > 0 && !isLong(body[from - 1] ?? item)) from -= 1;
  const end = body.findIndex((item, place) => place >= index && isLong(item));
  const run = body.slice(from, end === -1 ? undefined : end);
  return Math.max(...run.map((item) => (isBlock(item) ? 0 : item.key.length)));
}

function attributeLines({ key, value }: Attribute, indent: string, width: number): readonly string[] {
  if (typeof value === 'string') return [`${indent}${key.padEnd(width)} = ${value}`];
  const [first = '', ...others] = value;
  return [`${indent}${key} = ${first}`, ...others.map((line) => `${indent}${line}`)];
}

/** A list: one entry in one line, several on a line each. */
export function listExpression(entries: readonly string[]): string | readonly string[] {
  if (entries.length < 2) return `[${entries.join()}]`;
  return ['[', ...entries.map((entry) => `  ${entry},`), ']'];
}

/** A text as a template of HCL: parameters are read from variables and ARNs from resources; nothing else in it is ever evaluated. */
export function stringExpression(text: string, inputs: readonly Input[] = []): string {
  const pieces = piecesOf(text, inputs);
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined && typeof only !== 'string') return reference(only);
  return `"${pieces.map(pieceText).join('')}"`;
}

const reference = (input: Input): string =>
  isReference(input) ? `aws_iam_role.${snakeCase(input.role)}.arn` : `var.${snakeCase(input.name)}`;

/**
 * `$${` and `%%{` escape `${` and `%{`. A sign before such a pair, or before a variable, is written by its
 * number: it would be read as a part of the pair.
 * Source: https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences
 */
function pieceText(piece: Piece): string {
  if (typeof piece !== 'string') return `\${${reference(piece)}}`;
  return escapeDeceptiveCharacters(piece, escaped, (part) =>
    part
      .replace(/["\\]/g, escaped)
      .replace(/[$%](?=[$%]|$)/g, (sign) => (sign === '$' ? '\\u0024' : '\\u0025'))
      .replace(/([$%])\{/g, '$1$1{'),
  );
}

function escaped(sign: string): string {
  if (sign === '"' || sign === '\\') return `\\${sign}`;
  if (/\p{Cs}/u.test(sign)) return '\\ufffd';
  const code = sign.codePointAt(0) ?? 0;
  return code > 0xffff
    ? `\\U${code.toString(16).padStart(8, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}
