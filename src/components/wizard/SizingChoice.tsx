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
    title: 'As managed policies',
    help: '6,144 characters each, ten to a role by default.',
  },
  {
    value: 'inline',
    title: 'Inline in the role',
    help: '10,240 characters for all of a role’s inline policies together; nothing is split.',
  },
];

const lengths: readonly {
  readonly value: Sizing['shorten'];
  readonly title: string;
  readonly help: string;
}[] = [
  { value: 'none', title: 'As it is', help: 'Every statement has its Sid, lists stay lists.' },
  {
    value: 'lossless',
    title: 'Shorter, the same access',
    help: 'No Sids, and a list of one becomes its value. Who reads the policy loses the names.',
  },
  {
    value: 'wildcards',
    title: 'Shorter still, with patterns for actions',
    help: 'sagemaker:Describe* in place of each name, for what describes and lists only. It allows more than you chose, now and when AWS adds actions; what it adds is listed.',
  },
];

/** How documents are made to fit. */
export function SizingChoice() {
  const sizing = useStore((state) => state.draft.sizing);
  const name = useId();
  const change = (part: Partial<Sizing>, label: string) => edit((draft) => setSizing(draft, part), label);
  return (
    <Disclosure label="Size: how it is attached, split and shortened">
      <FieldGroup small mt={2} legend="Identity policies are saved">
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
          title="Split what is over its limit"
          help="Into the fewest documents with exactly the same access. Service control policies too; everything else exists once."
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
