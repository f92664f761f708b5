import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type ClipboardEvent, useId, useState } from 'react';
import { AnyText } from '../common/AnyText.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';

const Label = styled('label')({ display: 'block', margin: '24px 0 4px', fontWeight: 600 });
/** One box for whatever a reader has: a paste goes at once to where it belongs, and stays here until then. */
export function PasteBox() {
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const open = (pasted: string) =>
    // What recognizes a text comes with the first one.
    import('../../state/recognize/route.ts').then(
      ({ routeText }) => routeText(pasted),
      () => setProblem('Couldn’t load this part of the page. Reload the page and paste again.'),
    );
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (text.trim() === '' && pasted.trim() !== '') void open(pasted);
  };
  return (
    <>
      <Label htmlFor={id}>Paste anything</Label>
      <AnyText
        tall={76}
        id={id}
        aria-describedby={`${id}help`}
        value={text}
        onPaste={paste}
        onText={setText}
      />
      <Stack row nowrap gap={2} mt={1} align="start" justify="space-between">
        <Note id={`${id}help`} role="status" tone={problem ? 'warning' : 'quiet'}>
          {problem ||
            'A policy, an error message, AWS CLI output, a Terraform plan, a CloudFormation template, a CloudTrail event, or a share link.'}
        </Note>
        {text.trim() !== '' && (
          <Button variant="outlined" onClick={() => void open(text)}>
            Open
          </Button>
        )}
      </Stack>
    </>
  );
}
