import { exemptionTemplate } from '../compose/applyGuardrails.ts';
import { readingsOfRole } from '../compose/variableReadings.ts';
import { personaOfRole } from '../draft/roleInstances.ts';
import { type SelectedGuardrail, selectedGuardrails, selectedPersonas } from '../draft/selection.ts';
import type { Guarantee } from '../library/guarantees/guarantee.ts';
import { guaranteesOfGuardrail, guaranteesOfPersona } from '../library/guarantees/index.ts';
import { guaranteeOfUser } from './guaranteeOfUser.ts';
import type { PresetGuarantee } from '../library/preset.ts';
import type { UserGuarantee } from '../model/draft.ts';
import type { Persona } from '../library/personas/persona.ts';
import { answerSubjects, type GuaranteeAnswer, worstOf } from './answerGuarantee.ts';
import { ofResourceControl } from './beyondLayers.ts';
import { appliesToGuardrail, appliesToPersona } from './appliesTo.ts';
import {
  ceilingPolicies,
  type GuaranteeContext,
  guaranteeContext,
  type GuaranteeSetting,
  policiesOfRole,
  rolesOf,
} from './guaranteedRoles.ts';
import type { GuaranteeOwner, GuaranteeResult } from './guaranteeResult.ts';
import { placedSubjects } from './placedSubjects.ts';

/** Every guarantee of the selected personas and guardrails, of the organization, and of the user that is asked, answered for every request. */
export const runGuarantees = (setting: GuaranteeSetting): readonly GuaranteeResult[] => [
  ...eachGuarantee(setting),
];

/** As `runGuarantees`, one after the other: the caller can do something else between two. */
export function* eachGuarantee(setting: GuaranteeSetting): Generator<GuaranteeResult> {
  const context = guaranteeContext(setting);
  const { draft, ruleset, only } = setting;
  const isAsked = ({ id }: { readonly id: string }) => only?.has(id) ?? true;
  for (const persona of selectedPersonas(draft, ruleset))
    for (const guarantee of guaranteesOfPersona(personaOfRole(draft, persona.id)).filter(isAsked))
      yield* ofPersona(guarantee, persona, context);
  for (const selected of selectedGuardrails(draft))
    for (const guarantee of guaranteesOfGuardrail(selected.guardrail.id).filter(isAsked))
      if (appliesToGuardrail(guarantee, selected)) yield ofGuardrail(guarantee, selected, context);
  for (const guarantee of (ruleset.preset?.guarantees ?? []).filter(isAsked))
    yield* ofPreset(guarantee, context);
  for (const guarantee of (draft.guarantees ?? []).filter(isAsked)) {
    const { persona } = guarantee;
    yield ofWritten(guarantee, { kind: 'user' }, persona === '' ? undefined : [persona], context);
  }
}

/** Of every role, or of those of one persona where the draft has it. */
function* ofPreset(guarantee: PresetGuarantee, context: GuaranteeContext): Generator<GuaranteeResult> {
  const { draft, ruleset } = context;
  const { persona } = guarantee;
  const roles = selectedPersonas(draft, ruleset)
    .map(({ id }) => id)
    .filter((id) => personaOfRole(draft, id) === persona);
  if (persona !== undefined && roles.length === 0) return;
  const written = { persona: '', resources: [], condition: {}, ...guarantee };
  yield ofWritten(written, { kind: 'preset' }, persona === undefined ? undefined : roles, context);
}

interface RoleAnswer {
  readonly role?: readonly string[];
  readonly answer: GuaranteeAnswer;
}

function* ofPersona(
  guarantee: Guarantee,
  persona: Persona,
  context: GuaranteeContext,
): Generator<GuaranteeResult> {
  const { draft, readings } = context;
  const { policy = 'permissions' } = guarantee;
  const roles = persona.kind === 'identity' ? rolesOf(context, persona.id) : [[persona.id]];
  const answers = roles.flatMap((role): readonly RoleAnswer[] => {
    const activities = activitiesOf(role, context);
    if (!appliesToPersona(guarantee, persona, { ...context, activities })) return [];
    const policies = policiesOfRole(policy, role, context);
    if (!policies) return [];
    const subjects = placedSubjects(guarantee, {
      readings: readingsOfRole(draft, readings, persona.id),
      activities,
    });
    return [{ role, answer: answerSubjects(subjects, policies) }];
  });
  if (answers.length > 0) yield resultOf(guarantee, { kind: 'persona', persona: persona.id }, answers);
}

