import type { FindingType } from '../../policies/checks/check.ts';
import { findingWords } from '../../policies/checks/classes.ts';

interface Severity {
  readonly word: string;
  readonly title: string;
  readonly token: string;
  /** Outline on a 16 px square: octagon, shield, triangle, circle. Their shapes differ, so that no color is needed. */
  readonly path: string;
}

export const severities: Readonly<Record<FindingType, Severity>> = {
  ERROR: {
    ...findingWords.ERROR,
    token: 'error',
    path: 'M5.200 1.500h5.600l3.700 3.700v5.600l-3.700 3.700H5.200l-3.700-3.700V5.200zM5.700 5.700l4.600 4.600m0-4.600-4.600 4.600',
  },
  SECURITY_WARNING: {
    ...findingWords.SECURITY_WARNING,
    token: 'security',
    path: 'M8 1.500 13.500 3.500v4.200c0 3.300-2.300 5.700-5.500 6.800-3.200-1.100-5.500-3.500-5.500-6.800V3.500zM8 5v3.500m0 2v.1',
  },
  WARNING: {
    ...findingWords.WARNING,
    token: 'caution',
    path: 'M8 2 14.500 13.500h-13zM8 6.500v3.500m0 1.700v.1',
  },
  SUGGESTION: {
    ...findingWords.SUGGESTION,
    token: 'suggestion',
    path: 'M8 1.700a6.300 6.300 0 1 1 0 12.600A6.300 6.300 0 0 1 8 1.700ZM8 7.300v3.500m0-5.800v.1',
  },
};

/** The shape of a severity in its color. The word is beside it or is given as `title`. */
export function SeverityMark({ type }: { readonly type: FindingType }) {
  const { path, token } = severities[type];
  return (
    <svg width="1rem" height="1rem" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill="none"
        stroke={`var(--${token})`}
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
