import { coversAction } from '../language/subsumes.ts';
import { listOf, type Statement } from '../language/policy.ts';
import { matchesResource, subsumesResource } from '../language/resourcePattern.ts';
import type { Piece } from './piece.ts';

/** For each piece that allows something, the denials that may take part of it away again, by place. */
export function denialsByAllow(pieces: readonly Piece[]): ReadonlyMap<number, readonly number[]> {
  const denials = pieces.flatMap(({ statement }, index) => (statement.Effect === 'Deny' ? [index] : []));
  return new Map(
    pieces.flatMap(({ statement }, index) => {
      if (statement.Effect === 'Deny') return [];
      const guards = denials.filter((denial) => meet(pieces[denial]?.statement, statement));
      return [[index, guards] as const];
    }),
  );
}

/** Whether some request could match both. Where that is not plain to see, it could. */
function meet(denial: Statement | undefined, allowance: Statement): boolean {
  if (!denial) return false;
  return (
    overlap(denial.Action, allowance.Action, coversAction) &&
    overlap(denial.Resource, allowance.Resource, mayCover)
  );
}

/** In either reading of a pattern with fewer than six fields. */
const mayCover = (wide: string, narrow: string): boolean =>
  subsumesResource(wide, narrow) || matchesResource(wide, narrow, 'plain');

function overlap(
  one: Statement['Action'],
  other: Statement['Action'],
  covers: (wide: string, narrow: string) => boolean,
): boolean {
  if (one === undefined || other === undefined) return true;
  return listOf(one).some((left) =>
    listOf(other).some((right) => covers(left, right) || covers(right, left) || bothWild(left, right)),
  );
}

/** Two patterns can meet without either covering the other: `a*` and `*b`. */
const bothWild = (one: string, other: string): boolean => /[*?$]/.test(one) && /[*?$]/.test(other);
