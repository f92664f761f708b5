import { useId } from 'react';
import { deliveryWords } from '../../policies/model/labels.ts';
import type { GuardrailPlacement } from '../../policies/model/draft.ts';
import { findVariable } from '../../policies/library/ruleset.ts';
import { sizeInWords } from '../../policies/size/sizeInWords.ts';
import { documentsOf, sizeOf } from '../../state/derived/derived.ts';
import { setLimits } from '../../policies/draft/editDraft.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { Choice } from '../common/Choice.tsx';
import { SizeBar } from '../common/SizeBar.tsx';
import { OptionChoice } from './OptionChoice.tsx';
import { DeliveryRule } from './rules.tsx';
import { VariableFields } from './VariableFields.tsx';
import { Note } from '../common/Note.tsx';
import { FieldGroup } from '../common/Field.tsx';

const deliveries: readonly {
  readonly value: GuardrailPlacement;
  readonly title: string;
  readonly help: string;
}[] = [
  {
    value: 'deny',
    title: deliveryWords.deny,
    help: 'In every policy of people and roles. They hold even where another policy allows more.',
  },
  {
    value: 'conditions',
    title: deliveryWords.conditions,
    help: 'Role Manager’s way: only what these policies allow is limited; another policy can allow more. What no condition can say is denied.',
  },
  {
    value: 'boundary',
    title: deliveryWords.boundary,
    help: 'A document of its own, set on every role by whoever creates it. It grants nothing.',
  },
  {
    value: 'serviceControl',
    title: deliveryWords.serviceControl,
    help: 'For AWS Organizations: limits whole accounts, but not the management account. It grants nothing; FullAWSAccess must stay attached.',
  },
];

const ceiling = {
  id: 'ceiling',
  label: 'What the boundary lets through',
  help: 'A boundary must name what may be allowed at all, or nothing is.',
  choices: [
    {
      value: 'services',
      label: 'The services of the chosen activities',
      help: 'Whole services; of IAM and STS only the very actions. Other services stay closed whatever other policies say.',
    },
    {
      value: 'everything',
      label: 'Everything but the limits',
      help: 'For roles with further policies. Taking the boundary off is denied.',
    },
  ],
  default: 'services',
} as const;

const exemptionVariables = ['exemptionTagKey', 'exemptionTagValue'];

/** How full the documents are that hold nothing but limits. */
function LimitSizes() {
  const draft = useStore((state) => state.draft);
  const own = documentsOf(draft).filter(
    ({ kind }) => kind === 'permissions-boundary' || kind === 'service-control',
  );
  return own.map((document) => (
    <Note mt={2} key={document.id}>
      <SizeBar size={sizeOf(document, draft)} /> {document.title}: {sizeInWords(sizeOf(document, draft))}
    </Note>
  ));
}

/** Where the limits stand, and who is exempt. */
export function DeliveryChoice() {
  const name = useId();
  const limits = useStore((state) => state.draft.limits);
  const ruleset = useRuleset();
  const { delivery: fixed } = ruleset;
  return (
    <>
      <FieldGroup small mt={2} legend="Delivered as">
        <DeliveryRule />
        {deliveries.map(({ value, title, help }) => (
          <Choice
            key={value}
            type="radio"
            name={name}
            checked={limits.delivery === value}
            aria-disabled={fixed.delivery !== undefined}
            onChange={() =>
              fixed.delivery ?? edit((draft) => setLimits(draft, { delivery: value }), `Limits: ${title}`)
            }
            title={title}
            help={help}
          />
        ))}
      </FieldGroup>
      <LimitSizes />
      {limits.delivery === 'boundary' && (
        <OptionChoice
          option={ceiling}
          chosen={{ [ceiling.id]: limits.ceiling }}
          locked={fixed.ceiling !== undefined}
          onChange={(value) =>
            edit(
              (draft) => setLimits(draft, { ceiling: value === 'everything' ? 'everything' : 'services' }),
              'Ceiling changed',
            )
          }
        />
      )}
      <FieldGroup small mt={2} legend="Exemption">
        <Choice
          type="checkbox"
          checked={limits.exemption}
          aria-disabled={fixed.exemption !== undefined}
          onChange={() =>
            fixed.exemption ??
            edit((draft) => setLimits(draft, { exemption: !draft.limits.exemption }), 'Exemption changed')
          }
          title="Principals with a tag are exempt"
          help="For break-glass and platform roles. Whoever can set this tag on a role or session passes every limit."
        />
        {limits.exemption && (
          <VariableFields variables={exemptionVariables.flatMap((id) => findVariable(id, ruleset) ?? [])} />
        )}
      </FieldGroup>
    </>
  );
}
