import type { RefusalChange } from '../accessTests/refusals/refusalChange.ts';
import { findVariable, type Ruleset } from '../library/ruleset.ts';
import type { UsedCall } from '../simulate/usedCall.ts';

/**
 * The buckets that changes enter as a whole, so that activities allow each of their objects, although no call was on an object: a list
 * of a bucket, or its location, names no folder.
 */
export function wholeBuckets(
  changes: readonly RefusalChange[],
  calls: readonly UsedCall[],
  ruleset: Ruleset,
): readonly string[] {
  const entered = changes.flatMap((change) =>
    change.kind === 'values'
      ? change.values
          .filter(({ variable }) => findVariable(variable, ruleset)?.kind === 's3Location')
          .flatMap(({ values, before }) => values.filter((value) => !before.includes(value)))
      : [],
  );
  const withObjects = new Set(calls.flatMap(({ resource }) => OBJECT.exec(resource ?? '')?.[1] ?? []));
  return [...new Set(entered)].filter((value) => !value.includes('/') && !withObjects.has(value)).toSorted();
}

const OBJECT = /^arn:[^:]*:s3:::([^/]+)\/./;
