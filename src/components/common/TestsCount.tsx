import { styled } from '@mui/material/styles';
import { outcomeMarks, type TestsLine } from '../../state/accessTests/testsLine.ts';

const Count = styled('span')({
  fontSize: 12,
  lineHeight: '16px',
  fontWeight: 600,
  color: 'var(--ink-3)',
  '&[data-outcome="passed"]': { color: 'var(--allow)' },
  '&[data-outcome="partial"], &[data-outcome="notRun"]': { color: 'var(--caution)' },
  '&[data-outcome="failed"]': { color: 'var(--error)' },
});

/** The count of tests wherever it is shown. It is green only when every test was asked and passed. */
export const TestsCount = ({ line: { outcome, text } }: { readonly line: TestsLine }) => (
  <Count data-outcome={outcome}>
    <span aria-hidden="true">{outcomeMarks[outcome]} </span>
    <span data-words="">{text}</span>
  </Count>
);
