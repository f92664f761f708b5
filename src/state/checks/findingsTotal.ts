import { countWithNoun, inFigures } from '../../policies/language/counts.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import type { PrintedDocument } from '../derived/derived.ts';
import { type Checks, failureOf } from './findingsStore.ts';
import { findingsOfAll } from './shown.ts';

/** How many findings some policies have: the one count of everything on screen. */
export interface FindingsTotal {
  /** `checking`: not of the present texts; `notChecked`: of none of them there is a result; `partial`: of some there is none. */
  readonly state: 'checked' | 'checking' | 'partial' | 'notChecked';
  readonly open: readonly DescribedFinding[];
  /** `2 findings, 1 suppressed`. */
  readonly text: string;
}

export function findingsTotal(
  documents: readonly PrintedDocument[],
  checks: Checks,
  suppressions: Draft['accepted'],
): FindingsTotal {
  const asked = documents.filter(({ id }) => failureOf(checks, id) === undefined);
  if (asked.length === 0 && documents.length > 0)
    return { state: 'notChecked', open: [], text: 'Not checked' };
  const { open, accepted, current, isPartial } = findingsOfAll(asked, checks.byDocument, suppressions);
  if (isPartial || (checks.late && !current)) return { state: 'checking', open, text: 'Checking…' };
  const none = accepted.length === 0 ? 'No issues found' : 'No open issues found';
  const left = open.length === 0 ? none : countWithNoun(open.length, 'finding', 'findings');
  const suppressed = accepted.length === 0 ? '' : `, ${inFigures(accepted.length)} suppressed`;
  const failed = documents.length - asked.length;
  const missed = failed === 0 ? '' : `; ${countWithNoun(failed, 'policy', 'policies')} not checked`;
  return { state: failed === 0 ? 'checked' : 'partial', open, text: `${left}${suppressed}${missed}` };
}
