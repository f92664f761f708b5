import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { keepImport } from '../../state/import/intake.ts';
import { below } from '../common/theme.ts';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';
import { examplePolicy } from './examplePolicy.ts';

/** Below the first line, where the caret is, and short enough for a low window. A click beside its button goes to the text. */
const Place = styled('div')({
  position: 'absolute',
  inset: '40px 24px auto 68px',
  pointerEvents: 'none',
  '& > button': { pointerEvents: 'auto' },
  '& > p': { margin: '0 0 12px', fontSize: 16, lineHeight: '24px' },
  [below.tablet]: { inset: '36px 12px auto' },
});

/** What to do while there is no text, in its place. */
export function EmptyInput() {
  return (
    <Place>
      <p>Paste or write a policy here, or drop files.</p>
      <Button variant="outlined" onClick={() => keepImport(examplePolicy)}>
        Try an example
      </Button>
    </Place>
  );
}

const accepted = [
  'A policy, or several, in JSON or YAML',
  'Text with a policy in it, such as a web page or a chat message',
  'AWS CLI output, or a CloudTrail event',
  'A Terraform plan, state, or configuration',
  'A CloudFormation or SAM template',
] as const;

/** What can be put into the text, and what is seen of it, where that will be seen. */
export function EmptyReview() {
  return (
    <>
      <Note id="accepted">What you can paste or drop:</Note>
      <List look="bullets" small mb={2} aria-labelledby="accepted">
        {accepted.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </List>
      <Note mb={2}>
        The policies in the text, their findings, and fixes appear here. Compare before and after, copy the
        result, or add it to your set. Your data stays in this browser.
      </Note>
    </>
  );
}
