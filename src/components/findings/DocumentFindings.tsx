import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { commands } from '../../state/commands.ts';
import type { Acceptance } from '../../policies/model/acceptance.ts';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import {
  fingerprintOf,
  suppressedCoverageOf,
  type Reopened,
  reopeningWords,
} from '../../policies/checks/suppression.ts';
import { useChecks } from '../../state/checks/findingsStore.ts';
import { startChecks } from '../../state/checks/startChecks.ts';
import { revealRange } from '../../state/checks/goTo.ts';
import type { ShownFindings } from '../../state/checks/shown.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { accept, removeSuppression } from '../../policies/draft/editDraft.ts';
import { useShownEnvironment } from '../../state/derived/shownValues.ts';
import { edit } from '../../state/store.ts';
import { useTyping } from '../../state/typing/typedTexts.ts';
import type { WorkerFailure } from '../../state/workers/messages.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { AcceptForm } from './AcceptForm.tsx';
import { ChoiceFixes } from './ChoiceFixes.tsx';
import { FindingList } from '../common/FindingList.tsx';
import { notChecked } from '../common/findingsLine.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { Heading } from '../common/Heading.tsx';

interface DocumentFindingsProps {
  readonly document: PrintedDocument;
  readonly shown: ShownFindings;
  /** The findings belong to an older text, and the new ones are long in coming. */
  readonly late: boolean;
  /** Why there are none. */
  readonly failure: WorkerFailure | undefined;
}

/** The findings of the shown document: those still open, and those that someone answers for. */
export function DocumentFindings({ document, shown, late, failure }: DocumentFindingsProps) {
  const { open, accepted, reopened, current } = shown;
  const isReadOnly = useShownEnvironment() !== undefined;
  const texts = {
    text: useTyping((documents) => documents[document.id]?.text) ?? document.text,
    checkedText: useChecks((checks) => checks.byDocument[document.id]?.text) ?? document.text,
  };
  return (
    <>
      {failure && (
        <Note mt={2} mb={2} role="alert">
          {notChecked[failure]} This policy has no results.{' '}
          {failure !== 'stopped' && <Button onClick={startChecks}>Try again</Button>}
        </Note>
      )}
      {!failure && current && open.length === 0 && (
        <Note mt={2} mb={2}>
          No Access Analyzer or custom findings. Checks can’t tell whether the policy matches your intent; add
          tests for that.
        </Note>
      )}
      <FindingList
        {...texts}
        findings={open}
        dimmed={late}
        onGoTo={(finding) => revealRange({ documentId: document.id, ...finding.range, focus: true })}
        renderActions={(finding) =>
          isReadOnly ? null : (
            <OpenActions
              document={document}
              finding={finding}
              reopened={reopened.find((entry) => entry.finding === finding)}
            />
          )
        }
      />
      {accepted.length > 0 && (
        <section aria-label="Suppressed findings">
          <Heading look="group" mt={3}>
            Suppressed
          </Heading>
          <FindingList
            {...texts}
            findings={accepted.map(({ finding }) => finding)}
            dimmed={late}
            onGoTo={(finding) => revealRange({ documentId: document.id, ...finding.range, focus: true })}
            headings="h4"
            renderActions={(finding) => (
              <TakenActions acceptance={accepted.find((entry) => entry.finding === finding)?.acceptance} />
            )}
          />
        </section>
      )}
      <Stack row gap={2} mt={2}>
        <Button onClick={() => commands.checks.run()}>Show all checks</Button>
        <Button onClick={() => commands.check.run()}>Validate another policy…</Button>
      </Stack>
    </>
  );
}

interface OpenActionsProps {
  readonly document: PrintedDocument;
  readonly finding: DescribedFinding;
  readonly reopened: Reopened | undefined;
}

function OpenActions({ document, finding, reopened }: OpenActionsProps) {
  const about = useMemo(() => fingerprintOf(finding, document.policy), [finding, document.policy]);
  if (finding.code === 'SPB_SERVICE_NOT_CHECKED') return <Button onClick={startChecks}>Try again</Button>;
  const give = (reason: string) =>
    edit((draft) => accept(draft, acceptanceFor(document, finding, reason)), 'Finding suppressed');
  return (
    <>
      {reopened && (
        <p>
          {reopeningWords[reopened.because]} Earlier justification: {reopened.acceptance.reason}
        </p>
      )}
      <ChoiceFixes document={document} finding={finding} />
      <AcceptForm of={`${document.id} ${finding.code} ${about}`} onAccept={give} />
    </>
  );
}

function acceptanceFor(document: PrintedDocument, finding: DescribedFinding, reason: string): Acceptance {
  const covers = suppressedCoverageOf(finding, document.policy);
  return {
    document: document.partOf ?? document.id,
    code: finding.code,
    about: fingerprintOf(finding, document.policy),
    reason,
    ...(covers === undefined ? {} : { covers }),
  };
}

function TakenActions({ acceptance }: { readonly acceptance: Acceptance | undefined }) {
  if (!acceptance) return null;
  return (
    <p>
      Justification: <ForeignText text={acceptance.reason} use="prose" />{' '}
      <Button onClick={() => edit((draft) => removeSuppression(draft, acceptance), 'Suppression removed')}>
        Remove suppression
      </Button>
    </p>
  );
}
