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
      'A permissions boundary grants nothing by itself. It is the ceiling; what the role may do is what its own policies allow below it.',
  },
  {
    codes: /^SPB_COMPANION_MISSING$/,
    kinds: ['permissions-boundary'],
    because: 'A boundary only limits. The companion is needed where the access is given.',
  },
  {
    codes: /^SPB_COMPANION_MISSING$/,
    kinds: ['identity'],
    because:
      'It is safe as it stands: the call fails rather than succeeds. If another policy of the same role allows the companion, nothing is missing.',
  },
];

/** Why a finding is no danger in a document of this kind; nothing where it may be one. */
export const whyHarmless = ({ code }: Pick<Finding, 'code'>, kind: DocumentKind): string | undefined =>
  reasons.find(({ codes, kinds }) => codes.test(code) && kinds.includes(kind))?.because;
