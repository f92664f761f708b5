import { pascalCase } from '../language/letterCase.ts';

/** Names of what an export creates. Nothing of a draft's name or a document's title but letters, digits and dashes gets into one. */

/**
 * Gives out names that differ once their dashes are gone, as logical IDs demand; the second `a` is `a-2`. `limit` is the most
 * characters of one; `others` are taken.
 */
export function uniqueNames(limit = 60, others: readonly string[] = []): (wanted: string) => string {
  const taken = new Set(others.map((name) => pascalCase(name).toLowerCase()));
  return (wanted) => {
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? '' : `-${number}`;
      const name = `${wanted.slice(0, limit - suffix.length).replace(/-+$/, '')}${suffix}`;
      const key = pascalCase(name).toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return name;
    }
  };
}
