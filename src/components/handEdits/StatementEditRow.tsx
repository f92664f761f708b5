import Button from '@mui/material/Button';
import { useState } from 'react';
import type { ComposedDocument } from '../../policies/model/composedDocument.ts';
import { keepStatement, resetStatement } from '../../policies/handEdits/changeEdits.ts';
import type { StatementEdit } from '../../policies/handEdits/statementEdits.ts';
import { edit as change } from '../../state/store.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { StatementVersions } from './StatementVersions.tsx';
import { Stack } from '../common/Stack.tsx';
import { Note } from '../common/Note.tsx';
import { Box } from '../common/Box.tsx';

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
    change((draft) => resetStatement(draft, documentId, key, generated), `${name}: reset to generated`);
  const keep = () =>
    change((draft) => keepStatement(draft, documentId, key, generated), `${name}: edit kept`);
  return (
    <li>
      <Stack row flush gap={4} rowGap={0}>
        <Box as="span" style={{ minWidth: '4rem', fontWeight: 500 }}>
          <span aria-hidden="true">{words.mark}</span> {state}
        </Box>
        <code>
          <ForeignText text={name} />
        </code>
        {edit.base !== undefined && (
          <Button aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? 'Hide generated statement' : 'Show generated statement'}
            <Of name={name} />
          </Button>
        )}
        <Button onClick={reset}>
          {conflict ? 'Use generated' : words.reset}
          <Of name={name} />
        </Button>
        {conflict && (
          <Button onClick={keep}>
            {state === 'removed' ? 'Keep removed' : 'Keep your version'}
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
  removed: { mark: '−', reset: 'Restore' },
} as const;

const reasons = {
  changed: {
    edited: 'The generated statement changed after your edit. Your version is used.',
    removed: 'The generated statement changed after you removed it. It’s still removed.',
  },
  gone: {
    edited: 'This statement is no longer generated, or was merged into another one. Your version is used.',
    removed:
      'This statement is no longer generated. The permissions that you removed might be in another statement, which is used.',
  },
} as const;
