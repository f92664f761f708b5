import {
  activeRules,
  activeTemplates,
  activeTrustStatements,
  selectedActivities,
  selectedGuardrails,
  selectedPersonas,
  selectedTrust,
} from '../draft/selection.ts';
import { findActivity, type Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { PolicyDocument } from '../language/policy.ts';
import type { Draft } from '../model/draft.ts';
import { exemptionTemplate } from './applyGuardrails.ts';
import { nameTemplate } from './resourcePlans.ts';
import { impliedArns } from './roleStates.ts';
import { likePlaceholders } from '../language/placeholder.ts';
import { variablesOfTemplate, type WithPlaceholders } from '../library/variables/placeholders.ts';
import type { Persona } from '../library/personas/persona.ts';
import { roleChoice, valuesOfRole } from '../draft/roleInstances.ts';
import { partitionOf, type Readings, readingsOfRole, readVariables } from './variableReadings.ts';
import type { Variable } from '../library/variables/variable.ts';

/** A variable in use that keeps a placeholder in the text. */
export interface DraftProblem {
  readonly variable: Variable;
  readonly state: 'unfilled' | 'invalid';
  /** The role whose own value it is; nothing for a value of the whole draft. */
  readonly role?: string;
  /** For an invalid value: its place among those entered, and the rule that it breaks. */
  readonly index?: number;
  readonly rule?: string;
}

/** Variables that the activities, guardrails and trust policies of a draft use, in the ruleset's order. */
export function variablesInUse(draft: Draft, ruleset: Ruleset): readonly Variable[] {
  const used = new Set<string>();
  for (const template of templatesOf(draft, ruleset))
    for (const id of variablesOfTemplate(template, ruleset)) used.add(id);
  const implied = impliedArns(draft, partitionOf(draft), ruleset);
  if ([...used].some((id) => implied.has(id))) for (const id of ['partition', 'accountId']) used.add(id);
  return ruleset.variables.filter((variable) => used.has(variable.id));
}

/** Every variable in use that is unfilled, and every value of one that breaks its rule. What follows from the Region is not asked for. */
export function draftProblems(draft: Draft, ruleset: Ruleset): readonly DraftProblem[] {
  const readings = readVariables(draft, ruleset);
  const used = variablesInUse(draft, ruleset);
  const isGiven = givenByEveryRole(draft, ruleset);
  const shared = used.flatMap((variable): readonly DraftProblem[] => {
    const reading = readings.byVariable.get(variable.id);
    if (!reading || reading.state === 'unfilled')
      return variable.byRegion || isGiven(variable) ? [] : [{ variable, state: 'unfilled' }];
    return reading.invalid.map(({ index, rule }) => ({ variable, state: 'invalid', index, rule }));
  });
  return [
    ...shared,
    ...selectedPersonas(draft, ruleset).flatMap(({ id }) => roleProblems(id, draft, readings)),
  ];
}

/** Tells whether each role that uses a variable has a value of its own, and nothing else uses it. No role has one in most drafts. */
function givenByEveryRole(draft: Draft, ruleset: Ruleset): (variable: Variable) => boolean {
  const roles = selectedPersonas(draft, ruleset);
  if (roles.every(({ id }) => Object.keys(valuesOfRole(draft, id)).length === 0)) return () => false;
  const idsIn = (templates: readonly WithPlaceholders[]) =>
    new Set(templates.flatMap((template) => [...variablesOfTemplate(template, ruleset)]));
  const ofGuardrails = idsIn(guardrailTemplates(draft, ruleset));
  const ofRoles = roles.map((persona) => ({
    uses: idsIn(templatesOfPersona(persona, draft, ruleset)),
    values: valuesOfRole(draft, persona.id),
  }));
  return ({ id }) => {
    const users = ofRoles.filter(({ uses }) => uses.has(id));
    return (
      !ofGuardrails.has(id) && users.length > 0 && users.every(({ values }) => Object.hasOwn(values, id))
    );
  };
}

/** What is wrong with the values that a role has of its own. An empty one is the shared value. */
function roleProblems(role: string, draft: Draft, shared: Readings): readonly DraftProblem[] {
  const readings = readingsOfRole(draft, shared, role);
  const ids = [
    ...Object.keys(valuesOfRole(draft, role)),
    ...Object.keys(roleChoice(draft, role)?.passes ?? {}),
  ];
  return [...new Set(ids)].flatMap((id): readonly DraftProblem[] => {
    const reading = readings.byVariable.get(id);
    if (!reading) return [];
    const { variable, invalid, state } = reading;
    // A role that passes none of a persona's roles has the placeholder in its policy.
    if (state === 'unfilled' && shared.byVariable.get(id)?.state !== 'unfilled')
      return [{ variable, role, state }];
    return invalid.map(({ index, rule }) => ({ variable, role, state: 'invalid', index, rule }));
  });
}

/**
 * Placeholders that are still in a document, or in the name of the resource that it is attached to, as written: `<ACCOUNT_ID>`. Also those that no variable has, which only a person
 * can have written: IAM refuses them, or takes them as a name. Sorted.
 */
export function openPlaceholders({ policy, resource }: ComposedDocument): readonly string[] {
  const hit =
    placeholdersOfPolicies.get(policy) ??
    [...likePlaceholders(JSON.stringify([policy, resource?.name ?? '']))].sort();
  placeholdersOfPolicies.set(policy, hit);
  return hit;
}

const placeholdersOfPolicies = new WeakMap<PolicyDocument, readonly string[]>();

function templatesOf(draft: Draft, ruleset: Ruleset): readonly WithPlaceholders[] {
  const personas = selectedPersonas(draft, ruleset);
  return [
    ...personas.flatMap((persona) => templatesOfPersona(persona, draft, ruleset)),
    ...guardrailTemplates(draft, ruleset),
  ];
}

/** Of a role's permissions and of its trust policy; of the policies of resources, with what these are attached to. */
function templatesOfPersona(persona: Persona, draft: Draft, ruleset: Ruleset): readonly WithPlaceholders[] {
  const trust = selectedTrust(persona, draft);
  return [
    ...selectedActivities(persona, draft).flatMap((choice) => {
      const resource = findActivity(choice.activity, ruleset)?.attachedTo;
      return [...activeTemplates(choice, ruleset), ...(resource ? [nameTemplate(resource)] : [])];
    }),
    ...(trust ? activeTrustStatements(trust) : []),
  ];
}

/** Variables that the policies of one role use, in the ruleset's order. */
export function variablesOfRole(persona: Persona, draft: Draft, ruleset: Ruleset): readonly Variable[] {
  const used = new Set(
    templatesOfPersona(persona, draft, ruleset).flatMap((template) => [
      ...variablesOfTemplate(template, ruleset),
    ]),
  );
  return ruleset.variables.filter(({ id }) => used.has(id));
}

/** For every document that has guardrails. */
function guardrailTemplates(draft: Draft, ruleset: Ruleset): readonly WithPlaceholders[] {
  const forResources = selectedGuardrails(draft).flatMap((entry) =>
    activeRules(entry.guardrail.resourceControl ?? [], entry),
  );
  return [...forResources, ...templatesForPrincipals(draft, ruleset)];
}

/** Guardrails are enforced only if a persona has an identity policy, or if they have a separate document. */
function templatesForPrincipals(draft: Draft, ruleset: Ruleset): readonly WithPlaceholders[] {
  const guardrails = selectedGuardrails(draft);
  const inPolicies = ['deny', 'conditions'].includes(draft.limits.delivery);
  if (
    guardrails.length === 0 ||
    (inPolicies && !selectedPersonas(draft, ruleset).some(({ kind }) => kind === 'identity'))
  )
    return [];
  const rules = guardrails.flatMap((entry) => [
    ...activeRules(entry.guardrail.deny, entry),
    ...(draft.limits.delivery === 'conditions' ? activeRules(entry.guardrail.allow, entry) : []),
  ]);
  return draft.limits.exemption && rules.length > 0 ? [...rules, exemptionTemplate] : rules;
}
