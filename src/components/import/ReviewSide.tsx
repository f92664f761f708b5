import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMemo } from 'react';
import type { CheckedPolicy } from '../../state/checks/checkedPolicy.ts';
import { restartReading } from '../../state/import/importClient.ts';
import { bringBackEarlier, keepImport, WHOLE } from '../../state/import/intake.ts';
import { openRecognized } from '../../state/recognize/route.ts';
import { below } from '../common/theme.ts';
import { printedPart } from '../common/Dialog.tsx';
import { FindingCounts } from '../common/FindingCounts.tsx';
import { Note } from '../common/Note.tsx';
import { RecognizedAs } from '../common/RecognizedAs.tsx';
import { Stack } from '../common/Stack.tsx';
import { EmptyReview } from './EmptyInput.tsx';
import { ImportFindings } from './ImportFindings.tsx';
import { placesFrom, placesOf, statusLine } from './importWords.ts';
import { LoadingFiles } from './LoadingFiles.tsx';
import { ManagedPolicyHints } from './ManagedPolicyHints.tsx';
import { PolicyNotes } from './PolicyNotes.tsx';
import { ShownFindings } from './ShownFindings.tsx';
import type { Checked } from './useCheckedText.ts';
import type { Editing } from './useEditing.ts';
import type { Review } from './useImportReview.ts';

const Side = styled('section')({
  overflow: 'auto',
  padding: '8px 16px 16px',
  borderLeft: '1px solid var(--hairline)',
  background: 'var(--page)',
  [below.twoColumns]: { borderLeft: 'none', borderTop: '1px solid var(--hairline)' },
});

interface ReviewSideProps {
  readonly review: Review;
  readonly editing: Editing;
  readonly policy: CheckedPolicy;
  readonly checked: Checked;
  /** What is going on or went wrong, in place of what was found. */
  readonly status: string;
}

/** What the text is, the policies in it, and the findings of the one that is shown. */
export function ReviewSide({ review, editing, policy, checked, status }: ReviewSideProps) {
  const { intake, reading, isCurrent, items, shown } = review;
  const isWhole = shown?.key === WHOLE;
  const placeOf = usePlaces(review);
  const findings = shown && (
    <ShownFindings
      shown={shown}
      policy={policy}
      checked={checked}
      onGoTo={editing.goTo}
      onText={editing.replace}
    />
  );
  return (
    <Side className={printedPart} aria-label="Findings of this policy" tabIndex={0}>
      <Stack as="p" row nowrap align="start" gap={2.5} mt={1} mb={2} small role="status">
        {shown && <FindingCounts findings={checked.findings} />}
        <span>{status || statusLine(review, checked)}</span>
      </Stack>
      <Hints review={review} />
      {reading.failed === 'silent' && <Button onClick={restartReading}>Try again</Button>}
      <ManagedPolicyHints reading={reading} />
      {isWhole && shown.found && isCurrent && (
        <PolicyNotes
          policy={shown.found}
          placeOf={placeOf}
          onPlace={editing.goToText}
          onRepair={editing.replace}
        />
      )}
      <ImportFindings
        reading={useUnsaid(review)}
        placeOf={placeOf}
        items={items}
        shown={shown}
        onPlace={intake.files ? undefined : editing.goToText}
      >
        {findings}
      </ImportFindings>
      {isWhole && findings}
    </Side>
  );
}

function usePlaces({ intake: { files }, reading: { text } }: Review) {
  return useMemo(() => (files ? placesFrom(files.lineStarts) : placesOf(text)), [files, text]);
}

/** The reading without what is said above it: that the page can't read the text at all. */
function useUnsaid({ kinds, reading }: Review) {
  return useMemo(() => {
    const refusals = kinds.some(({ kind }) => kind === 'unknown')
      ? reading.refusals.filter(({ code, detail }) => code !== 'notJson' || detail !== 'JSON')
      : reading.refusals;
    return { ...reading, refusals };
  }, [kinds, reading]);
}

// Both lead to this dialog.
const readAsOne = ['validate', 'import'] as const;
const readAsSeveral = ['import', 'validate'] as const;

/** What can be put here, what was here before, and what else the text can be. */
function Hints({ review }: Pick<ReviewSideProps, 'review'>) {
  const { intake, reading, isCurrent, shown } = review;
  const isBlank = intake.text.trim() === '';
  return (
    <>
      <LoadingFiles />
      {isBlank && !intake.files && <EmptyReview />}
      {intake.earlier && (
        <Note mb={2}>
          Your previous text is kept. <Button onClick={bringBackEarlier}>Restore it</Button>
        </Note>
      )}
      {isCurrent && !isBlank && (
        <RecognizedAs
          text={intake.text}
          here={shown?.key === WHOLE ? readAsOne : readAsSeveral}
          onlyLikely={reading.policies.length > 0}
          onOpen={(one) =>
            one.destination === 'import' || one.destination === 'validate'
              ? keepImport(one.text)
              : openRecognized(one)
          }
        />
      )}
    </>
  );
}
