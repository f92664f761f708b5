import { lazy, Suspense } from 'react';
import { useChecks } from '../../state/checks/checks.ts';
import { type ShownFindings, shownFindings } from '../../state/checks/shown.ts';
import type { PrintedDocument } from '../../state/derived.ts';
import { useStore } from '../../state/store.ts';
import { Dock } from '../common/Dock.tsx';
import { LazyBoundary } from '../common/LazyBoundary.tsx';
import { countOf, FindingCounts, summaryOf } from './FindingCounts.tsx';

const DocumentFindings = lazy(() =>
  import('./DocumentFindings.tsx').then((module) => ({ default: module.DocumentFindings })),
);

/** What the checks say of the shown document. A check that has not been made is never shown as passed. */
export function FindingsPanel({ document }: { readonly document: PrintedDocument }) {
  const state = useChecks((checks) => checks.state);
  const rules = useChecks((checks) => checks.rules);
  const found = useChecks((checks) => checks.byDocument[document.id]);
  const accepted = useStore(({ draft }) => draft.accepted);
  const shown = shownFindings(document, found, accepted);
  const late = useChecks((checks) => checks.late) && !shown.current;
  return (
    <Dock
      title="Findings"
      what="findings"
      mark={found && <FindingCounts findings={shown.open} />}
      line={lineOf(state, found === undefined, shown, rules, late)}
      busy={!shown.current}
    >
      <LazyBoundary fallback={<p>The list could not be loaded. Reload the page; the draft stays.</p>}>
        <Suspense fallback={<p>Loading…</p>}>
          <DocumentFindings document={document} shown={shown} late={late} state={state} />
        </Suspense>
      </LazyBoundary>
    </Dock>
  );
}

function lineOf(
  state: 'idle' | 'checking' | 'checked' | 'failed',
  never: boolean,
  { open, accepted }: ShownFindings,
  rules: number,
  late: boolean,
): string {
  if (state === 'failed') return 'Not checked: the checks could not be started.';
  if (never || state === 'idle') return 'Checking…';
  const older = late ? ' (of the text before the last change; checking)' : '';
  const taken = accepted.length === 0 ? '' : `, ${accepted.length} accepted`;
  if (open.length === 0)
    return `No ${taken === '' ? '' : 'open '}findings from ${rules} checks${taken}${older}`;
  return `${summaryOf(countOf(open))}${taken}${older}`;
}
