import { useId } from 'react';
import { Choice } from '../common/Choice.tsx';
import { FieldGroup } from '../common/Field.tsx';
import { Stack } from '../common/Stack.tsx';

export type ExportPartId = 'all' | 'organization';

interface ExportScopeProps {
  readonly chosen: ExportPartId;
  choose(part: ExportPartId): void;
}

const parts: readonly { readonly id: ExportPartId; readonly title: string; readonly help: string }[] = [
  { id: 'all', title: 'Everything', help: 'All policies and roles of this set.' },
  {
    id: 'organization',
    title: 'Only the organization’s part',
    help: 'Service control policies and the permissions boundary, for the administrators of the organization.',
  },
];

/** Whether all is exported, or what is handed to those who administer the organization. */
export function ExportScope({ chosen, choose }: ExportScopeProps) {
  const name = useId();
  return (
    <FieldGroup legend="Policies" mb={3}>
      <Stack columns={250} gap={6} rowGap={0}>
        {parts.map(({ id, title, help }) => (
          <Choice
            key={id}
            type="radio"
            name={name}
            checked={id === chosen}
            onChange={() => choose(id)}
            title={title}
            help={help}
          />
        ))}
      </Stack>
    </FieldGroup>
  );
}
