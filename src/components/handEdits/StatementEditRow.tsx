import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { ComposedDocument } from '../../policies/model/composedDocument.ts';
import { keepStatement, resetStatement } from '../../policies/handEdits/changeEdits.ts';
import type { StatementEdit } from '../../policies/handEdits/statementEdits.ts';
import { edit as change } from '../../state/store.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { StatementVersions } from './StatementVersions.tsx';
import { Stack } from '../common/Stack.tsx';
import { Note } from '../common/Note.tsx';

const State = styled('span')({ minWidth: 64, fontWeight: 500 });

interface StatementEditRowProps {
  readonly edit: StatementEdit;
  readonly documentId: string;
  readonly generated: ComposedDocument | undefined;
}

/** One statement that somebody wrote or removed, with what the choices make, and the ways back. */
export function StatementEditRow({ edit, documentId, generated }: StatementEditRowProps) {
  const { key, state, name, conflict } = edit;
  const [shown, setShown] = useState(conflict !== undefined);
  const words = ways[state];
  const reset = () =>
    change((draft) => resetStatement(draft, documentId, key, generated), `${name}: as generated`);
  const keep = () => change((draft) => keepStatement(draft, documentId, key, generated), `${name}: kept`);
  return (
    <li>
      <Stack row gap={2} rowGap={0}>
        <State>
          <span aria-hidden="true">{words.mark}</span> {state}
        </State>
        <code>
          <ForeignText text={name} />
        </code>
        {edit.base !== undefined && (
          <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? 'Hide generated' : 'Show generated'}
            <Of name={name} />
          </Button>
        )}
        <Button onClick={reset}>
          {conflict ? 'Take generated' : words.reset}
          <Of name={name} />
        </Button>
        {conflict && (
          <Button onClick={keep}>
            {state === 'removed' ? 'Leave removed' : 'Keep mine'}
            <Of name={name} />
          </Button>
        )}
      </Stack>
      {conflict && (
        <Note tone="warning" mt={0.5} mb={0.5}>
          {reasons[conflict][state === 'removed' ? 'removed' : 'edited']}
        </Note>
      )}
      {shown && <StatementVersions edit={edit} />}
    </li>
  );
}

const Of = ({ name }: { readonly name: string }) => <span className="visually-hidden"> {name}</span>;

const ways = {
  edited: { mark: '✎', reset: 'Reset' },
  added: { mark: '+', reset: 'Remove' },
  removed: { mark: '−', reset: 'Bring back' },
} as const;

const reasons = {
  changed: {
    edited: 'Since you edited it, the choices make another statement here. Yours is in force.',
    removed: 'Since you removed it, the choices make another statement here. It stays removed.',
  },
  gone: {
    edited: 'The choices no longer make this statement, or joined it into another one. Yours stays in force.',
    removed:
      'The choices no longer make this statement. What you removed may stand in another one, which is in force.',
  },
} as const;
