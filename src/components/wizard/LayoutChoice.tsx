import { useId } from 'react';
import type { Draft } from '../../policies/model/draft.ts';
import { setLayout } from '../../policies/draft/editDraft.ts';
import { edit } from '../../state/store.ts';
import { Choice } from '../common/Choice.tsx';
import { FieldGroup } from '../common/Field.tsx';

const layouts: readonly { readonly value: Draft['layout']; readonly title: string; readonly help: string }[] =
  [
    {
      value: 'perPersona',
      title: 'One policy per role (recommended)',
      help: 'Each persona has its own role, with only the permissions that it needs.',
    },
    {
      value: 'merged',
      title: 'One role for all personas',
      help: 'One role with the permissions of all personas. Not least privilege.',
    },
  ];

/** How many roles there are: a choice as soon as two personas are roles. */
export function LayoutChoice({ layout }: { readonly layout: Draft['layout'] }) {
  const name = useId();
  return (
    <FieldGroup legend="Roles" mt={2}>
      {layouts.map((option) => (
        <Choice
          key={option.value}
          type="radio"
          name={name}
          checked={layout === option.value}
          onChange={() => edit((draft) => setLayout(draft, option.value), option.title)}
          title={option.title}
          help={option.help}
        />
      ))}
    </FieldGroup>
  );
}
