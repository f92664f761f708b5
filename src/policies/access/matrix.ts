import type { Catalog } from '../catalog/catalog.ts';
import type { ActionFacts } from '../catalog/service.ts';
import { chosenPersonas } from '../draft/selection.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { fill, fillContext, type Values, valuesOf } from '../accessTests/fillPlaceholders.ts';
import { identityDocuments, identityPolicies, type ProofPolicies } from '../accessTests/policySets.ts';
import { carefulCall, type ProofContext } from '../library/accessTests/proof.ts';
import type { Verdict } from '../simulate/decision.ts';
import { shownVerdict } from '../simulate/otherReading.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { levelRank } from '../catalog/accessLevels.ts';

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

/** `mixed`: it depends on the kind of resource that is called on. */
export type CellVerdict = Verdict | 'mixed';

export interface MatrixRow {
  readonly action: ActionFacts;
  /** What is called on: every resource that the call needs, or each that it may be about; `*` where it has none. */
  readonly resources: readonly string[];
  /** One per persona, in the order of `personas`. */
  readonly verdicts: readonly CellVerdict[];
}

export interface Matrix {
  readonly personas: readonly string[];
  readonly rows: readonly MatrixRow[];
  /** The call on one of a row's resources, and the policies that it meets. */
  ask(persona: string, row: MatrixRow, resource: string): MatrixAnswer;
}

export interface MatrixAnswer {
  readonly request: AccessRequest;
  readonly policies: ProofPolicies;
}

/**
 * What each chosen persona may do of all actions of a service, by access level. Keys that the context does not have are
 * unknown; a cell is unknown too where AWS may read a resource pattern in two ways. A call that needs several resources is as forbidden as the worst of them. Open fields have to be filled before.
 * Nothing while the service is not loaded.
 */
export function accessMatrix(
  draft: Draft,
  documents: readonly ComposedDocument[],
  catalog: Catalog,
  chosen: MatrixContext,
  ruleset: Ruleset,
  service = 'sagemaker',
): Matrix | undefined {
  const facts = catalog.service(service);
  if (!facts) return undefined;
  const values = valuesOf(draft, ruleset);
  const personas = chosenPersonas(draft, ruleset)
    .filter(({ kind }) => kind === 'identity')
    .map(({ id }) => id);
  const policies = policiesBy(personas, documents);
  const context = fillContext(
    { ...chosen.context, 'aws:RequestedRegion': '<REGION>', 'aws:SecureTransport': 'true' },
    values,
  );
  const requestFor = (action: ActionFacts, persona: string, arn: string): AccessRequest => ({
    principal: fill(`arn:<PARTITION>:iam::<ACCOUNT_ID>:role/${persona}`, values),
    action: action.name,
    resource: { arn },
    context,
  });
  const name = fill(chosen.name, values);
  const rows = facts.actions.toSorted(byLevel).map((action): MatrixRow => {
    const { needsAll, arns } = resourcesOf(action, name, values);
    const known = new Map<ProofPolicies, CellVerdict>();
    const verdicts = personas.map((id) => {
      const own = policies(id);
      const found =
        known.get(own) ??
        combined(
          arns.map((arn) => verdict(own, requestFor(action, id, arn))),
          needsAll,
        );
      known.set(own, found);
      return found;
    });
    return { action, resources: arns, verdicts };
  });
  return {
    personas,
    rows,
    ask: (persona, { action }, resource) => ({
      request: requestFor(action, persona, resource),
      policies: policies(persona),
    }),
  };
}

/** Personas that share their documents share what was prepared of them. */
function policiesBy(
  personas: readonly string[],
  documents: readonly ComposedDocument[],
): (persona: string) => ProofPolicies {
  const prepared = new Map<string, ProofPolicies>();
  const byPersona = new Map<string, ProofPolicies>();
  for (const persona of personas) {
    const key = identityDocuments(documents, persona)
      .map(({ id }) => id)
      .join(' ');
    const own = prepared.get(key) ?? identityPolicies(documents, persona);
    prepared.set(key, own);
    byPersona.set(persona, own);
  }
  return (persona) => byPersona.get(persona) ?? identityPolicies(documents, persona);
}

const verdict = ({ prepared }: ProofPolicies, request: AccessRequest): Verdict =>
  shownVerdict(prepared.verdict(request, { missingKeys: 'unknown' }));

const WORST: readonly Verdict[] = ['error', 'explicitDeny', 'implicitDeny', 'unknown', 'allowed'];

function combined(verdicts: readonly Verdict[], needsAll: boolean): CellVerdict {
  const different = new Set(verdicts);
  if (different.size > 1 && !needsAll) return 'mixed';
  return WORST.find((candidate) => different.has(candidate)) ?? 'error';
}

const byLevel = (one: ActionFacts, other: ActionFacts): number =>
  levelRank(one.accessLevel) - levelRank(other.accessLevel) || one.name.localeCompare(other.name);

/** ARNs of the resource types that the action needs, else of all that it may be about, else `*`. */
function resourcesOf(
  { resourceTypes }: ActionFacts,
  name: string,
  values: Values,
): { readonly needsAll: boolean; readonly arns: readonly string[] } {
  const needed = resourceTypes.filter(({ required }) => required);
  const types = needed.length > 0 ? needed : resourceTypes;
  const arns = types.map(({ arnPattern }) =>
    arnPattern
      .replaceAll('${Partition}', fill('<PARTITION>', values))
      .replaceAll('${Region}', fill('<REGION>', values))
      .replaceAll('${Account}', fill('<ACCOUNT_ID>', values))
      .replaceAll('${DomainId}', fill('<STUDIO_DOMAIN_ID>', values))
      .replaceAll(/\$\{[^}]+\}/g, name),
  );
  return { needsAll: needed.length > 0, arns: arns.length > 0 ? [...new Set(arns)] : ['*'] };
}
