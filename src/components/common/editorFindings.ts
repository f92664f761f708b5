import type { FindingType } from '../../policies/checks/check.ts';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { findingWords } from '../../policies/checks/classes.ts';

const shown: Readonly<Record<FindingType, 'error' | 'warning' | 'info'>> = {
  ERROR: 'error',
  SECURITY_WARNING: 'warning',
  WARNING: 'warning',
  SUGGESTION: 'info',
};

/** Findings as an editor underlines them: every place of each, the class in words before the message. */
export const editorFindings = (findings: readonly DescribedFinding[]) =>
  findings.flatMap(({ type, message, code, link, range, also }) =>
    [range, ...also.map((place) => place.range)].map(({ offset, length }) => ({
      offset,
      length,
      severity: shown[type],
      message: `${findingWords[type].word}: ${message}`,
      code,
      link,
    })),
  );
