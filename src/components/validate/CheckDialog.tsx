import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import { styled } from '@mui/material/styles';
import { type KeyboardEvent, useState } from 'react';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { restartChecking } from '../../state/checks/client.ts';
import { type CheckedPolicy, keepChecked, lastChecked } from '../../state/checks/checkedText.ts';
import { nextFinding } from '../../state/checks/shown.ts';
import { CheckedPolicyInput } from './CheckedPolicyInput.tsx';
import { CheckFixes } from './CheckFixes.tsx';
import { FindingCounts } from '../common/FindingCounts.tsx';
import { FindingList } from '../common/FindingList.tsx';
import { PolicyTypeFields } from './PolicyTypeFields.tsx';
import { type Checked, checkLine, useCheckedText } from './useCheckedText.ts';
import { below } from '../../theme.ts';
import { RecognizedAs } from '../common/RecognizedAs.tsx';
import { Stack } from '../common/Stack.tsx';
import { closeDialog } from '../common/Dialog.tsx';

const Head = styled('header')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 12px',
  padding: '8px 16px',
  borderBottom: '1px solid var(--hairline)',
  '& > h2': { margin: 0, fontSize: 16, fontWeight: 600 },
  '& > button:last-child': { marginLeft: 'auto' },
});
const Halves = styled('div')({
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
  [below.twoColumns]: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr) minmax(0, 1fr)',
  },
});
const Side = styled('section')({
  overflow: 'auto',
  padding: '8px 16px 16px',
  borderLeft: '1px solid var(--hairline)',
  background: 'var(--page)',
  [below.twoColumns]: { borderLeft: 'none', borderTop: '1px solid var(--hairline)' },
});

/** Any policy, written or pasted here, checked as it is typed. It is no part of the draft. */
export function CheckDialog() {
  const [policy, setPolicy] = useState(lastChecked);
  const [replacement, setReplacement] = useState<{ readonly text: string } | null>(null);
  const [sought, setSought] = useState<DescribedFinding | null>(null);
  const change = (part: Partial<CheckedPolicy>) => {
    keepChecked({ ...lastChecked(), ...part });
    setPolicy(lastChecked());
  };
  const replace = (text: string) => {
    setReplacement({ text });
    change({ text });
  };
  const checked = useCheckedText(policy);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'F8') return;
    event.preventDefault();
    event.stopPropagation();
    const next = nextFinding(checked.findings, sought?.range.offset ?? -1, event.shiftKey);
    if (next) setSought({ ...next });
  };
  return (
    <Dialog open onClose={closeDialog} onKeyDownCapture={onKey} fullScreen aria-labelledby="check-title">
      <Head>
        <h2 id="check-title">Validate policy</h2>
        <PolicyTypeFields policy={policy} onChange={change} />
        <Button variant="outlined" onClick={closeDialog}>
          Close
        </Button>
      </Head>
      <Halves>
        <CheckedPolicyInput
          policy={policy}
          findings={checked.findings}
          sought={sought}
          replacement={replacement}
          onText={(text) => change({ text })}
        />
        <CheckedSide policy={policy} checked={checked} onGoTo={setSought} onText={replace} />
      </Halves>
    </Dialog>
  );
}

interface CheckedSideProps {
  readonly policy: CheckedPolicy;
  readonly checked: Checked;
  onGoTo(finding: DescribedFinding): void;
  onText(text: string): void;
}

function CheckedSide({ policy, checked, onGoTo, onText }: CheckedSideProps) {
  return (
    <Side aria-label="Findings of this policy" tabIndex={0}>
      <Stack as="p" row nowrap align="start" gap={2.5} mt={1} mb={2} small role="status">
        <FindingCounts findings={checked.findings} />
        {checkLine(checked, policy.text)}
      </Stack>
      <RecognizedAs text={policy.text} here="validate" />
      {checked.state === 'silent' && <Button onClick={restartChecking}>Try again</Button>}
      {policy.text.trim() !== '' && (
        <FindingList
          text={policy.text}
          checkedText={checked.text}
          findings={checked.findings}
          dimmed={checked.state === 'checking'}
          onGoTo={onGoTo}
          renderActions={(finding) => (
            <CheckFixes
              text={policy.text}
              finding={finding}
              type={policy.type}
              resourceType={policy.resourceType}
              disabled={checked.state !== 'checked'}
              onText={onText}
            />
          )}
        />
      )}
    </Side>
  );
}
