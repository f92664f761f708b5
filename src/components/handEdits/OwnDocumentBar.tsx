import Button from '@mui/material/Button';
import { useId } from 'react';
import { setEdits } from '../../policies/handEdits/changeEdits.ts';
import type { ImportedPolicyHeading } from '../../policies/model/documentEdits.ts';
import { renameImportedPolicy } from '../../policies/handEdits/importedPolicies.ts';
import { edit, useRuleset } from '../../state/store.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { Toolbar } from '../common/Toolbar.tsx';
import { Input } from '../common/Input.tsx';

interface OwnDocumentBarProps {
  readonly id: string;
  readonly imported: ImportedPolicyHeading;
}

/** A document that no choice makes: limits and tests of the choices do not reach into it. */
export function OwnDocumentBar({ id, imported }: OwnDocumentBarProps) {
  const field = useId();
  const { preset } = useRuleset();
  return (
    <Toolbar flush gap={4} rowGap={0}>
      <label htmlFor={field}>Imported policy</label>
      <Input
        grow={240}
        style={{ maxWidth: '32em' }}
        id={field}
        value={imported.title}
        maxLength={200}
        spellCheck={false}
        onChange={(event) =>
          edit(
            (draft) => renameImportedPolicy(draft, id, event.target.value),
            'Policy renamed',
            `rename ${id}`,
          )
        }
      />
      <CharacterNote text={imported.title} />
      <span>
        {preset
          ? `Guardrails, tests, and the rules of ${preset.title} don’t apply.`
          : 'Guardrails and tests don’t apply.'}
      </span>
      <Button onClick={() => edit((draft) => setEdits(draft, id, undefined), `${imported.title} removed`)}>
        Remove policy
      </Button>
    </Toolbar>
  );
}
