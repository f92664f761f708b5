import { type Cursor, IDENTIFIER } from './cursor.ts';
import type { ReadExpression } from './templates.ts';
import type { Expression } from './tree.ts';

/**
 * `for` in brackets of a list or an object: `[for b in buckets : "${b}/*" if b != ""]`. The cursor is behind the opening bracket; where
 * it is none that can be read, it stays there.
 * Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#for-expressions
 */
export function readFor(cursor: Cursor, read: ReadExpression, close: ']' | '}'): Expression | undefined {
  const start = cursor.at;
  const found = forFrom(cursor, read, close);
  if (!found) cursor.at = start;
  return found && { ...found, from: start - 1, to: cursor.at };
}

const FOR = /for\s/y;
const IN = /in\b/y;
const IF = /if\b/y;

function forFrom(cursor: Cursor, read: ReadExpression, close: ']' | '}'): Expression | undefined {
  const from = cursor.at;
  cursor.skip('overLines');
  if (cursor.match(FOR) === undefined) return undefined;
  const names = namesBefore(cursor);
  if (!names) return undefined;
  const collection = read(cursor);
  cursor.skip('overLines');
  if (!collection || !cursor.take(':')) return undefined;
  const first = read(cursor);
  cursor.skip('overLines');
  const second = cursor.take('=>') ? read(cursor) : undefined;
  cursor.skip('overLines');
  const isGrouped = cursor.take('...');
  cursor.skip('overLines');
  const isTested = cursor.match(IF) !== undefined;
  const condition = isTested ? read(cursor) : undefined;
  if (isTested && !condition) return undefined;
  cursor.skip('overLines');
  if (!first || (close === '}') !== (second !== undefined) || !cursor.take(close)) return undefined;
  return {
    kind: 'for',
    names,
    collection,
    value: second ?? first,
    ...(second ? { key: first } : {}),
    ...(condition ? { condition } : {}),
    isGrouped,
    from,
    to: cursor.at,
  };
}

/** One name or two, and `in`. */
function namesBefore(cursor: Cursor): readonly string[] | undefined {
  const names: string[] = [];
  for (;;) {
    cursor.skip('overLines');
    const name = cursor.match(IDENTIFIER);
    if (name === undefined) return undefined;
    names.push(name);
    cursor.skip('overLines');
    if (cursor.take(',') && names.length < 2) continue;
    return cursor.match(IN) === undefined ? undefined : names;
  }
}
