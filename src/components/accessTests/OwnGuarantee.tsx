import Button from '@mui/material/Button';
import { useId } from 'react';
import { subjectInWords } from '../../policies/guarantees/guaranteeWords.ts';
import { removeGuarantee } from '../../state/guarantees/guaranteeEdits.ts';
import { edit, useStore } from '../../state/store.ts';
import { forgetGuarantee, keyOf, useUnfinished } from '../../state/typing/unfinished.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { GuaranteeForm } from './GuaranteeForm.tsx';

/** What can be done with a guarantee that the user wrote. */
export function OwnGuarantee({ id: ownId }: { readonly id: string }) {
  const id = useId();
  const own = useStore(({ draft }) => draft.guarantees?.find((one) => one.id === ownId));
  const key = keyOf(own);
  const isOpen = useUnfinished(({ changing }) => changing[key] === true);
  if (!own) return null;
  const setOpen = (open: boolean) =>
    useUnfinished.setState(({ changing }) => ({ changing: { ...changing, [key]: open } }));
  return (
    <>
      <Note>
        <ForeignText text={subjectInWords(own)} />
      </Note>
      <Stack row gap={1}>
        <Button
          aria-expanded={isOpen}
          aria-controls={id}
          aria-label={`Edit ${own.title}`}
          onClick={() => setOpen(!isOpen)}
        >
          Edit…
        </Button>
        <Button
          aria-label={`Delete ${own.title}`}
          onClick={() => edit((draft) => removeGuarantee(draft, own.id), 'Guarantee deleted')}
        >
          Delete
        </Button>
      </Stack>
      {isOpen && <GuaranteeForm id={id} guarantee={own} onDone={() => forgetGuarantee(key)} />}
    </>
  );
}
