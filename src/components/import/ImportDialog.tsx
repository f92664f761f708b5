import Button from '@mui/material/Button';
import MuiDialog from '@mui/material/Dialog';
import { styled } from '@mui/material/styles';
import { type KeyboardEvent, useId, useMemo } from 'react';
import type { CheckedPolicy } from '../../state/checks/checkedPolicy.ts';
import { nextFinding } from '../../state/checks/shown.ts';
import { WHOLE } from '../../state/import/intake.ts';
import { checkedTypeOf } from '../../state/import/reviewKind.ts';
import { below } from '../common/theme.ts';
import { notPrinted, printedDialog, printedPart } from '../common/Dialog.tsx';
import { Heading } from '../common/Heading.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { dropAndPaste, openFiles } from './arriving.ts';
import { missingLine } from './missingLine.ts';
import { OpenFiles } from '../common/OpenFiles.tsx';
import { ReviewSide } from './ReviewSide.tsx';
import { TextSide } from './TextSide.tsx';
import { closeImport, useAdd } from './useAdd.ts';
import { type Checked, useCheckedText } from './useCheckedText.ts';
import { type Editing, useEditing } from './useEditing.ts';
import { type Review, useReview } from './useImportReview.ts';
import { Box } from '../common/Box.tsx';

const Halves = styled('div')({
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
  [below.twoColumns]: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr) minmax(0, 1fr)',
  },
  [below.largeText]: { gridTemplateRows: 'minmax(160px, 1fr) auto', overflow: 'auto' },
});
/** Policies from elsewhere: read as they are, checked as they are written, compared with what they were, copied or added to the set. */
export function ImportDialog() {
  const review = useReview();
  const { items, shown, isCurrent } = review;
  const editing = useEditing(review);
  const all = [...(shown?.key === WHOLE ? [shown] : []), ...items];
  const adding = useAdd(isCurrent ? all : []);
  const isBlank = review.intake.text.trim() === '' && !review.intake.files;
  const policy = useShownPolicy(review);
  const checked = useCheckedText(policy);
  const open = async (files: readonly File[]) => {
    if (files.length === 0) return;
    const problem = await openFiles(files);
    if (problem !== undefined) adding.setProblem(problem);
  };
  return (
    <MuiDialog
      open
      onClose={closeImport}
      onKeyDownCapture={(event) => goToNextFinding(event, checked, editing)}
      fullScreen
      className={printedDialog}
      aria-labelledby="import-title"
      {...dropAndPaste((files) => void open(files))}
    >
      <Box line="below" px={4} py={2}>
        <Stack row gap={3}>
          <Heading as="h2" look="dialog" id="import-title" style={{ flex: '1 1 180px' }}>
            Import or validate policies
          </Heading>
          <OpenFiles
            label="Open files"
            fieldLabel="Files to import"
            many
            onFiles={(files) => void open(files)}
          />
        </Stack>
      </Box>
      <Halves className={printedPart}>
        <TextSide review={review} editing={editing} policy={policy} checked={checked} />
        <ReviewSide
          review={review}
          editing={editing}
          policy={policy}
          checked={checked}
          status={adding.status}
        />
      </Halves>
      <Foot adding={adding} missing={missingLine({ isBlank, isCurrent, items: all })} />
    </MuiDialog>
  );
}

/** F8, in the editor as well as beside it. */
function goToNextFinding(event: KeyboardEvent, checked: Checked, editing: Editing): void {
  if (event.key !== 'F8') return;
  event.preventDefault();
  event.stopPropagation();
  const next = nextFinding(checked.findings, editing.sought?.offset ?? -1, event.shiftKey);
  if (next) editing.goTo(next.range);
}

interface AddButtonProps {
  readonly adding: ReturnType<typeof useAdd>;
  readonly missing: string;
}

const Foot = (props: AddButtonProps) => (
  <Box className={notPrinted} line="above" px={4} py={2}>
    <Stack row gap={2} justify="end">
      <Button onClick={closeImport}>Close</Button>
      <AddButton {...props} />
    </Stack>
  </Box>
);

/** While there is nothing to add, it says what is missing. */
function AddButton({ adding: { wanted, busy, add }, missing }: AddButtonProps) {
  const id = useId();
  const count = wanted.length;
  if (count === 0)
    return (
      <>
        <Note id={id}>{missing}</Note>
        <Button variant="contained" disabled aria-describedby={id}>
          Add to this set
        </Button>
      </>
    );
  return (
    <Button variant="contained" disabled={busy} onClick={() => void add()}>
      {count === 1 ? 'Add 1 policy to this set' : `Add ${count} policies to this set`}
    </Button>
  );
}

function useShownPolicy({ shown, intake }: Review): CheckedPolicy {
  const { text = '', kind = 'identity' } = shown ?? {};
  const resourceType = kind === 'resource' ? intake.resourceType : '';
  return useMemo(() => ({ text, type: checkedTypeOf(kind), resourceType }), [text, kind, resourceType]);
}
