import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { commands } from '../../state/commands.ts';
import { useNothingSelected } from '../../state/derived/nothingSelected.ts';
import { focusPersonas } from '../../state/start/focusPersonas.ts';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { Heading } from '../common/Heading.tsx';
import { below } from '../common/theme.ts';
import { Door } from './Door.tsx';
import { PasteBox } from './PasteBox.tsx';
import { Box } from '../common/Box.tsx';

const Start = styled('section')({
  maxWidth: 720,
  margin: '0 auto',
  padding: '48px 32px 32px',
  '& > h2': { fontSize: 20, lineHeight: '28px' },
  '& > p': { margin: '8px 0 24px', color: 'var(--ink-2)' },
  '& > ul': { listStyle: 'none' },
  [below.tablet]: {
    padding: '20px 16px 24px',
    borderBottom: '1px solid var(--hairline)',
    '& > p': { marginBottom: 12 },
  },
});
/** What this is and the ways in, where the policy will be. */
export function StartPane() {
  if (!useNothingSelected()) return null;
  return (
    <Start aria-label="Start">
      <Heading as="h2">IAM policies for SageMaker</Heading>
      <p>
        Select who needs access and get least-privilege policies: checked, tested, and ready to export. Your
        data stays in this browser.
      </p>
      <Box as="ul" line="below">
        <Door
          title="Start from personas"
          line="Select who needs access, and then what they can do. The policy follows each choice."
          open={focusPersonas}
        />
        <Door
          title={commands.examples.label}
          line="Complete sets to read and change, from a training team in a VPC to an SCP."
          open={commands.examples.run}
        />
        <Door
          title="Import or validate a policy"
          line="See its findings and fixes, compare before and after, and add it to your set."
          open={commands.import.run}
        />
        <Door
          title={commands.troubleshoot.label}
          line="Paste the error message to see which permission is missing, and where."
          open={commands.troubleshoot.run}
        />
      </Box>
      <PasteBox />
      <Stack row flush gap={4} rowGap={0} mt={4} small>
        <Note as="span">Also:</Note>
        {[commands.managed, commands.activity].map(({ id, label, run }) => (
          <Button key={id} size="small" onClick={run}>
            {label}
          </Button>
        ))}
      </Stack>
    </Start>
  );
}
