import type { PermissionChange } from '../../exact/change.ts';
import type { AccessComparison, AccessDifference } from './accessDifference.ts';

/**
 * The changes that may be true: new access is none where it is proven that there is none, and so on. What counts only beside other
 * policies stays, and so does what depends on the reading of a pattern.
 */
export function shownChanges(
  changes: readonly PermissionChange[],
  comparison: AccessComparison | undefined,
): readonly PermissionChange[] {
  if (!comparison) return changes;
  const noNew = isNone(comparison.newAccess);
  const noneRemoved = isNone(comparison.removedAccess);
  const isRefuted: Readonly<Record<PermissionChange['kind'], boolean>> = {
    widens: noNew,
    narrows: noneRemoved,
    conditions: noNew && noneRemoved,
    notCompared: noNew && noneRemoved,
  };
  return changes.filter(({ kind, withoutAllow }) => withoutAllow === true || !isRefuted[kind]);
}

const isNone = ({ state, otherReading }: AccessDifference): boolean =>
  state === 'none' && otherReading === undefined;
