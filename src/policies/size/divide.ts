import { listOf, type Statement } from '../language/policy.ts';
import type { PackItem } from './pack.ts';
import type { Piece } from './piece.ts';

/**
 * A statement over the capacity as several with the same access: its actions are shared out, or its resources where it
 * has one action. `NotAction` and `NotResource` say what is left out, so sharing those out would change the access:
 * such a statement stays whole.
 */
export function divideStatement(
  item: PackItem,
  capacity: number,
  sizeOf: (piece: Piece) => number,
): readonly PackItem[] {
  if (item.size <= capacity) return [item];
  const halves = halvesOf(item.piece)?.map((piece) => ({ piece, size: sizeOf(piece) }));
  return halves ? halves.flatMap((half) => divideStatement(half, capacity, sizeOf)) : [item];
}

function halvesOf({ statement, provenance }: Piece): readonly Piece[] | undefined {
  const element = (['Action', 'Resource'] as const).find((name) => listOf(statement[name]).length > 1);
  if (!element) return undefined;
  const entries = listOf(statement[element]);
  const middle = Math.ceil(entries.length / 2);
  // A half is no longer what hand edits know, nor what a person wrote.
  const { key: _key, written: _written, ...origin } = provenance;
  return [entries.slice(0, middle), entries.slice(middle)].map((half, index) => ({
    statement: { ...named(statement, index), [element]: half },
    provenance: origin,
  }));
}

const named = (statement: Statement, half: number): Statement =>
  statement.Sid === undefined
    ? statement
    : { ...statement, Sid: `${statement.Sid}${half === 0 ? 'A' : 'B'}` };
