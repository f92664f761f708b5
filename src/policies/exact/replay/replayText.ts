import { readingsDiffer } from '../../language/resourcePattern.ts';
import type { Reading } from '../texts/textPattern.ts';

/**
 * Texts and ARNs against patterns, by regular expressions. Shares no code with the search for requests, so that what that finds is
 * held by something else.
 */

/** Values of condition keys by their names in lower case; a key that is not there is absent. */
export type ReplayContext = ReadonlyMap<string, readonly string[]>;

const escapeForPattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

interface Piece {
  readonly text: string;
  /** Wildcards in it mean themselves, and a colon separates no fields. */
  readonly literal: boolean;
}

/** A text of a policy with the values of its variables; nothing where one has none. */
export function replacedVariables(
  text: string,
  context: ReplayContext,
  variables: boolean,
): readonly Piece[] | undefined {
  if (!variables) return [{ text, literal: false }];
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(/\$\{([^}]*)\}/g)) {
    const value = valueOfVariable(found[1] ?? '', context);
    if (value === undefined) return undefined;
    pieces.push({ text: text.slice(from, found.index), literal: false }, value);
    from = found.index + found[0].length;
  }
  return [...pieces, { text: text.slice(from), literal: false }];
}

function valueOfVariable(inner: string, context: ReplayContext): Piece | undefined {
  if (['*', '?', '$'].includes(inner)) return { text: inner, literal: true };
  const [, key = '', fallback] = /^\s*([^,']+?)\s*(?:,\s*'([^']*)'\s*)?$/.exec(inner) ?? [];
  if (key === '') return { text: `\${${inner}}`, literal: false };
  const values = context.get(key.toLowerCase());
  const text = values ? (values.length === 1 ? values[0] : undefined) : fallback;
  return text === undefined ? undefined : { text, literal: true };
}

const sourceOf = (pieces: readonly Piece[], any: string, wild: boolean): string =>
  pieces
    .map(({ text, literal }) =>
      literal || !wild
        ? escapeForPattern(text)
        : text.replaceAll(/[*?]|[^*?]+/g, (part) =>
            part === '*' ? `${any}*` : part === '?' ? any : escapeForPattern(part),
          ),
    )
    .join('');

/** Whether a value is as a pattern, as one text. `wild`: whether `*` and `?` are wildcards. */
export const matchesText = (pieces: readonly Piece[], value: string, wild: boolean): boolean =>
  pieces.every(({ text, literal }) => literal || !wild || !/[*?]/.test(text))
    ? pieces.map(({ text }) => text).join('') === value
    : new RegExp(`^${sourceOf(pieces, '[^]', wild)}$`).test(value);

const isStars = (pieces: readonly Piece[]): boolean =>
  pieces.every(({ text, literal }) => !literal || text === '') &&
  /^\*+$/.test(pieces.map(({ text }) => text).join(''));

/** Pieces field by field, the sixth with all that follows. */
function fieldsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const fields: Piece[][] = [[]];
  for (const { text, literal } of pieces) {
    const [first = '', ...others] = literal ? [text] : text.split(':');
    fields.at(-1)?.push({ text: first, literal });
    for (const other of others) {
      if (fields.length < 6) fields.push([{ text: other, literal }]);
      else fields.at(-1)?.push({ text: `:${other}`, literal });
    }
  }
  return fields;
}

/** Whether an ARN is as a pattern, field by field. */
export function matchesArn(pieces: readonly Piece[], value: string): boolean {
  if (isStars(pieces)) return true;
  const fields = fieldsOf(pieces);
  const given = value.split(':');
  if (fields.length < 6 || given.length < 6) return false;
  const parts = [...given.slice(0, 5), given.slice(5).join(':')];
  return fields.every((field, at) => matchesText(field, parts[at] ?? '', true));
}

/** A pattern that begins with the field `arn`, with `:*` for each field that is missing. */
function completed(pieces: readonly Piece[]): readonly Piece[] {
  const fields = fieldsOf(pieces);
  const isArn = (fields[0] ?? []).map(({ text }) => text).join('') === 'arn';
  return isArn ? [...pieces, { text: ':*'.repeat(6 - fields.length), literal: false }] : pieces;
}

/** Whether AWS may read a pattern as one text. */
function isReadTwoWays(pieces: readonly Piece[]): boolean {
  const units = pieces.flatMap(({ text, literal }) => text.split('').map((unit) => ({ unit, literal })));
  const literal = new Set(units.flatMap((unit, at) => (unit.literal ? [at] : [])));
  const text = units.map(({ unit }) => unit).join('');
  return readingsDiffer(literal.size > 0 ? { text, literal } : { text });
}

/** Whether a resource is as a pattern: see `Reading`. */
export function matchesResource(pieces: readonly Piece[], resource: string, reading: Reading): boolean {
  const whole = completed(pieces);
  const asText = (one: readonly Piece[]) => matchesText(one, resource, true);
  if (reading !== 'fields' && isReadTwoWays(pieces)) return asText(pieces) || asText(whole);
  if (reading === 'plain' && fieldsOf(pieces).length === 6) return asText(pieces);
  return matchesArn(whole, resource);
}
