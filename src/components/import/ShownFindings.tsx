import Button from '@mui/material/Button';
import type { TextRange } from '../../policies/language/policy.ts';
import { restartChecking } from '../../state/checks/checksClient.ts';
import type { CheckedPolicy } from '../../state/checks/checkedPolicy.ts';
import type { ReviewItem } from '../../state/import/reviewItems.ts';
import { isDocumentKind, reviewTitles } from '../../state/import/reviewKind.ts';
import { FindingList } from '../common/FindingList.tsx';
import { Note } from '../common/Note.tsx';
import { CheckFixes } from './CheckFixes.tsx';
import type { Checked } from './useCheckedText.ts';

interface ShownFindingsProps {
  readonly shown: ReviewItem;
  readonly policy: CheckedPolicy;
  readonly checked: Checked;
  onGoTo(range: TextRange): void;
  onText(text: string): void;
}

/** The findings of the policy that is shown, with their fixes. */
export function ShownFindings({ shown, policy, checked, onGoTo, onText }: ShownFindingsProps) {
  return (
    <>
      {checked.state === 'silent' && <Button onClick={restartChecking}>Try again</Button>}
      {!isDocumentKind(shown.kind) && (
        <Note>{reviewTitles[shown.kind]}: you can validate it here, but not add it to a set.</Note>
      )}
      <FindingList
        text={shown.text}
        checkedText={checked.text}
        findings={checked.findings}
        dimmed={checked.state === 'checking'}
        onGoTo={({ range }) => onGoTo(range)}
        renderActions={(finding) => (
          <CheckFixes
            text={shown.text}
            finding={finding}
            type={policy.type}
            resourceType={policy.resourceType}
            disabled={checked.state !== 'checked'}
            onText={onText}
          />
        )}
      />
    </>
  );
}
