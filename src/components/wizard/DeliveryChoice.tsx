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
    help: 'Adds Deny statements to the policies of each role. They apply even if another policy allows more.',
  },
  {
    value: 'conditions',
    title: deliveryWords.conditions,
    help: 'Adds conditions to Allow statements, as SageMaker Role Manager does. Other policies can still grant more. Uses Deny where no condition exists.',
  },
  {
    value: 'boundary',
    title: deliveryWords.boundary,
    help: 'A separate policy that you attach as the boundary of each role. It grants no permissions.',
  },
  {
    value: 'serviceControl',
    title: deliveryWords.serviceControl,
    help: 'A policy for AWS Organizations that applies to whole accounts, except the management account. It grants no permissions. Keep FullAWSAccess attached.',
  },
];

const ceiling = {
  id: 'ceiling',
  label: 'Maximum permissions of the boundary',
  help: 'A boundary must list every permission that roles can have.',
  choices: [
    {
      value: 'services',
      label: 'Services of the selected activities',
      help: 'All actions of these services, except IAM and STS, where only the actions that are used are included. Other services are implicitly denied, even if another policy allows them.',
    },
    {
      value: 'everything',
      label: 'All permissions except what the guardrails deny',
      help: 'For roles with additional policies. Removing the boundary is denied.',
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
      <FieldGroup small mt={2} legend="Enforce with">
        <DeliveryRule />
        {deliveries.map(({ value, title, help }) => (
          <Choice
            key={value}
            type="radio"
            name={name}
            checked={limits.delivery === value}
            aria-disabled={fixed.delivery !== undefined}
            onChange={() =>
              fixed.delivery ??
              edit((draft) => setLimits(draft, { delivery: value }), `Enforce guardrails with: ${title}`)
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
              'Boundary changed',
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
          title="Exempt principals with a tag"
          help="For break-glass and platform roles. Anyone who can set this tag can bypass all guardrails."
        />
        {limits.exemption && (
          <VariableFields variables={exemptionVariables.flatMap((id) => findVariable(id, ruleset) ?? [])} />
        )}
      </FieldGroup>
    </>
  );
}
