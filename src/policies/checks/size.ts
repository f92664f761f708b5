import { inFigures } from '../language/counts.ts';
import type { Check, CheckContext, Rule } from './check.ts';
import type { PolicyType } from '../language/policyType.ts';
import { identity, rcp, resource, scp, trust } from './examples.ts';
import { minify } from '../language/minify.ts';

const LONG = Array.from({ length: 500 }, (_, index) => `arn:aws:s3:::ml-input/${'x'.repeat(30)}${index}`);

function sizeRule(
  code: string,
  type: Rule['type'],
  what: string,
  invalid: Rule['invalid'],
  valid: Rule['valid'],
): Rule {
  return {
    code: `POLICY_SIZE_EXCEEDS_${code}_QUOTA`,
    type,
    message: `The policy has {size} characters without white space. The quota for ${what} is {quota}.`,
    advice: 'Split the policy, or remove statements.',
    invalid,
    valid,
  };
}

interface Quota {
  readonly rule: Rule;
  /** Characters of the minified text. */
  readonly limit: number;
}

/**
 * Observed with Access Analyzer: it counts the minified text and one, and limits identity-based policies to 10,240, not to the
 * 6,144 of a managed policy; `size/measure.ts` uses the latter.
 */
const quotas: Readonly<Record<PolicyType, Quota>> = {
  identity: {
    rule: sizeRule(
      'IDENTITY_POLICY',
      'WARNING',
      'an identity-based policy',
      identity({ Resource: LONG }),
      identity({ Resource: LONG.slice(0, 130) }),
    ),
    limit: 10_240,
  },
  resource: {
    rule: sizeRule(
      'RESOURCE_POLICY',
      'WARNING',
      'a resource-based policy',
      resource({ Resource: LONG }),
      resource({}),
    ),
    limit: 20_480,
  },
  'vpc-endpoint': {
    rule: sizeRule(
      'RESOURCE_POLICY',
      'WARNING',
      'a VPC endpoint policy',
      resource({ Resource: LONG }),
      resource({}),
    ),
    limit: 20_480,
  },
  trust: {
    rule: sizeRule(
      'ROLE_TRUST_POLICY',
      'WARNING',
      'a trust policy',
      trust({ Principal: { AWS: LONG } }),
      trust({}),
    ),
    limit: 2048,
  },
  scp: {
    rule: sizeRule('SCP', 'ERROR', 'a service control policy', scp({ Resource: LONG }), scp({})),
    limit: 10_240,
  },
  rcp: {
    rule: sizeRule('RCP', 'ERROR', 'a resource control policy', rcp({ Resource: LONG }), rcp({})),
    limit: 5120,
  },
};

function run({ type, text, root, report }: CheckContext): void {
  const { rule, limit } = quotas[type];
  if (text.length < limit) return;
  const size = minify(text).length + 1;
  if (size > limit) report(rule, root, { size: inFigures(size), quota: inFigures(limit) });
}

export const size: Check = {
  rules: [...new Map(Object.values(quotas).map(({ rule }) => [rule.code, rule])).values()],
  run,
};