function ofGuardrail(
  guarantee: Guarantee,
  { guardrail }: SelectedGuardrail,
  context: GuaranteeContext,
): GuaranteeResult {
  const { delivery, exemption } = context.draft.limits;
  const owner: GuaranteeOwner = { kind: 'guardrail', guardrail: guardrail.id };
  if (guarantee.policy === 'resourceControl') return ofResources(guarantee, owner, context);
  const exempt = exemption ? exemptionTemplate.Condition : undefined;
  const asked = { readings: context.readings, activities: new Set<string>(), ...(exempt ? { exempt } : {}) };
  const subjects = placedSubjects(guarantee, asked);
  if (delivery === 'boundary' || delivery === 'serviceControl') {
    const ceiling = ceilingPolicies(context);
    return resultOf(guarantee, owner, ceiling ? [{ answer: answerSubjects(subjects, ceiling) }] : []);
  }
  const answers = rolesOf(context).flatMap((role): readonly RoleAnswer[] => {
    const policies = policiesOfRole('permissions', role, context);
    return policies ? [{ role, answer: answerSubjects(subjects, policies) }] : [];
  });
  return resultOf(guarantee, owner, answers);
}

/** For any caller that uses resources of the accounts; the exemption tag doesn’t apply. */
function ofResources(
  guarantee: Guarantee,
  owner: GuaranteeOwner,
  context: GuaranteeContext,
): GuaranteeResult {
  const placed = placedSubjects(guarantee, { readings: context.readings, activities: new Set() });
  const subjects = placed.map(ofResourceControl);
  const policies = policiesOfRole('resourceControl', [], context);
  return resultOf(guarantee, owner, policies ? [{ answer: answerSubjects(subjects, policies) }] : []);
}

/** Asked of some roles, or of every role; where the draft has none, of what an organization leaves of everything. */
function ofWritten(
  guarantee: UserGuarantee,
  owner: GuaranteeOwner,
  personas: readonly string[] | undefined,
  context: GuaranteeContext,
): GuaranteeResult {
  const asked = guaranteeOfUser(guarantee, context.ruleset);
  const answers = (personas ?? [undefined]).flatMap((persona) =>
    rolesOf(context, persona).flatMap((role): readonly RoleAnswer[] => {
      const policies = policiesOfRole('permissions', role, context);
      const readings = readingsOfRole(context.draft, context.readings, persona ?? role[0] ?? '');
      const subjects = placedSubjects(asked, { readings, activities: new Set() });
      return policies ? [{ role, answer: answerSubjects(subjects, policies) }] : [];
    }),
  );
  const ceiling = personas === undefined && answers.length === 0 ? ceilingPolicies(context) : undefined;
  const subjects = placedSubjects(asked, { readings: context.readings, activities: new Set() });
  const all = ceiling ? [{ answer: answerSubjects(subjects, ceiling) }] : answers;
  const { source: _, ...result } = resultOf(asked, owner, all);
  return result;
}

function activitiesOf(role: readonly string[], { draft }: GuaranteeContext): ReadonlySet<string> {
  return new Set(role.flatMap((id) => (draft.activities[id] ?? []).map(({ activity }) => activity)));
}

/** The answer for the role that is worst off, and which that is. */
function resultOf(
  { id, sentence, source }: Guarantee,
  owner: GuaranteeOwner,
  answers: readonly RoleAnswer[],
): GuaranteeResult {
  const answer = worstOf(answers.map((one) => one.answer));
  const role = answers.length > 1 ? answers.find((one) => one.answer === answer)?.role : undefined;
  return { id, sentence, owner, source, answer, ...(role ? { role } : {}) };
}
