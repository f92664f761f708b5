import { Cursor } from './cursor.ts';
import { withoutIndent } from './indentedText.ts';
import type { Expression } from './tree.ts';

/**
 * Texts of HCL: quoted, and heredocs. `${…}` is an expression, `$${` the text `${`, and `%{…}` a directive.
 * Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#template-expressions
 */
export type ReadExpression = (cursor: Cursor) => Expression | undefined;

/** A quoted text, from its first quotation mark on. Nothing where it does not end. */
export function readQuoted(cursor: Cursor, readExpression: ReadExpression): Expression | undefined {
  const from = cursor.at;
  cursor.at += 1;
  const parts = new Parts();
  while (!cursor.take('"')) {
    if (cursor.isAtEnd || cursor.peek() === '\n') return undefined;
    if (cursor.peek() === '\\') parts.add(escaped(cursor));
    else if (!readPiece(cursor, parts, readExpression)) return undefined;
  }
  return parts.expression(from, cursor.at);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
const CODE = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/y;

function escaped(cursor: Cursor): string {
  const code = cursor.match(CODE);
  if (code !== undefined) {
    const point = Number.parseInt(code.slice(2), 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  }
  const letter = cursor.peek(1);
  cursor.at += 2;
  return ESCAPES[letter] ?? letter;
}

/** A character of a text, or an expression in it. */
function readPiece(cursor: Cursor, parts: Parts, readExpression: ReadExpression): boolean {
  if (cursor.take('$${')) parts.add('${');
  else if (cursor.take('%%{')) parts.add('%{');
  else if (cursor.startsWith('${') || cursor.startsWith('%{'))
    return readInserted(cursor, parts, readExpression);
  else {
    parts.add(cursor.peek());
    cursor.at += 1;
  }
  return true;
}

function readInserted(cursor: Cursor, parts: Parts, readExpression: ReadExpression): boolean {
  const from = cursor.at;
  if (cursor.peek() === '%') {
    // The rest of the text depends on it.
    const close = cursor.text.indexOf('}', from);
    if (close === -1 || close >= cursor.end) return false;
    cursor.at = close + 1;
    parts.insert({ kind: 'computed', what: 'a template directive', from, to: cursor.at });
    return true;
  }
  cursor.at += 2;
  if (cursor.take('~')) parts.endTrimmed();
  const expression = readExpression(cursor);
  cursor.skip('overLines');
  const isTrimming = cursor.take('~');
  if (!expression || !cursor.take('}')) return false;
  parts.insert(expression);
  if (isTrimming) parts.trimNext();
  return true;
}

/** What a text is put together from. */
class Parts {
  #text = '';
  #isTrimming = false;
  readonly #parts: Expression[] = [];

  add(text: string): void {
    const added = this.#isTrimming ? text.trimStart() : text;
    if (added !== '') this.#isTrimming = false;
    this.#text += added;
  }

  /** `${~`: spaces before it are none. */
  endTrimmed(): void {
    this.#text = this.#text.trimEnd();
  }

  /** `~}`: spaces behind it are none. */
  trimNext(): void {
    this.#isTrimming = true;
  }

  insert(expression: Expression): void {
    this.#isTrimming = false;
    this.#flush(expression.from);
    this.#parts.push(expression);
  }

  #flush(at: number): void {
    if (this.#text !== '') this.#parts.push({ kind: 'literal', value: this.#text, from: at, to: at });
    this.#text = '';
  }

  /** `<<-`: the spaces that all lines begin with are none. */
  withoutIndent(from: number, to: number): Expression {
    const read = this.expression(from, to);
    return read.kind === 'template'
      ? { ...read, parts: withoutIndent(read.parts) }
      : (withoutIndent([read])[0] ?? read);
  }

  expression(from: number, to: number): Expression {
    if (this.#parts.length === 0) return { kind: 'literal', value: this.#text, from, to };
    this.#flush(to);
    return { kind: 'template', parts: this.#parts, from, to };
  }
}

const HEREDOC = /<<[-~]?([\p{ID_Start}_][\p{ID_Continue}-]*)[^\S\n]*\n/uy;

/** A heredoc, from `<<` on. Nothing where it does not end. */
export function readHeredoc(cursor: Cursor, readExpression: ReadExpression): Expression | undefined {
  const from = cursor.at;
  const head = cursor.match(HEREDOC);
  if (head === undefined) return undefined;
  const name = head.replace(/^<<[-~]?/, '').trim();
  const end = new RegExp(`^[^\\S\\n]*${name}[^\\S\\n]*$`, 'gm');
  end.lastIndex = cursor.at;
  const close = end.exec(cursor.text);
  if (!close || close.index > cursor.end) return undefined;
  const inner = new Cursor(cursor.text, cursor.at, close.index);
  const parts = new Parts();
  while (!inner.isAtEnd) if (!readPiece(inner, parts, readExpression)) return undefined;
  cursor.at = close.index + close[0].length;
  return head.startsWith('<<-') ? parts.withoutIndent(from, cursor.at) : parts.expression(from, cursor.at);
}

/** A text that is a template as a whole, such as a file. Nothing where an expression in it cannot be read. */
export function readTemplate(text: string, readExpression: ReadExpression): Expression | undefined {
  const cursor = new Cursor(text);
  const parts = new Parts();
  while (!cursor.isAtEnd) if (!readPiece(cursor, parts, readExpression)) return undefined;
  return parts.expression(0, text.length);
}
