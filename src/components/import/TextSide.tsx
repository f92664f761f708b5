import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { CheckedPolicy } from '../../state/checks/checkedPolicy.ts';
import { selectPolicy, setKind, useIntake, WHOLE } from '../../state/import/intake.ts';
import { CopyButton } from '../common/CopyButton.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { printedPart } from '../common/Dialog.tsx';
import { Note } from '../common/Note.tsx';
import { PrintedText } from '../common/PrintedText.tsx';
import { Tabs } from '../common/Tabs.tsx';
import { Toolbar } from '../common/Toolbar.tsx';
import { useIsPrinted } from '../common/useIsPrinted.ts';
import { Differences } from './Differences.tsx';
import { EmptyInput } from './EmptyInput.tsx';
import { PolicyInput } from './PolicyInput.tsx';
import { PolicyTypeFields } from './PolicyTypeFields.tsx';
import type { Checked } from './useCheckedText.ts';
import type { Editing } from './useEditing.ts';
import type { Review } from './useImportReview.ts';

const Side = styled('section')({
  display: 'grid',
  gridTemplateRows: 'auto minmax(0, 1fr)',
  minHeight: 0,
  minWidth: 0,
  background: 'var(--surface)',
});
/** Goes on behind the comparison, with its history. */
const Editor = styled('div')({
  position: 'relative',
  display: 'grid',
  // An editor is as wide as it was drawn: without this, the column could not become narrower than that.
  gridTemplateColumns: 'minmax(0, 1fr)',
  minHeight: 0,
  minWidth: 0,
  '&[hidden]': { display: 'none' },
});
const Toggle = styled(Button)({
  '&[aria-pressed="true"]': { background: 'var(--accent-quiet)', borderColor: 'var(--accent)' },
});

interface TextSideProps {
  readonly review: Review;
  readonly editing: Editing;
  readonly policy: CheckedPolicy;
  readonly checked: Checked;
}

/** The text, or one of the policies in it: to write in, and compared with what it was. */
export function TextSide({ review, editing, policy, checked }: TextSideProps) {
  const { intake, shown } = review;
  const isWhole = !shown || shown.key === WHOLE;
  const text = isWhole ? intake.text : shown.text;
  const compares = editing.compares && isComparable(review);
  const isElsewhere = compares || (intake.files !== null && isWhole);
  const isPrinted = useIsPrinted();
  return (
    <Side className={printedPart} aria-label="Text" onPasteCapture={editing.onPaste}>
      <TextBar review={review} editing={editing} text={text} />
      {compares && (
        <Differences
          before={shown?.base ?? ''}
          after={text}
          type={policy.type}
          onRestore={() => editing.replace(shown?.base ?? '')}
        />
      )}
      {intake.files && isWhole && (
        <Note px={4} py={4}>
          <ForeignText text={intake.files.names} use="prose" />: too large to show as text. Review a policy to
          see its text.
        </Note>
      )}
      {isPrinted && !isElsewhere && <PrintedText text={text} />}
      <Editor hidden={isPrinted || isElsewhere}>
        <PolicyInput
          key={editing.editorKey}
          label={isWhole ? 'Policy, or any text with policies in it' : `Policy: ${shown.title}`}
          policy={{ ...policy, text }}
          findings={shown ? checked.findings : []}
          sought={editing.sought}
          replacement={editing.replacement}
          onText={editing.onText}
        />
        {isWhole && text === '' && <EmptyInput />}
      </Editor>
    </Side>
  );
}

const isComparable = ({ shown }: Review): boolean => shown !== undefined && shown.base.trim() !== '';

interface TextBarProps {
  readonly review: Review;
  readonly editing: Editing;
  readonly text: string;
}

/** Which text is shown, what it was recognized as, and what can be done with it. */
function TextBar({ review, editing, text }: TextBarProps) {
  const { intake, items, shown } = review;
  const key = shown?.key ?? WHOLE;
  const title = shown?.title ?? 'text';
  const whole = { id: WHOLE, label: intake.files ? 'File' : 'Pasted text' };
  const tabs =
    key === WHOLE ? [whole] : [whole, { id: key, label: <ForeignText text={title} use="prose" /> }];
  return (
    <Toolbar onPage>
      {items.length > 0 && <Tabs label="Texts" entries={tabs} selected={key} onSelect={selectPolicy} />}
      {shown && (
        <PolicyTypeFields
          kind={shown.kind}
          resourceType={intake.resourceType}
          onKind={(kind) => setKind(key, kind)}
          onResourceType={(resourceType) => useIntake.setState({ resourceType })}
        />
      )}
      {isComparable(review) && (
        <Toggle
          variant="outlined"
          aria-pressed={editing.compares}
          onClick={() => editing.setCompares(!editing.compares)}
        >
          Before and after
        </Toggle>
      )}
      {text.trim() !== '' && <CopyButton text={text} name={title} />}
    </Toolbar>
  );
}
