import { useId } from 'react';
import { exporters } from '../../policies/exports/index.ts';
import { Choice } from '../common/Choice.tsx';
import { FieldGroup } from '../common/Field.tsx';
import { Stack } from '../common/Stack.tsx';

interface ExportFormatsProps {
  /** Id of an exporter. */
  readonly chosen: string;
  choose(id: string): void;
}

export function ExportFormats({ chosen, choose }: ExportFormatsProps) {
  const name = useId();
  return (
    <FieldGroup legend="Format" mb={3}>
      <Stack columns={250} gap={6} rowGap={0}>
        {exporters.map(({ id, label, help }) => (
          <Choice
            key={id}
            type="radio"
            name={name}
            checked={id === chosen}
            onChange={() => choose(id)}
            title={label}
            help={help}
          />
        ))}
      </Stack>
    </FieldGroup>
  );
}
