import { beforeAll, expect, it } from 'vitest';
import { testCatalog } from '../testing/testCatalog.ts';
import { managedPolicies } from '../catalog/testing/managedPolicies.ts';
import { checkPolicy } from './checkPolicy.ts';

/**
 * AWS's own managed policies as they were on 2026-09-16. Access Analyzer finds nothing in nine of ten of them, so this is above all a
 * test of silence: every code that is not in the table must stay silent on all 1,594.
 */

const counts = new Map<string, number>();
let policies = 0;

beforeAll(async () => {
  const catalog = await testCatalog();
  for (const { text } of managedPolicies()) {
    policies += 1;
    const codes = checkPolicy(text, 'identity', { catalog }).map(({ code }) => code);
    for (const code of new Set(codes)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
});

/** Number of policies with a code of Access Analyzer's. */
const expected: Readonly<Record<string, number>> = {
  ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: 4,
  CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE: 3,
  CREATE_SLR_WITH_STAR_IN_RESOURCE: 4,
  DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE: 4,
  EQUIVALENT_TO_NULL_FALSE: 61,
  FORALLVALUES_WITH_SINGLE_VALUED_KEY: 2,
  INVALID_ACTION: 7,
  INVALID_REGION: 3,
  INVALID_SERVICE_CONDITION_KEY: 1,
  INVALID_SERVICE_IN_ACTION: 4,
  INVALID_SERVICE_PRINCIPAL_FORMAT: 3,
  MISSING_QUALIFIER: 3,
  PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE: 3,
  PASS_ROLE_WITH_STAR_IN_RESOURCE: 7,
  POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA: 40,
  REDUNDANT_ACTION: 13,
  REDUNDANT_RESOURCE: 34,
  STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS: 10,
  TYPE_MISMATCH: 31,
};

it('raises on AWS’s managed policies these codes of Access Analyzer and no other', () => {
  expect(policies).toBe(1594);
  expect(Object.fromEntries([...counts].filter(([code]) => !code.startsWith('SPB_')))).toEqual(expected);
});

it('raises rules of our own on few of them', () => {
  const own = Object.fromEntries([...counts].filter(([code]) => code.startsWith('SPB_')));
  expect(own).toEqual({
    // ListAllMyBuckets, DescribeLogGroups and CreateChangeSet are asked on ARNs that the reference does not have: eight less.
    SPB_ACTION_NEVER_ALLOWED: 220,
    SPB_ACTION_NEVER_DENIED: 4,
    // One more creates a domain with tags, without AddTags.
    SPB_COMPANION_MISSING: 12,
    SPB_EVERYTHING_ALLOWED: 1,
    SPB_FORALLVALUES_WITHOUT_NULL: 26,
    SPB_KEY_NEVER_CHECKED: 1,
    SPB_KEY_NEVER_PRESENT: 10,
    SPB_PATTERN_OPENS_DATA: 27,
    // It was 10 while any condition silenced a path, and none of those is lost. The others pass any role to the very service that
    // runs their code (SageMaker with CreateTrainingJob, EC2 with RunInstances, and so on), or open or change notebooks, Studio
    // apps and functions of others.
    SPB_PRIVILEGE_ESCALATION: 56,
    // Most create what a project of DataZone, a quick setup or a managed service owns, with its tag as a tag of the resource: a new
    // one has it only if the service counts the tags of the request, which none of them documents.
    SPB_RESOURCE_TAG_ON_CREATE: 26,
    // CreateEndpoint without an endpoint configuration; two service operators create interfaces with subnet and group, without the
    // interface itself.
    SPB_SECOND_RESOURCE_MISSING: 3,
    SPB_SERVICE_RETIRED: 20,
    // Each was looked at: an action that another statement allows on every resource, or under fewer conditions.
    SPB_STATEMENT_COVERED: 23,
    // It was 9 while any denial of the tagging action, and any condition on any tag, silenced it.
    SPB_TAG_GATE_OPEN: 22,
  });
});
