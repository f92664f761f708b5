import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { keepImport } from '../../state/import/intake.ts';
import { below } from '../../theme.ts';
import { examplePolicy } from './examplePolicy.ts';

/** Below the first line, where the caret is. A click beside its button goes to the text. */
const Place = styled('div')({
  position: 'absolute',
  inset: '40px 24px auto 68px',
  maxWidth: 520,
  color: 'var(--ink-2)',
  pointerEvents: 'none',
  '& > button': { pointerEvents: 'auto' },
  '& p, & ul': { margin: '0 0 12px' },
  '& p': { fontSize: 16, lineHeight: '24px', color: 'var(--ink)' },
  '& ul': { paddingLeft: 20 },
  [below.tablet]: { inset: '36px 12px auto', '& ul': { fontSize: 13 } },
});

const accepted = [
  'A policy, or several, in JSON or YAML',
  'Text with a policy in it, such as a web page or a chat message',
  'AWS CLI output, or a CloudTrail event',
  'A Terraform plan, state, or configuration',
  'A CloudFormation or SAM template',
] as const;

/** What can be put into the text while there is none. */
export function EmptyInput() {
  return (
    <Place>
      <p>Paste or write a policy here, or drop files.</p>
      <ul aria-label="What can be pasted">
        {accepted.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      <Button variant="outlined" onClick={() => keepImport(examplePolicy)}>
        Try an example
      </Button>
    </Place>
  );
}
