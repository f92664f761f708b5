import Button from '@mui/material/Button';
import { Note } from './Note.tsx';
import { failureWords } from './useEvidence.ts';

interface ComparisonFailedProps {
  readonly failure: keyof typeof failureWords;
  retry(): void;
}

export const ComparisonFailed = ({ failure, retry }: ComparisonFailedProps) => (
  <Note tone="error">
    Couldn’t compare access: {failureWords[failure]}. <Button onClick={retry}>Try again</Button>
  </Note>
);
