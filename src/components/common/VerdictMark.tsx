import type { Verdict } from '../../policies/simulate/decision.ts';
import { verdictWords } from '../../policies/simulate/verdictWords.ts';

interface Look {
  readonly word: string;
  readonly path: string;
  readonly color: string;
  readonly dashed?: boolean;
}

/** `mixed`: several verdicts in one place. */
export type ShownVerdict = Verdict | 'mixed';

/** Each verdict has a shape of its own, so that no color is needed. */
export const verdicts: Readonly<Record<ShownVerdict, Look>> = {
  allowed: { word: verdictWords.allowed, path: 'M3 8.500l3.300 3.300L13 4.800', color: 'var(--allow)' },
  explicitDeny: {
    word: verdictWords.explicitDeny,
    path: 'M8 1.700a6.300 6.300 0 1 1 0 12.600A6.300 6.300 0 0 1 8 1.700ZM3.600 3.600l8.800 8.800',
    color: 'var(--ink)',
  },
  implicitDeny: {
    word: verdictWords.implicitDeny,
    path: 'M4 8h8',
    color: 'var(--ink-2)',
  },
  unknown: {
    word: verdictWords.unknown,
    path: 'M8 1.700a6.300 6.300 0 1 1 0 12.600A6.300 6.300 0 0 1 8 1.700ZM6 6.300c0-2.600 4-2.600 4 0 0 1.500-2 1.500-2 3m0 1.800v.1',
    color: 'var(--caution)',
    dashed: true,
  },
  mixed: {
    word: 'Depends on the resource',
    path: 'M8 1.700a6.300 6.300 0 1 1 0 12.600A6.300 6.300 0 0 1 8 1.700ZM8 1.700v12.600M8 5h5M8 8h6.200M8 11h5',
    color: 'var(--caution)',
  },
  error: {
    word: verdictWords.error,
    path: 'M8 2 14.500 13.500h-13zM8 6.500v3.500m0 1.700v.1',
    color: 'var(--error)',
  },
};

const testLooks = {
  holds: verdicts.allowed,
  fails: { word: 'Failed', path: 'M4 4l8 8M12 4l-8 8', color: 'var(--error)' },
} as const satisfies Record<string, Look>;

/** The mark of a verdict; the word is beside it or is given to screen readers. */
export const VerdictMark = ({ verdict }: { readonly verdict: ShownVerdict }) => (
  <Mark {...verdicts[verdict]} />
);

/** Whether a test passed, whatever it expects. */
export const TestMark = ({ holds }: { readonly holds: boolean }) => (
  <Mark {...(holds ? testLooks.holds : testLooks.fails)} />
);

function Mark({ path, color, dashed }: Look) {
  return (
    <svg width="1rem" height="1rem" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill="none"
        stroke={color}
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeDasharray={dashed ? '2.500 2' : undefined}
      />
    </svg>
  );
}
