import { inFigures } from '../../policies/language/counts.ts';
import type { ReactNode } from 'react';
import { failureOf, useChecks } from '../../state/checks/findingsStore.ts';
import { type ShownFindings, shownFindings } from '../../state/checks/shown.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { useStore } from '../../state/store.ts';
import type { WorkerFailure } from '../../state/workers/messages.ts';
import { countOf, FindingsMark, NotCheckedMark, summaryOf } from './FindingCounts.tsx';

/** What a tab of the panel says while it is closed. */
export interface EvidenceLine {
  /** Stands beside the tab's name, whichever tab is chosen. */
  readonly mark: ReactNode;
  readonly line: string;
  /** What it says belongs to an older state; the new one is on its way. */
  readonly busy: boolean;
}

/** The findings of the shown document and whether they are those of its present text. */
export function useShownFindings(document: PrintedDocument) {
  const found = useChecks((checks) => checks.byDocument[document.id]);
  const accepted = useStore(({ draft }) => draft.accepted);
  const shown = shownFindings(document, found, accepted);
  const late = useChecks((checks) => checks.late) && !shown.current;
  const failure = useChecks((checks) => failureOf(checks, document.id));
  return { found, shown, late, failure };
}

/** What the checks say of the shown document. A check that has not been made is never shown as passed. */
export function useFindingsLine(document: PrintedDocument): EvidenceLine {
  const state = useChecks((checks) => checks.state);
  const rules = useChecks((checks) => checks.rules);
  const { found, shown, late, failure } = useShownFindings(document);
  return {
    mark: failure ? <NotCheckedMark /> : found && <FindingsMark findings={shown.open} />,
    line: failure
      ? notChecked[failure]
      : `${findingsInWords(found === undefined || state === 'idle', shown, rules, late)}, in this policy`,
    busy: !shown.current && !failure,
  };
}

/** Why a text has no findings, and what that means. */
export const notChecked: Readonly<Record<WorkerFailure, string>> = {
  notStarted: 'Not checked: couldn’t start the checks.',
  stopped: 'Not checked: the checks stopped twice on this text. They run again when you change it.',
  silent: 'Not checked: no response for 20 seconds.',
  noData: 'Not checked: couldn’t load the IAM data.',
};

/** Findings in one line. `never`: not all of it was checked yet. */
export function findingsInWords(
  never: boolean,
  { open, accepted }: ShownFindings,
  rules: number,
  late: boolean,
): string {
  if (never) return 'Checking…';
  const older = late ? ' (previous text; checking…)' : '';
  const suppressed = accepted.length === 0 ? '' : `, ${inFigures(accepted.length)} suppressed`;
  if (open.length === 0)
    return `No ${suppressed === '' ? '' : 'open '}issues found (${rules} checks)${suppressed}${older}`;
  return `${summaryOf(countOf(open))}${suppressed}${older}`;
}
