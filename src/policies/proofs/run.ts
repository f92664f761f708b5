import { chosenGuardrails, chosenPersonas, chosenTrust } from '../chosen.ts';
import type { ComposedDocument } from '../composed.ts';
import type { Draft, GuardrailChoice } from '../draft.ts';
import { findGuardrail } from '../guardrails/index.ts';
import type { Decision } from '../simulate/decision.ts';
import { shownVerdict } from '../simulate/otherReading.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { readVariables } from '../variables/readings.ts';
import { fill, fillContext, type Values, valuesOf } from './fill.ts';
import type { GuardrailProof } from './guardrails/guardrailProof.ts';
import { guardrailProofs, personaProofs } from './index.ts';
import {
  defaultKeyPolicy,
  endpointPolicies,
  identityDocuments,
  identityPolicies,
  limitPolicies,
  type ProofPolicies,
  trustPolicies,
} from './policies.ts';
import type { Proof } from './proof.ts';
import { scenarios } from './scenarios/index.ts';
import type { Scenario } from './scenarios/scenario.ts';

export type ProofOwner =
  | { readonly kind: 'persona'; readonly persona: string }
  | { readonly kind: 'guardrail'; readonly guardrail: string }
  | { readonly kind: 'user'; readonly persona: string };

export interface AskedProof {
  readonly owner: ProofOwner;
  readonly proof: Proof;
}

/**
 * Why a proof was not asked: its activity is not chosen; the role is taken in another way; the persona shares its document;
 * the whole bucket is meant; there is no such document; no chosen policy makes the call in the first place.
 */
export type NotAsked = 'activity' | 'trust' | 'shared' | 'wholeBucket' | 'noDocument' | 'noCall';

/**
 * `holds`: the policies do what is expected; `fails`: they do not; `unknown`: that depends on how AWS reads a resource pattern
 * with fewer than six fields; `error`: the request or a policy cannot be read.
 */
export type ProofResult = AskedProof &
  (
    | { readonly state: 'notAsked'; readonly why: NotAsked }
    | {
        readonly state: 'holds' | 'fails' | 'unknown' | 'error';
        readonly request: AccessRequest;
        readonly decision: Decision;
        readonly policies: ProofPolicies;
      }
  );

interface Round {
  readonly draft: Draft;
  readonly documents: readonly ComposedDocument[];
  readonly values: Values;
  /** Policies are prepared once per round. */
  readonly prepared: Map<string, ProofPolicies | undefined>;
}

/**
 * Asks every proof of the chosen personas and guardrails, and those that the user added, of the documents of a draft. Fields
 * that are open have to be filled before (`fillExamples`).
 */
export const runProofs = (draft: Draft, documents: readonly ComposedDocument[]): readonly ProofResult[] => [
  ...askProofs(draft, documents),
];

/** As `runProofs`, one after the other: who asks can do something else between two. */
export function* askProofs(draft: Draft, documents: readonly ComposedDocument[]): Generator<ProofResult> {
  const round: Round = { draft, documents, values: valuesOf(draft), prepared: new Map() };
  for (const { id } of chosenPersonas(draft))
    for (const proof of personaProofs[id] ?? [])
      yield askPersona({ owner: { kind: 'persona', persona: id }, proof }, round);
  for (const { guardrail, choice } of chosenGuardrails(draft))
    for (const proof of guardrailProofs[guardrail.id] ?? [])
      if (isActive(proof, choice))
        yield askGuardrail({ owner: { kind: 'guardrail', guardrail: guardrail.id }, proof }, round);
  for (const { persona, ...proof } of draft.proofs)
    yield askPersona({ owner: { kind: 'user', persona }, proof }, round);
}

/** A step that was not asked because its persona is not chosen has the state `notAsked`, `noDocument`. */
export interface ScenarioResult {
  readonly scenario: Scenario;
  readonly steps: readonly ProofResult[];
  /** The first call that is refused, or of which that is unknown; nothing when all that were asked are allowed. */
  readonly firstFailing: number | undefined;
}

/** Asks every task, call by call, as `runProofs` asks proofs. */
export const runScenarios = (
  draft: Draft,
  documents: readonly ComposedDocument[],
): readonly ScenarioResult[] => [...askScenarios(draft, documents)];

/** As `runScenarios`, one after the other. */
export function* askScenarios(
  draft: Draft,
  documents: readonly ComposedDocument[],
): Generator<ScenarioResult> {
  const round: Round = { draft, documents, values: valuesOf(draft), prepared: new Map() };
  for (const scenario of scenarios) {
    const steps = scenario.steps.map(({ persona, proof }) =>
      askPersona({ owner: { kind: 'persona', persona }, proof }, round),
    );
    const first = steps.findIndex(({ state }) => state !== 'holds' && state !== 'notAsked');
    yield { scenario, steps, firstFailing: first === -1 ? undefined : first };
  }
}

