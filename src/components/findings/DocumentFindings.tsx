import Button from '@mui/material/Button';
import { commands } from '../../state/commands.ts';
import { useChecks } from '../../state/checks/findingsStore.ts';
import { startChecks } from '../../state/checks/startChecks.ts';
import { revealRange } from '../../state/checks/goTo.ts';
import type { ShownFindings } from '../../state/checks/shown.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { useShownEnvironment } from '../../state/derived/shownValues.ts';
import { useTyping } from '../../state/typing/typedTexts.ts';
import type { WorkerFailure } from '../../state/workers/messages.ts';
import { OpenActions, SafeActions, SuppressedActions } from './FindingActions.tsx';
import { FindingList } from '../common/FindingList.tsx';
import { notChecked } from '../common/findingsLine.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { Heading } from '../common/Heading.tsx';

interface DocumentFindingsProps {
  readonly document: PrintedDocument;
  readonly shown: ShownFindings;
  /** The findings belong to an older text, and the new ones take long. */
  readonly late: boolean;
  /** Why there are none. */
  readonly failure: WorkerFailure | undefined;
}

/** The findings of the shown document: first the open ones, then those that are suppressed. */
export function DocumentFindings({ document, shown, late, failure }: DocumentFindingsProps) {
  const { open, reopened, current } = shown;
  const isReadOnly = useShownEnvironment() !== undefined;
  const texts = {
    text: useTyping((documents) => documents[document.id]?.text) ?? document.text,
    checkedText: useChecks((checks) => checks.byDocument[document.id]?.text) ?? document.text,
  };
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      {!failure && current && open.length === 0 && <NothingOpen hasSuppressed={shown.accepted.length > 0} />}
      <FindingList
        {...texts}
        findings={open}
        reopened={reopened.map(({ finding }) => finding)}
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
        renderSafeActions={(group) => !isReadOnly && <SafeActions document={document} group={group} />}
      />
      <SuppressedFindings {...texts} documentId={document.id} accepted={shown.accepted} late={late} />
      <Stack row flush gap={4} mt={2}>
        <Button onClick={() => commands.checks.run()}>Show all checks</Button>
        <Button onClick={() => commands.check.run()}>Validate another policy…</Button>
      </Stack>
    </>
  );
}

const FailureNote = ({ failure }: { readonly failure: WorkerFailure }) => (
  <Note mt={2} mb={2} role="alert">
    {notChecked[failure]} This policy has no results.{' '}
    {failure !== 'stopped' && <Button onClick={startChecks}>Try again</Button>}
  </Note>
);

const NothingOpen = ({ hasSuppressed }: { readonly hasSuppressed: boolean }) => (
  <Note mt={2} mb={2}>
    {hasSuppressed
      ? 'No open findings. The suppressed ones are below.'
      : 'No Access Analyzer or custom findings.'}{' '}
    Checks can’t tell whether the policy matches your intent; add tests for that.
  </Note>
);

interface SuppressedFindingsProps {
  readonly text: string;
  readonly checkedText: string;
  readonly documentId: string;
  readonly accepted: ShownFindings['accepted'];
  readonly late: boolean;
}

function SuppressedFindings({ documentId, accepted, late, ...texts }: SuppressedFindingsProps) {
  if (accepted.length === 0) return null;
  return (
    <section aria-label="Suppressed findings">
      <Heading look="group" mt={3}>
        Suppressed
      </Heading>
      <FindingList
        {...texts}
        findings={accepted.map(({ finding }) => finding)}
        dimmed={late}
        onGoTo={(finding) => revealRange({ documentId, ...finding.range, focus: true })}
        headings="h4"
        renderActions={(finding) => (
          <SuppressedActions acceptance={accepted.find((entry) => entry.finding === finding)?.acceptance} />
        )}
      />
    </section>
  );
}
