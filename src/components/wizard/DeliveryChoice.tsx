import { useId } from 'react';
import type { GuardrailPlacement } from '../../policies/model/draft.ts';
import { deliveryWords } from '../../policies/model/labels.ts';
import { placements } from '../../policies/library/guardrails/placements.ts';
import { findVariable } from '../../policies/library/ruleset.ts';
import { sizeInWords } from '../../policies/size/sizeInWords.ts';
import { documentsOf, sizeOf } from '../../state/derived/derived.ts';
import { setLimits } from '../../policies/draft/editDraft.ts';
import { guardrailsOfRoles, selectedGuardrails } from '../../policies/draft/selection.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { Choice } from '../common/Choice.tsx';
import { SizeBar } from '../common/SizeBar.tsx';
import { MovedNote } from './MovedNote.tsx';
import { OptionChoice } from './OptionChoice.tsx';
import { DeliveryRule } from './presetRules.tsx';
import { VariableFields } from './VariableFields.tsx';
import { Note } from '../common/Note.tsx';
import { FieldGroup } from '../common/Field.tsx';

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
    ({ kind }) =>
      kind === 'permissions-boundary' || kind === 'service-control' || kind === 'resource-control',
  );
  return own.map((document) => (
    <Note mt={2} key={document.id}>
      <SizeBar size={sizeOf(document, draft)} /> {document.title}: {sizeInWords(sizeOf(document, draft))}
    </Note>
  ));
}

const enforceWith = (delivery: GuardrailPlacement) =>
  edit((draft) => setLimits(draft, { delivery }), `Enforce guardrails with: ${deliveryWords[delivery]}`);

const changeCeiling = (value: string) =>
  edit(
    (draft) => setLimits(draft, { ceiling: value === 'everything' ? 'everything' : 'services' }),
    'Boundary changed',
  );

/** How guardrails are enforced, and who is bound by each way. It comes before the guardrails: it decides what they are. */
export function DeliveryChoice() {
  const name = useId();
  const limits = useStore((state) => state.draft.limits);
  const ruleset = useRuleset();
  const { delivery: fixed } = ruleset;
  const placement = placements.find(({ value }) => value === limits.delivery);
  return (
    <>
      <FieldGroup small mb={2} legend="Enforce with">
        <DeliveryRule />
        {placements.map(({ value, binds }) => (
          <Choice
            key={value}
            type="radio"
            name={name}
            checked={limits.delivery === value}
            aria-disabled={fixed.delivery !== undefined}
            onChange={() => fixed.delivery ?? enforceWith(value)}
            title={deliveryWords[value]}
            help={binds}
          />
        ))}
        {placement && <Note mt={1}>{placement.detail}</Note>}
        <MovedNote />
      </FieldGroup>
      {limits.delivery === 'boundary' && (
        <OptionChoice
          option={ceiling}
          values={{ [ceiling.id]: limits.ceiling }}
          locked={fixed.ceiling !== undefined}
          onChange={changeCeiling}
        />
      )}
    </>
  );
}

/** How full the policies are that hold the guardrails alone, and who is exempt, where a guardrail exempts anyone. */
export function ExemptionChoice() {
  const draft = useStore((state) => state.draft);
  const { limits } = draft;
  const canExempt = guardrailsOfRoles(selectedGuardrails(draft)).length > 0;
  const ruleset = useRuleset();
  const { delivery: fixed } = ruleset;
  return (
    <>
      <LimitSizes />
      {canExempt && (
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
            help="For break-glass and platform roles. Anyone who can set this tag can bypass all guardrails except those for data stores."
          />
          {limits.exemption && (
            <VariableFields variables={exemptionVariables.flatMap((id) => findVariable(id, ruleset) ?? [])} />
          )}
        </FieldGroup>
      )}
    </>
  );
}
