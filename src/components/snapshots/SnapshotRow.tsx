import Button from '@mui/material/Button';
import { type KeyboardEvent, useState } from 'react';
import { snapshotLimits } from '../../policies/share/snapshotNames.ts';
import {
  compareWithSnapshot,
  isSnapshotNameTaken,
  renameSnapshot,
  restoreSnapshot,
} from '../../state/share/snapshotActions.ts';
import type { Snapshot } from '../../policies/share/snapshots.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { FieldError } from '../common/Field.tsx';
import { Stack } from '../common/Stack.tsx';
import { Input } from '../common/Input.tsx';

/** One snapshot. Its name is a field; it takes effect with Enter, or when the field is left. */
export function SnapshotRow({ snapshot, onDelete }: { readonly snapshot: Snapshot; onDelete(): void }) {
  const [name, setName] = useState(snapshot.name);
  const isTaken = isSnapshotNameTaken(snapshot.id, name);
  const give = () => {
    renameSnapshot(snapshot.id, name);
    setName(isTaken ? snapshot.name : name.trim() || snapshot.name);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') give();
    if (event.key !== 'Escape' || name === snapshot.name) return;
    event.stopPropagation();
    setName(snapshot.name);
  };
  return (
    <Stack as="li" row gap={2} rowGap={1}>
      <Input
        grow={200}
        aria-label={`Name of ${snapshot.name}`}
        aria-invalid={isTaken}
        value={name}
        maxLength={snapshotLimits.name}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
        onBlur={give}
        onKeyDown={onKey}
      />
      <CharacterNote text={name} />
      {isTaken && <FieldError>Another snapshot has this name.</FieldError>}
      <Button onClick={() => compareWithSnapshot(snapshot.id)}>
        Compare
        <Of name={`with ${snapshot.name}`} />
      </Button>
      <Button onClick={() => restoreSnapshot(snapshot)}>
        Restore
        <Of name={snapshot.name} />
      </Button>
      <Button onClick={onDelete}>
        Delete
        <Of name={snapshot.name} />
      </Button>
    </Stack>
  );
}

const Of = ({ name }: { readonly name: string }) => <span className="visually-hidden"> {name}</span>;
