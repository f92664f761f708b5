import { selectedPersonas } from '../draft/selection.ts';
import { compose } from '../compose/compose.ts';
import { arnsOfRole } from '../compose/documentRoles.ts';
import { isFurtherRole, isLikeTheRest } from '../draft/roleInstances.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { personasBeside } from '../compose/personasBeside.ts';
import type { ShortDecision } from '../simulate/decision.ts';
import { shownVerdict } from '../simulate/otherReading.ts';
import type { PolicySet } from '../simulate/policySet.ts';
import { prepare } from '../simulate/prepare.ts';
import type { PreparedPolicySet } from '../simulate/preparedPolicySet.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { findVariable, type Ruleset } from '../library/ruleset.ts';
import { fill, fillContext, type Values, valuesOf } from './fillPlaceholders.ts';
import {
  defaultKeyPolicy,
  endpointPolicies,
  limitPolicies,
  type ProofPolicies,
  publicRegistry,
  roleDocuments,
  rolePolicies,
  trustPolicies,
} from './policySets.ts';
import type { Proof } from '../library/accessTests/proof.ts';
import type { Answered, ProofRun, ProofResult } from './result.ts';
import type { Step } from '../library/accessTests/scenarios/scenario.ts';
import { skipOfPersona } from './skip.ts';

/** Policies as a result names them, and as they are asked. */
interface AskedPolicies {
  readonly policies: ProofPolicies;
  readonly prepared: PreparedPolicySet;
}

const prepared = (policies: ProofPolicies): AskedPolicies => ({ policies, prepared: prepare(policies.set) });

/** What the tests of one draft have in common. */
export interface Round {
  readonly draft: Draft;
  readonly documents: readonly ComposedDocument[];
  readonly ruleset: Ruleset;
  /** The values of a role: shared ones, and its own in place of them. */
  valuesFor(role: string): Values;
  /** Policies are prepared once per round. */
  readonly asked: Map<string, AskedPolicies | undefined>;
  /** Persona → whose policies each of its roles has. */
  readonly beside: Map<string, readonly (readonly string[])[]>;
  /** The same choices with a role for each persona. */
  apart(): Round;
}

/** A round of tests; `documents` are those of the draft. */
export function roundOf(draft: Draft, documents: readonly ComposedDocument[], ruleset: Ruleset): Round {
  let apart: Round | undefined;
  const shared = valuesOf(draft, ruleset);
  const valuesByRole = new Map<string, Values>();
  return {
    draft,
    documents,
    ruleset,
    valuesFor: (role) => {
      const values =
        valuesByRole.get(role) ?? (isLikeTheRest(draft, role) ? shared : valuesOf(draft, ruleset, role));
      valuesByRole.set(role, values);
      return values;
    },
    asked: new Map(),
    beside: new Map(),
    apart: () => {
      const other: Draft = { ...draft, layout: 'perPersona' };
      apart ??= roundOf(other, compose(other, ruleset), ruleset);
      return apart;
    },
  };
}

type AskedOfPersona = ProofRun & { readonly owner: { readonly persona: string } };

/** A test of a persona's role, asked or skipped. */
export function askPersona(asked: AskedOfPersona, round: Round): ProofResult {
  const result = askOnce(asked, round);
  if (result.state !== 'fails' || asked.proof.expect !== 'denied') return result;
  if (isCausedByOneRole(asked, round)) return { ...result, cause: 'oneRole' };
  return isCausedBySharing(asked, round) ? { ...result, cause: 'sharedRole' } : result;
}

/** Runs the test for every role of the persona, each with the policies of all personas that have the role. */
function askOnce(
  asked: AskedOfPersona,
  round: Round,
  roles = personasBesideIn(round, asked.owner.persona),
): ProofResult {
  const { proof, owner } = asked;
  const values = round.valuesFor(owner.persona);
  const why = skipOfPersona(proof, owner.persona, round.draft, values, round.ruleset);
  if (why !== undefined) return { ...asked, state: 'notAsked', why };
  const caller = callerOf(proof, owner.persona, round);
  const answers = roles.flatMap((personas) => {
    const policies = policiesFor(proof, owner.persona, personas, round);
    return policies ? [askedOf(asked, policies, caller, round.draft, values)] : [];
  });
  return worstOf(answers) ?? { ...asked, state: 'notAsked', why: 'noDocument' };
}

