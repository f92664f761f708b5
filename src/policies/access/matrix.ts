import type { Catalog } from '../catalog/catalog.ts';
import type { ActionFacts } from '../catalog/service.ts';
import { chosenPersonas } from '../chosen.ts';
import type { ComposedDocument } from '../composed.ts';
import type { Draft } from '../draft.ts';
import { fill, fillContext, type Values, valuesOf } from '../proofs/fill.ts';
import { identityPolicies, type ProofPolicies } from '../proofs/policies.ts';
import { carefulCall, type ProofContext } from '../proofs/proof.ts';
import type { Verdict } from '../simulate/decision.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { levelRank } from './explain.ts';

/** What is known of the calls that the matrix asks for. */
export interface MatrixContext {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly context: ProofContext;
  /** Name that the resources have: one of the team's, or another's. */
  readonly name: string;
}

const OWNED: ProofContext = {
  'sagemaker:ResourceTag/<OWNER_TAG_KEY>': 'ana',
  'aws:ResourceTag/<OWNER_TAG_KEY>': 'ana',
  'aws:PrincipalTag/<PRINCIPAL_TAG_KEY>': 'ana',
};

export const matrixContexts: readonly MatrixContext[] = [
  {
    id: 'open',
    label: 'nothing said of the call',
    help: 'On resources of the team. Keys that nobody gave are unknown.',
    context: {},
    name: '<NAME_PREFIX>1',
  },
  {
    id: 'careful',
    label: 'a careful call on one’s own',
    help: 'In the network, encrypted, tagged, and on what one owns.',
    context: { ...carefulCall, ...OWNED },
    name: '<NAME_PREFIX>1',
  },
  {
    id: 'foreign',
    label: 'a careful call on another team’s',
    help: 'The same on resources of another team and owner.',
    context: {
      ...carefulCall,
      ...OWNED,
      'sagemaker:ResourceTag/<OWNER_TAG_KEY>': 'ben',
      'aws:ResourceTag/<OWNER_TAG_KEY>': 'ben',
    },
    name: 'zz-another-team-1',
  },
];

export interface MatrixRow {
  readonly action: ActionFacts;
  /** What is called on. */
  readonly resource: string;
  /** One per persona, in the order of `personas`. */
  readonly verdicts: readonly Verdict[];
}

export interface Matrix {
  readonly personas: readonly string[];
  readonly rows: readonly MatrixRow[];
  /** The call and the policies behind a cell. */
  ask(persona: string, row: MatrixRow): { readonly request: AccessRequest; readonly policies: ProofPolicies };
}

/**
 * What each chosen persona may do of all actions of a service, by access level. Keys that the context does not have are
 * unknown. Open fields have to be filled before. Nothing while the service is not loaded.
 */
export function accessMatrix(
  draft: Draft,
  documents: readonly ComposedDocument[],
  catalog: Catalog,
  chosen: MatrixContext,
  service = 'sagemaker',
): Matrix | undefined {
  const facts = catalog.service(service);
  if (!facts) return undefined;
  const values = valuesOf(draft);
  const personas = chosenPersonas(draft)
    .filter(({ kind }) => kind === 'identity')
    .map(({ id }) => id);
  const policies = new Map(personas.map((id) => [id, identityPolicies(documents, id)]));
  const context = fillContext(
    { ...chosen.context, 'aws:RequestedRegion': '<REGION>', 'aws:SecureTransport': 'true' },
    values,
  );
  const requestFor = (action: ActionFacts, persona: string, resource: string): AccessRequest => ({
    principal: fill(`arn:<PARTITION>:iam::<ACCOUNT_ID>:role/${persona}`, values),
    action: action.name,
    resource: { arn: resource },
    context,
  });
  const rows = facts.actions.toSorted(byLevel).map((action): MatrixRow => {
    const resource = sampleResource(action, fill(chosen.name, values), values);
    return {
      action,
      resource,
      verdicts: personas.map((id) => verdict(policies.get(id), requestFor(action, id, resource))),
    };
  });
  return {
    personas,
    rows,
    ask: (persona, { action, resource }) => ({
      request: requestFor(action, persona, resource),
      policies: policies.get(persona) ?? identityPolicies([], persona),
    }),
  };
}

const verdict = (policies: ProofPolicies | undefined, request: AccessRequest): Verdict =>
  policies?.prepared.simulate(request, { missingKeys: 'unknown' }).verdict ?? 'implicitDeny';

const byLevel = (one: ActionFacts, other: ActionFacts): number =>
  levelRank(one.accessLevel) - levelRank(other.accessLevel) || one.name.localeCompare(other.name);

/** An ARN of the first resource type that the action needs, else of any that it takes, else `*`. */
function sampleResource(action: ActionFacts, name: string, values: Values): string {
  const type = action.resourceTypes.find(({ required }) => required) ?? action.resourceTypes[0];
  if (!type) return '*';
  return type.arnPattern
    .replaceAll('${Partition}', fill('<PARTITION>', values))
    .replaceAll('${Region}', fill('<REGION>', values))
    .replaceAll('${Account}', fill('<ACCOUNT_ID>', values))
    .replaceAll('${DomainId}', fill('<STUDIO_DOMAIN_ID>', values))
    .replaceAll(/\$\{[^}]+\}/g, name);
}
