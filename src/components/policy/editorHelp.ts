import type { DescribedFinding } from '../../policies/checks/described.ts';
import type { DocumentKind } from '../../policies/language/policy.ts';
import type { TypingProblem } from '../../state/typing/typedTexts.ts';

/** The findings of what is shown and what it was checked as, for the fixes that the editor asks for later. */
let latest: { readonly findings: readonly DescribedFinding[]; readonly kind: DocumentKind } = {
  findings: [],
  kind: 'identity',
};

/** Says what is shown now. */
export function noteShown(findings: readonly DescribedFinding[], kind: DocumentKind): void {
  latest = { findings, kind };
}

/** What the editor asks for while someone reads or writes in it; loaded with the first question. */
export const help = {
  hover: (text: string, offset: number) => loadHelp().then(({ hoverHelp }) => hoverHelp(text, offset)),
  complete: (text: string, offset: number) =>
    loadHelp().then(({ completionHelp }) => completionHelp(text, offset)),
  fixes: (text: string, range: { readonly offset: number; readonly length: number }) =>
    loadFixes().then(({ fixesAt, kindForFixes }) =>
      fixesAt(text, range, latest.findings, kindForFixes(latest.kind)),
    ),
};
const loadHelp = () => import('../../state/checks/help.ts');
const loadFixes = () => import('../../state/checks/fixes.ts');

const GRAMMAR = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html';

/** Where the text that is typed stops being a policy. */
export const problemMarks = (problem: TypingProblem | null) =>
  problem
    ? [
        {
          offset: problem.offset,
          length: Math.max(1, problem.length),
          severity: 'error' as const,
          message: problem.sentence,
          code: 'grammar',
          link: GRAMMAR,
        },
      ]
    : [];