const WORST: readonly Answered['state'][] = ['fails', 'error', 'unknown', 'holds'];

/** A test passes where it passes on every role. */
const worstOf = (answers: readonly Answered[]): Answered | undefined =>
  answers.toSorted((one, other) => WORST.indexOf(one.state) - WORST.indexOf(other.state))[0];

function personasBesideIn({ documents, beside }: Round, persona: string): readonly (readonly string[])[] {
  const known = beside.get(persona) ?? personasBeside(documents, persona);
  beside.set(persona, known);
  return known;
}

/** Whether a call that must be denied is allowed only because one role for everything is chosen. */
function isCausedByOneRole(asked: AskedOfPersona, round: Round): boolean {
  return round.draft.layout === 'merged' && askOnce(asked, round.apart()).state === 'holds';
}

/** Whether it is allowed only because the role that is given for the persona is that of other personas too. */
function isCausedBySharing(asked: AskedOfPersona, round: Round): boolean {
  const { persona } = asked.owner;
  const isShared = personasBesideIn(round, persona).some((personas) => personas.length > 1);
  const alone = round.documents.find(({ role, personas }) => role !== undefined && personas.includes(persona))
    ?.personas ?? [persona];
  return isShared && askOnce(asked, round, [alone]).state === 'holds';
}

function policiesFor(
  proof: Proof,
  persona: string,
  personas: readonly string[],
  round: Round,
): AskedPolicies | undefined {
  const holders = proof.trust ? personas : holdersOf(personas, round);
  // Personas that share their documents share what was prepared of them.
  const documents = roleDocuments(round.documents, holders).map(({ id }) => id);
  const whose = proof.trust ? [...personas, proof.trust] : documents;
  const key = [...whose, proof.endpoint, proof.registry, proof.action.startsWith('kms:')].join(' ');
  if (round.asked.has(key)) return round.asked.get(key);
  const found = policiesOf(proof, persona, holders, round);
  const made = found && prepared(found);
  round.asked.set(key, made);
  return made;
}

/** One role for everything has what the others give it, also for a persona that gives it nothing. */
function holdersOf(personas: readonly string[], { draft, documents, ruleset }: Round): readonly string[] {
  if (draft.layout !== 'merged' || roleDocuments(documents, personas).length > 0) return personas;
  const other = selectedPersonas(draft, ruleset).find(({ id }) => roleDocuments(documents, [id]).length > 0);
  return other ? [other.id] : personas;
}

/** A role without any permission is asked as well: nothing is allowed then. */
function policiesOf(
  proof: Proof,
  persona: string,
  holders: readonly string[],
  { draft, documents, valuesFor, ruleset }: Round,
): ProofPolicies | undefined {
  const values = valuesFor(persona);
  const otherSide = otherSideOf(proof, values);
  if (proof.trust) return trustPolicies(documents, holders);
  if (proof.endpoint) return endpointPolicies(documents, proof.endpoint, otherSide);
  const isRole = selectedPersonas(draft, ruleset).some(
    ({ id, kind }) => id === persona && kind === 'identity',
  );
  return isRole ? rolePolicies(documents, holders, otherSide) : undefined;
}

/** The policy of what a call is about, where one has to agree. */
function otherSideOf({ action, registry }: Proof, values: Values): Partial<PolicySet> {
  if (registry === 'public') return { resource: publicRegistry };
  if (!action.startsWith('kms:')) return {};
  return { resource: defaultKeyPolicy(fill('<PARTITION>', values), fill('<ACCOUNT_ID>', values)) };
}

