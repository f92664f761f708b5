import type { Catalog } from '../catalog/catalog.ts';
import type { ActionFacts } from '../catalog/service.ts';
import { selectedPersonas } from '../draft/selection.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import {
  fillText,
  fillContext,
  type PlaceholderValues,
  placeholderValues,
} from '../compose/fillPlaceholders.ts';
import {
  identityDocuments,
  identityPolicies,
  type AppliedPolicies,
  withResourceControl,
} from '../compose/appliedPolicies.ts';
import type { Verdict } from '../simulate/decision.ts';
import { shownVerdict } from '../simulate/otherReading.ts';
import { prepare } from '../simulate/prepare.ts';
import type { PreparedPolicySet } from '../simulate/preparedPolicySet.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { levelRank } from '../catalog/accessLevels.ts';
import type { CellVerdict, Matrix, MatrixRow } from './matrixCall.ts';
import type { MatrixContext } from './matrixContexts.ts';

/**
 * What each selected persona may do of all actions of a service, by access level. Keys that the context does not have are
 * unknown; a cell is unknown too where AWS may read a resource pattern in two ways. A call that needs several resources is as forbidden
 * as the worst of them. Resource control policies count for the services that support them. Open fields have to be filled before.
 * Nothing while the service is not loaded.
 */
export function accessMatrix(
  draft: Draft,
  documents: readonly ComposedDocument[],
  catalog: Catalog,
  assumed: MatrixContext,
  ruleset: Ruleset,
  service = 'sagemaker',
): Matrix | undefined {
  const facts = catalog.service(service);
  if (!facts) return undefined;
  const values = placeholderValues(draft, ruleset);
  const context = fillContext(
    { ...assumed.context, 'aws:RequestedRegion': '<REGION>', 'aws:SecureTransport': 'true' },
    values,
  );
  const policiesOf = callersBy(documents, catalog.rcpServices.includes(service));
  const callers = selectedPersonas(draft, ruleset)
    .filter(({ kind }) => kind === 'identity')
    .map(({ id: persona }) => ({
      persona,
      principal: fillText(`arn:<PARTITION>:iam::<ACCOUNT_ID>:role/${persona}`, values),
      ...policiesOf(persona),
    }));
  const name = fillText(assumed.name, values);
  return {
    personas: callers.map(({ persona }) => persona),
    rows: facts.actions
      .toSorted(byLevel)
      .map((action) => rowOf(action, resourcesOf(action, name, values), callers, context)),
    context,
    callers: Object.fromEntries(
      callers.map(({ persona, principal, policies }) => [persona, { principal, policies }]),
    ),
  };
}

type Caller = CallerPolicies & { readonly principal: string };

function rowOf(
  { name, accessLevel }: ActionFacts,
  { needsAll, arns }: { readonly needsAll: boolean; readonly arns: readonly string[] },
  callers: readonly Caller[],
  context: AccessRequest['context'],
): MatrixRow {
  const verdictsByPolicies = new Map<PreparedPolicySet, readonly Verdict[]>();
  const byResource = callers.map(({ principal, prepared }) => {
    const ask = (arn: string) => verdict(prepared, { principal, action: name, resource: { arn }, context });
    const found = verdictsByPolicies.get(prepared) ?? arns.map(ask);
    verdictsByPolicies.set(prepared, found);
    return found;
  });
  const verdicts = byResource.map((each) => combined(each, needsAll));
  return { action: { name, accessLevel }, resources: arns, verdicts, byResource };
}

interface CallerPolicies {
  readonly policies: AppliedPolicies;
  readonly prepared: PreparedPolicySet;
}

/** Personas that share their documents share what was prepared of them. */
function callersBy(
  documents: readonly ComposedDocument[],
  isControlled: boolean,
): (persona: string) => CallerPolicies {
  const policiesByPersona = new Map<string, CallerPolicies>();
  const keyOf = (persona: string) =>
    identityDocuments(documents, persona)
      .map(({ id }) => id)
      .join(' ');
  const prepared = (persona: string) => {
    const own = identityPolicies(documents, persona);
    const policies = isControlled ? withResourceControl(own, documents) : own;
    return { policies, prepared: prepare(policies.set) };
  };
  return (persona) => {
    const found = policiesByPersona.get(keyOf(persona)) ?? prepared(persona);
    policiesByPersona.set(keyOf(persona), found);
    return found;
  };
}

const verdict = (prepared: PreparedPolicySet, request: AccessRequest): Verdict =>
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
  values: PlaceholderValues,
): { readonly needsAll: boolean; readonly arns: readonly string[] } {
  const needed = resourceTypes.filter(({ required }) => required);
  const types = needed.length > 0 ? needed : resourceTypes;
  const arns = types.map(({ arnPattern }) =>
    arnPattern
      .replaceAll('${Partition}', fillText('<PARTITION>', values))
      .replaceAll('${Region}', fillText('<REGION>', values))
      .replaceAll('${Account}', fillText('<ACCOUNT_ID>', values))
      .replaceAll('${DomainId}', fillText('<STUDIO_DOMAIN_ID>', values))
      .replaceAll(/\$\{[^}]+\}/g, name),
  );
  return { needsAll: needed.length > 0, arns: arns.length > 0 ? [...new Set(arns)] : ['*'] };
}
