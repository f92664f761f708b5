import type { DocumentKind } from '../language/policy.ts';
import type { Finding } from './check.ts';

interface Harmless {
  readonly codes: RegExp;
  readonly kinds: readonly DocumentKind[];
  readonly because: string;
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
const reasons: readonly Harmless[] = [
  {
    codes:
      /^(?:PASS_ROLE_|CREATE_SLR_|SPB_PRIVILEGE_ESCALATION|SPB_EVERYTHING_ALLOWED|SPB_PATTERN_OPENS_DATA)/,
    kinds: ['permissions-boundary'],
    because:
      'A permissions boundary doesn’t grant access. It sets the maximum permissions that the identity-based policies of the role can grant.',
  },
  {
    codes: /^SPB_COMPANION_MISSING$/,
    kinds: ['permissions-boundary'],
    because:
      'A permissions boundary doesn’t grant access. The additional permission is required in the policy that grants access.',
  },
  {
    codes: /^SPB_COMPANION_MISSING$/,
    kinds: ['identity'],
    because:
      'Without the additional permission, the call fails and grants nothing. If another policy of the same role allows it, nothing is missing.',
  },
];

/** Why a finding is no danger in a document of this kind; nothing where it may be one. */
export const whyHarmless = ({ code }: Pick<Finding, 'code'>, kind: DocumentKind): string | undefined =>
  reasons.find(({ codes, kinds }) => codes.test(code) && kinds.includes(kind))?.because;