/** A test of a guardrail, asked of a caller who may do everything else. */
export function askGuardrail(asked: ProofRun, round: Round): ProofResult {
  const asConditions = round.draft.limits.delivery === 'conditions';
  const policies = round.asked.get('limits') ?? prepared(limitPolicies(round.documents, asConditions));
  round.asked.set('limits', policies);
  const result = askedOf(asked, policies, anybody, round.draft, round.valuesFor(ANYBODY));
  const unasked =
    result.state === 'fails' &&
    asked.proof.expect === 'allowed' &&
    result.decision.verdict === 'implicitDeny';
  return unasked ? { ...asked, state: 'notAsked', why: 'noCall' } : result;
}

/** A call that two can make is allowed where one of them may; it fails only where both were asked and none may. */
export function askStep({ persona, otherwise, proof }: Step, round: Round): ProofResult {
  const ask = (who: string) => askPersona({ owner: { kind: 'persona', persona: who }, proof }, round);
  const answers = [persona, ...(otherwise === undefined ? [] : [otherwise])].map(ask);
  const [first] = answers;
  return (
    answers.find(({ state }) => state === 'holds') ??
    answers.find(({ state }) => state === 'notAsked') ??
    first ??
    ask(persona)
  );
}

/** No role of a draft: it has the shared values. */
const ANYBODY = 'anybody';
const anybody = 'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Anybody';

function callerOf({ caller }: Proof, persona: string, { draft, ruleset, documents }: Round): string {
  if (isFurtherRole(draft, persona) && caller === undefined) {
    const document = documents.find(({ role, personas }) => role !== undefined && personas.includes(persona));
    const [arn] = arnsOfRole(document?.role);
    if (arn !== undefined) return arn;
  }
  const role = selectedPersonas(draft, ruleset).find(({ id }) => id === persona)?.roleVariable;
  const [placeholder] = role ? (findVariable(role, ruleset)?.placeholders ?? []) : [];
  return caller ?? (placeholder ? `<${placeholder}>` : `arn:<PARTITION>:iam::<ACCOUNT_ID>:role/${persona}`);
}

function askedOf(
  asked: ProofRun,
  { policies, prepared: all }: AskedPolicies,
  caller: string,
  draft: Draft,
  values: Values,
): Answered {
  const { proof } = asked;
  const principal = fill(caller, values);
  const request: AccessRequest = {
    principal,
    action: proof.action,
    resource: { arn: fill(proof.resource, values) },
    context: { ...usualContext(principal, draft, values), ...fillContext(proof.context, values) },
  };
  const decision = all.verdict(request);
  return { ...asked, state: stateOf(decision, proof.expect), request, decision, policies };
}

function stateOf(decision: ShortDecision, expect: Proof['expect']): 'holds' | 'fails' | 'unknown' | 'error' {
  const verdict = shownVerdict(decision);
  if (verdict === 'error' || verdict === 'unknown') return verdict;
  return (verdict === 'allowed') === (expect === 'allowed') ? 'holds' : 'fails';
}

/** What every call carries, from inside the network that the limits ask for. */
function usualContext(principal: string, { limits }: Draft, values: Values): AccessRequest['context'] {
  const by = limits.chosen.find(({ guardrail }) => guardrail === 'callerNetwork')?.options['by'];
  const network =
    by === 'ip'
      ? { 'aws:SourceIp': fill('<CALLER_CIDR>', values) }
      : {
          'aws:SourceVpce': fill('<CALLER_VPC_ENDPOINT_ID>', values),
          'aws:SourceVpc': fill('<CALLER_VPC_ID>', values),
        };
  return {
    ...(principal.startsWith('arn:') ? { 'aws:PrincipalArn': principal } : {}),
    'aws:PrincipalAccount': fill('<ACCOUNT_ID>', values),
    'aws:ResourceAccount': fill('<ACCOUNT_ID>', values),
    'aws:RequestedRegion': fill('<REGION>', values),
    'aws:SecureTransport': 'true',
    'aws:ViaAWSService': 'false',
    ...network,
  };
}
