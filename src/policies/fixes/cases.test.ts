import { beforeAll, describe, expect, it } from 'vitest';
import { testCatalog } from '../testing/testCatalog.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { checkPolicy } from '../checks/checkPolicy.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { fixers, fixesFor } from './index.ts';
import { type Case, casesOf } from './testing/cases.ts';
import { requestOf, wordsOf, wrongEffect } from './testing/requests.ts';

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
}, 60_000);

/**
 * Cases of each code (effect × negation × form, see `casesOf`): how many had a fix while labels were asserted, broken ones
 * included, and how many have one now. A case that loses its fix is a fault, whatever the reason.
 */
const table: Readonly<Record<string, readonly [before: number, now: number]>> = {
  DEPRECATED_GLOBAL_CONDITION_KEY: [15, 15],
  EMPTY_OBJECT_CONDITION: [15, 15],
  EMPTY_SID_VALUE: [15, 15],
  EQUIVALENT_TO_NULL_FALSE: [52, 52],
  EQUIVALENT_TO_NULL_TRUE: [39, 39],
  FORALLVALUES_WITH_SINGLE_VALUED_KEY: [45, 45],
  IMPROVE_IP_RANGE: [30, 30],
  INVALID_ACTION: [30, 30],
  INVALID_EFFECT: [12, 12],
  INVALID_SERVICE_IN_ACTION: [15, 15],
  INVALID_VERSION: [14, 14],
  MISSING_QUALIFIER: [45, 45],
  MISSING_VERSION: [14, 14],
  NULL_WITH_IF_EXISTS: [15, 15],
  NULL_WITH_QUALIFIER: [30, 30],
  PASS_ROLE_WITH_STAR_IN_RESOURCE: [18, 18],
  REDUNDANT_ACTION: [60, 60],
  REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY: [14, 14],
  REDUNDANT_RESOURCE: [60, 60],
  REDUNDANT_STATEMENT: [15, 15],
  SPB_ACTION_NEVER_ALLOWED: [18, 18],
  SPB_ACTION_NEVER_DENIED: [20, 30],
  SPB_ALLOW_ALWAYS_DENIED: [0, 10],
  SPB_ARN_READ_TWO_WAYS: [0, 15],
  SPB_FORALLVALUES_WITHOUT_NULL: [22, 22],
  SPB_STATEMENT_COVERED: [0, 11],
  // Three more were removals from a Deny, which is not reported now: no fix takes an entry out of it that no other covers.
  SPB_SERVICE_RETIRED: [10, 10],
  STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS: [45, 45],
  UNIQUE_SIDS_RECOMMENDED: [15, 15],
  UNIQUE_SIDS_REQUIRED: [15, 15],
  UNSUPPORTED_GLOBAL_CONDITION_KEY: [15, 15],
  UNSUPPORTED_SID: [15, 15],
  WILDCARD_WITHOUT_LIKE_OPERATOR: [45, 45],
};

const parsed = (text: string): PolicyDocument => JSON.parse(text);

function fixesOf({ text, type, resourceType }: Case, code: string) {
  const own = resourceType === undefined ? {} : { resourceType };
  const findings = checkPolicy(text, type, { catalog, ...own }).filter((finding) => finding.code === code);
  return findings.map((finding) => fixesFor({ text, finding, catalog, type, ...own }));
}

describe('the cases of', () => {
  it('every code are counted', () => {
    expect(Object.keys(table).toSorted()).toEqual(fixers.flatMap(({ codes }) => codes).toSorted());
  });

  it.each(Object.entries(table))('%s have their fixes, each with its right label', (code, [before, now]) => {
    let fixed = 0;
    for (const own of casesOf(code)) {
      const fixes = fixesOf(own, code);
      if (fixes.some((list) => list.length > 0)) fixed += 1;
      for (const { effect, text } of fixes.flat()) {
        const both = [parsed(own.text), parsed(text)] as const;
        const words = wordsOf(both);
        const calls = Array.from({ length: 5 }, (_, index) => requestOf(words, index * 7919 + fixed));
        expect(
          wrongEffect(effect, own.type, both, calls, catalog),
          `${own.name}, ${effect}\n${text}`,
        ).toBeUndefined();
      }
    }
    expect([before, fixed]).toEqual([before, now]);
    expect(now).toBeGreaterThanOrEqual(before);
  });
});