function isActive({ when = {} }: GuardrailProof, { guardrail, options }: GuardrailChoice): boolean {
  const known = findGuardrail(guardrail)?.options ?? [];
  return Object.entries(when).every(
    ([id, value]) => (options[id] ?? known.find((option) => option.id === id)?.default) === value,
  );
}

function askPersona(
  asked: AskedProof & { readonly owner: { readonly persona: string } },
  round: Round,
): ProofResult {
  const why = notAsked(asked.proof, asked.owner.persona, round);
  const policies = why === undefined ? policiesFor(asked.proof, asked.owner.persona, round) : undefined;
  if (!policies) return { ...asked, state: 'notAsked', why: why ?? 'noDocument' };
  return askedOf(asked, policies, callerOf(asked.proof, asked.owner.persona, round), round);
}

function notAsked(proof: Proof, persona: string, { draft, documents, values }: Round): NotAsked | undefined {
  const chosen = draft.activities[persona] ?? [];
  if (proof.activity && !chosen.some(({ activity }) => activity === proof.activity)) return 'activity';
  const shared = identityDocuments(documents, persona).some(({ personas }) => personas.length > 1);
  if (proof.alone && shared) return 'shared';
  if (proof.prefix && (values.get(proof.prefix)?.[0] ?? '') === '') return 'wholeBucket';
  const taken = chosenPersonas(draft).find(({ id }) => id === persona);
  if (proof.trust && (!taken || chosenTrust(taken, draft)?.form.id !== proof.trust)) return 'trust';
  return undefined;
}

function policiesFor(
  proof: Proof,
  persona: string,
  { documents, values, prepared }: Round,
): ProofPolicies | undefined {
  const onKey = proof.action.startsWith('kms:');
  const own = identityDocuments(documents, persona);
  // Personas that share their documents share what was prepared of them.
  const whose = proof.trust ? persona : own.map(({ id }) => id).join(' ');
  const key = `${whose} ${proof.trust ?? ''} ${proof.endpoint ?? ''} ${onKey}`;
  if (prepared.has(key)) return prepared.get(key);
  const make = (): ProofPolicies | undefined => {
    if (proof.trust) return trustPolicies(documents, persona);
    if (proof.endpoint) return endpointPolicies(documents, proof.endpoint);
    if (own.length === 0) return undefined;
    const keyPolicy = defaultKeyPolicy(fill('<PARTITION>', values), fill('<ACCOUNT_ID>', values));
    return identityPolicies(documents, persona, onKey ? { resource: keyPolicy } : {});
  };
  const made = make();
  prepared.set(key, made);
  return made;
}

function askGuardrail(asked: AskedProof, round: Round): ProofResult {
  const asConditions = round.draft.limits.delivery === 'conditions';
  const policies = round.prepared.get('limits') ?? limitPolicies(round.documents, asConditions);
  round.prepared.set('limits', policies);
  const result = askedOf(asked, policies, anybody, round);
  const unasked =
    result.state === 'fails' &&
    asked.proof.expect === 'allowed' &&
    result.decision.verdict === 'implicitDeny';
  return unasked ? { ...asked, state: 'notAsked', why: 'noCall' } : result;
}

const anybody = 'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Anybody';

function callerOf({ caller }: Proof, persona: string, { draft }: Round): string {
  const role = chosenPersonas(draft).find(({ id }) => id === persona)?.roleVariable;
  const [placeholder] = role ? (readVariables(draft).get(role)?.variable.placeholders ?? []) : [];
  return caller ?? (placeholder ? `<${placeholder}>` : `arn:<PARTITION>:iam::<ACCOUNT_ID>:role/${persona}`);
}

function askedOf(
  asked: AskedProof,
  policies: ProofPolicies,
  caller: string,
  { draft, values }: Round,
): ProofResult {
  const { proof } = asked;
  const principal = fill(caller, values);
  const request: AccessRequest = {
    principal,
    action: proof.action,
    resource: { arn: fill(proof.resource, values) },
    context: { ...usualContext(principal, draft, values), ...fillContext(proof.context, values) },
  };
  const decision = policies.prepared.simulate(request);
  return { ...asked, state: stateOf(decision, proof), request, decision, policies };
}

function stateOf(decision: Decision, { expect }: Proof): 'holds' | 'fails' | 'unknown' | 'error' {
  if (decision.verdict === 'error') return 'error';
  if (shownVerdict(decision) === 'unknown') return 'unknown';
  return (decision.verdict === 'allowed') === (expect === 'allowed') ? 'holds' : 'fails';
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
