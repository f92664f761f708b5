import { inFigures } from '../language/counts.ts';
import type { GuaranteeResult } from './guaranteeResult.ts';

/** The one count of guarantees that every screen and report shows. */
export interface GuaranteeSummary {
  readonly proven: number;
  readonly violated: number;
  readonly undecided: number;
  /** Of a policy that the draft does not have. */
  readonly noPolicy: number;
  /** `partial`: none is violated, and yet not all are proven. Only `proven` may be shown as fine. */
  readonly outcome: 'none' | 'proven' | 'partial' | 'violated';
}

/** What counts of a result. */
export type CountedGuarantee = { readonly answer: Pick<GuaranteeResult['answer'], 'state'> };

export function summarizeGuarantees(results: readonly CountedGuarantee[]): GuaranteeSummary {
  const of = (state: GuaranteeResult['answer']['state']) =>
    results.filter(({ answer }) => answer.state === state).length;
  const counts = {
    proven: of('proven'),
    violated: of('violated'),
    undecided: of('undecided'),
    noPolicy: of('noPolicy'),
  };
  return { ...counts, outcome: outcomeOf(counts) };
}

function outcomeOf(counts: Omit<GuaranteeSummary, 'outcome'>): GuaranteeSummary['outcome'] {
  if (counts.violated > 0) return 'violated';
  if (counts.undecided + counts.noPolicy > 0) return 'partial';
  return counts.proven > 0 ? 'proven' : 'none';
}

/** `33 proven, 1 violated, 2 undecided`; what there is none of is left out, but for those that are proven. */
export function guaranteesInWords({ proven, violated, undecided, noPolicy }: GuaranteeSummary): string {
  const parts = [
    `${inFigures(proven)} proven`,
    violated > 0 && `${inFigures(violated)} violated`,
    undecided > 0 && `${inFigures(undecided)} undecided`,
    noPolicy > 0 && `${inFigures(noPolicy)} not computed`,
  ];
  return parts.filter(Boolean).join(', ');
}
