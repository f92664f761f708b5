import Button from '@mui/material/Button';
import type { AccessRequest } from '../../../policies/simulate/request.ts';
import { ForeignText } from '../ForeignText.tsx';
import { Stack } from '../Stack.tsx';
import { Note } from '../Note.tsx';

interface GivenValuesProps {
  readonly given: AccessRequest['context'];
  onClear(): void;
}

/** A result that depends on values which the reader tried says so: it is no result of the test or call itself. */
export function GivenValues({ given, onClear }: GivenValuesProps) {
  const values = Object.entries(given).map(
    ([key, value]) => `${key} = ${[value].flat().join(', ') || 'missing'}`,
  );
  if (values.length === 0) return null;
  return (
    <Stack row gap={2}>
      <Note as="span">
        Only if <ForeignText text={values.join(' and ')} />
      </Note>
      <Button onClick={onClear}>Clear values</Button>
    </Stack>
  );
}
