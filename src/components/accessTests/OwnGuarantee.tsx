import Button from '@mui/material/Button';
import { useId } from 'react';
import { subjectInWords } from '../../policies/guarantees/guaranteeWords.ts';
import { removeGuarantee } from '../../state/guarantees/guaranteeEdits.ts';
import { edit, useStore } from '../../state/store.ts';
import { discardGuaranteeForm, keyOf, useUnfinished } from '../../state/typing/unfinished.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { GuaranteeForm } from './GuaranteeForm.tsx';

/** What can be done with a guarantee that the user wrote. */
export function OwnGuarantee({ id: ownId }: { readonly id: string }) {
  const id = useId();
  const guarantee = useStore(({ draft }) => draft.guarantees?.find((one) => one.id === ownId));
  const key = keyOf(guarantee);
  const isOpen = useUnfinished(({ changing }) => changing[key] === true);
  if (!guarantee) return null;
  const setOpen = (open: boolean) =>
    useUnfinished.setState(({ changing }) => ({ changing: { ...changing, [key]: open } }));
  return (
    <>
      <Note>
        <ForeignText text={subjectInWords(guarantee)} />
      </Note>
      <Stack row gap={1}>
        <Button
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={`Edit ${guarantee.title}`}
          onClick={() => setOpen(!isOpen)}
        >
          Edit…
        </Button>
        <Button
          aria-label={`Delete ${guarantee.title}`}
          onClick={() => edit((draft) => removeGuarantee(draft, guarantee.id), 'Guarantee deleted')}
        >
          Delete
        </Button>
      </Stack>
      {isOpen && <GuaranteeForm id={id} guarantee={guarantee} onDone={() => discardGuaranteeForm(key)} />}
    </>
  );
}
