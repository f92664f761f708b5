import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type ClipboardEvent, useId, useState } from 'react';
import { fontMono } from '../../theme.ts';
import { control } from '../common/control.ts';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';

const Label = styled('label')({ display: 'block', margin: '24px 0 4px', fontWeight: 600 });
const Area = styled('textarea')({
  ...control,
  display: 'block',
  width: '100%',
  height: 76,
  padding: 8,
  resize: 'vertical',
  font: `13px/20px ${fontMono}`,
  '@media (pointer: coarse)': { fontSize: 16 },
});

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
      <Area
        id={id}
        aria-describedby={`${id}help`}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        onPaste={paste}
        onChange={(event) => setText(event.target.value)}
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
