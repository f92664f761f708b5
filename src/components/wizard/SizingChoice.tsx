import { useId } from 'react';
import type { Sizing } from '../../policies/model/draft.ts';
import { setSizing } from '../../policies/draft/editDraft.ts';
import { edit, useStore } from '../../state/store.ts';
import { Choice } from '../common/Choice.tsx';
import { Disclosure } from '../common/Disclosure.tsx';
import { FieldGroup } from '../common/Field.tsx';

const attachments: readonly {
  readonly value: Sizing['attach'];
  readonly title: string;
  readonly help: string;
}[] = [
  {
    value: 'managed',
    title: 'Managed policies',
    help: '6,144 characters each, ten to a role by default.',
  },
  {
    value: 'inline',
    title: 'Inline policies',
    help: '10,240 characters for all of a role’s inline policies together; nothing is split.',
  },
];

const lengths: readonly {
  readonly value: Sizing['shorten'];
  readonly title: string;
  readonly help: string;
}[] = [
  { value: 'none', title: 'Full', help: 'Keeps all Sids and lists. Easiest to review.' },
  {
    value: 'lossless',
    title: 'Shorter, same access',
    help: 'Removes Sids and single-item lists. Harder to review.',
  },
  {
    value: 'wildcards',
    title: 'Shortest, with wildcards in actions',
    help: 'Replaces Describe and List actions with wildcards such as sagemaker:Describe*. Allows more than you selected, also when AWS adds actions. The added actions are listed.',
  },
];

/** How documents are made to fit. */
export function SizingChoice() {
  const sizing = useStore((state) => state.draft.sizing);
  const name = useId();
  const change = (part: Partial<Sizing>, label: string) => edit((draft) => setSizing(draft, part), label);
  return (
    <Disclosure label="Size: attachment, splitting, and shortening">
      <FieldGroup small mt={2} legend="Attach identity policies as">
        {attachments.map(({ value, title, help }) => (
          <Choice
            key={value}
            type="radio"
            name={`${name}-attach`}
            checked={sizing.attach === value}
            onChange={() => change({ attach: value }, title)}
            title={title}
            help={help}
          />
        ))}
        <Choice
          type="checkbox"
          checked={sizing.split}
          onChange={() => change({ split: !sizing.split }, 'Splitting changed')}
          title="Split policies that exceed their quota"
          help="Into several policies that together grant the same access. Applies to managed identity policies, SCPs, and RCPs."
        />
      </FieldGroup>
      <FieldGroup small mt={2} legend="Length">
        {lengths.map(({ value, title, help }) => (
          <Choice
            key={value}
            type="radio"
            name={`${name}-length`}
            checked={sizing.shorten === value}
            onChange={() => change({ shorten: value }, title)}
            title={title}
            help={help}
          />
        ))}
      </FieldGroup>
    </Disclosure>
  );
}
