import type { PresetGuarantee } from '../library/preset.ts';
import { findGuardrail } from '../library/guardrails/index.ts';
import { findPersona, type Ruleset, labelOfPlaceholder, variableOfPlaceholder } from '../library/ruleset.ts';
import type { Variable } from '../library/variables/variable.ts';
import type { UserGuarantee } from '../model/draft.ts';
import type { GuaranteeOwner, GuaranteeResult, GuaranteeUndecided } from './guaranteeResult.ts';

/** Whose a guarantee is. */
export function guaranteeOwnerInWords(owner: GuaranteeOwner, ruleset: Ruleset): string {
  if (owner.kind === 'user') return 'Your guarantees';
  if (owner.kind === 'preset') return ruleset.preset?.title ?? 'Organization';
  if (owner.kind === 'persona') return findPersona(owner.persona, ruleset)?.title ?? owner.persona;
  const found = findGuardrail(owner.guardrail);
  return found ? `${found.number} ${found.title}` : owner.guardrail;
}

/** Which of several roles an answer is about. */
export const roleInWords = ({ role }: GuaranteeResult, ruleset: Ruleset): string | undefined =>
  role?.map((id) => findPersona(id, ruleset)?.title ?? id).join(' and ');

export const guaranteeStateNames: Readonly<Record<GuaranteeResult['answer']['state'], string>> = {
  proven: 'Proven',
  violated: 'Violated',
  undecided: 'Undecided',
  noPolicy: 'Not computed',
};

/** The fields whose values an answer depends on. */
export function missingFields(because: GuaranteeUndecided, ruleset: Ruleset): readonly Variable[] {
  if (because.reason !== 'missingValue') return [];
  const found = because.names.map((name) => variableOfPlaceholder(name, ruleset));
  return [...new Set(found.filter((variable) => variable !== undefined))];
}

/** Why a guarantee is undecided, as a sentence. */
export function undecidedInWords(because: GuaranteeUndecided, ruleset: Ruleset): string {
  switch (because.reason) {
    case 'missingValue':
      return missingInWords(because.names, ruleset);
    case 'steps':
      return 'The policies are too complex to decide it in the available number of steps.';
    case 'policyVariable':
      return `It depends on the values of policy variables: ${because.keys.join(', ')}.`;
    case 'operator':
      return `It depends on an operator that can’t be compared: ${because.operators.join(', ')}.`;
    case 'dataNotLoaded':
      return `The data on these services isn’t loaded: ${because.services.join(', ')}.`;
    case 'malformed':
      return 'A policy isn’t valid. Check its findings.';
    case 'notReplayed':
      return 'A possible violation was found, but the simulator doesn’t allow that request.';
    case 'reading':
      return 'It depends on how AWS interprets an ARN with fewer than six fields. Enter all six fields.';
    default:
      return because satisfies never;
  }
}

function missingInWords(names: readonly string[], ruleset: Ruleset): string {
  const labels = names.map((name) => labelOfPlaceholder(name, ruleset));
  return `It depends on missing values: ${[...new Set(labels)].join(', ')}.`;
}

/** What a guarantee of the user or of an organization is about, so that its name alone says nothing that it doesn't ask. */
export function subjectInWords({
  must,
  actions,
  resources = [],
  condition = {},
}: UserGuarantee | PresetGuarantee): string {
  const on = resources.length === 0 ? 'every resource' : resources.join(', ');
  const block = Object.keys(condition).length === 0 ? '' : JSON.stringify(condition);
  const about = `${actions.join(', ')} on ${on}`;
  if (must === 'unless') return `Denied unless ${block} is met: ${about}`;
  return block === '' ? `Never possible: ${about}` : `Never possible under ${block}: ${about}`;
}
