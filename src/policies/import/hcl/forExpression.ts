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
  if (cursor.matchNext(FOR) === undefined) return undefined;
  const names = namesBefore(cursor);
  if (!names) return undefined;
  const collection = read(cursor);
  if (!collection || !cursor.takeNext(':')) return undefined;
  const first = read(cursor);
  const second = cursor.takeNext('=>') ? read(cursor) : undefined;
  const isGrouped = cursor.takeNext('...');
  const isTested = cursor.matchNext(IF) !== undefined;
  const condition = isTested ? read(cursor) : undefined;
  if (isTested && !condition) return undefined;
  if (!first || (close === '}') !== (second !== undefined) || !cursor.takeNext(close)) return undefined;
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
    const name = cursor.matchNext(IDENTIFIER);
    if (name === undefined) return undefined;
    names.push(name);
    if (cursor.takeNext(',') && names.length < 2) continue;
    return cursor.match(IN) === undefined ? undefined : names;
  }
}
