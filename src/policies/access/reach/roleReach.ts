import type { Catalog } from '../../catalog/catalog.ts';
import { withRoleInstances } from '../../draft/roleInstances.ts';
import { ONE_ROLE } from '../../draft/layout.ts';
import { rolesOf } from '../../draft/roles.ts';
import { isPattern } from '../../language/glob.ts';
import { listOf, type PolicyDocument } from '../../language/policy.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import type { ComposedDocument } from '../../model/composedDocument.ts';
import { isImported } from '../../model/documentEdits.ts';
import type { Draft } from '../../model/draft.ts';
import {
  identityPolicies,
  type AppliedPolicies,
  resolveRef,
  withResourceControl,
} from '../../compose/appliedPolicies.ts';
import { splitAction } from '../../catalog/lookup.ts';
import { prepare } from '../../simulate/prepare.ts';
import type { PlaceOf } from './grant.ts';
import type { PreparedEndpoint } from './otherLayers.ts';
import { reachOf } from './reachOf.ts';
import type { ReachPlace, ReachRow, RemovedReach, RoleReach } from './reachRow.ts';

/** A role, or an imported policy, with the policies that its requests meet. */
export interface ReachSubject {
  readonly id: string;
  readonly title: string;
  readonly personas: readonly string[];
  readonly policies: AppliedPolicies;
}

/** The roles of a draft whose permissions are in its documents, and the identity policies that no choice makes. */
export function reachSubjects(
  draft: Draft,
  documents: readonly ComposedDocument[],
  ruleset: Ruleset,
): readonly ReachSubject[] {
  const roles = rolesOf(draft, withRoleInstances(ruleset, draft)).map(({ id, title, personas }) => ({
    id,
    title,
    personas: personas.map((persona) => persona.id),
    policies: withResourceControl(identityPolicies(documents, personas[0]?.id ?? ONE_ROLE), documents),
  }));
  const imported = documents.filter((document) => document.kind === 'identity' && isImported(document));
  const ids = new Set(imported.map(wholeId));
  const partsOf = (id: string) => imported.filter((document) => wholeId(document) === id);
  return [...roles, ...Array.from(ids, (id) => ofImported(id, partsOf(id), documents))];
}

const wholeId = ({ id, partOf }: ComposedDocument): string => partOf ?? id;

/** Without the number of a part, which is as long as that of its id. */
const wholeTitle = (document: ComposedDocument): string =>
  document.title.slice(0, document.title.length - document.id.length + wholeId(document).length);

/** No role of the set has an imported policy: only what the organization denies counts beside it. */
function ofImported(
  id: string,
  parts: readonly ComposedDocument[],
  documents: readonly ComposedDocument[],
): ReachSubject {
  const { set, documents: behind } = identityPolicies(documents, id);
  const { serviceControl } = set;
  const policies: AppliedPolicies = {
    set: { identity: parts.map(({ policy }) => policy), ...(serviceControl ? { serviceControl } : {}) },
    documents: { identity: parts, serviceControl: behind.serviceControl ?? [] },
  };
  return {
    id,
    title: parts.slice(0, 1).map(wholeTitle).join(''),
    personas: [],
    policies: withResourceControl(policies, documents),
  };
}

/** Prefixes of the services that the actions of policies name, sorted. */
export function namedServices(policies: readonly PolicyDocument[]): readonly string[] {
  const actions = policies.flatMap(({ Statement }) =>
    [Statement].flat().flatMap(({ Action, NotAction }) => listOf(Action ?? NotAction)),
  );
  const prefixes = actions.map((action) => splitAction(action)[0]);
  return [...new Set(prefixes)].filter((prefix) => /^[\w-]+$/.test(prefix) && !isPattern(prefix)).toSorted();
}

/** What a role reaches, piece by piece: long computations can let others have their turn. The last piece has all of it. */
export function* reachOfSubject(
  { id, title, personas, policies }: ReachSubject,
  { catalog, services, account, endpoints }: ReachSetting,
): Generator<RoleReach> {
  const prepared = prepare(policies.set);
  const placeOf = placesIn(policies);
  const [rows, removed]: [ReachRow[], RemovedReach[]] = [[], []];
  const errors = prepared.errors.map(({ message }) => message);
  const world = { catalog, services, account, endpoints, placeOf };
  for (const [more, gone] of errors.length > 0 ? [] : reachOf(prepared, world)) {
    rows.push(...more);
    removed.push(...gone);
    yield { id, title, personas, rows: [], removed: [], errors };
  }
  yield { id, title, personas, rows, removed, errors };
}

export interface ReachSetting {
  readonly catalog: Catalog;
  readonly services: readonly string[];
  readonly account: string | undefined;
  readonly endpoints: readonly PreparedEndpoint[];
}

function placesIn(policies: AppliedPolicies): PlaceOf {
  return (layer, ref, path = []) => {
    const found = resolveRef(policies, layer, ref);
    return found && placeIn(found.document, found.statement, path);
  };
}

const placeIn = (
  document: ComposedDocument,
  statement: number,
  path: ReachPlace['path'] = [],
): ReachPlace => ({
  document: document.id,
  statement,
  sid: [document.policy.Statement].flat()[statement]?.Sid,
  path,
});

/** Services that one endpoint leads to. Those of SageMaker and ECR are several each, of which a policy says itself what it is about. */
const SERVICES: Readonly<Record<string, string>> = {
  s3: 's3',
  kms: 'kms',
  logs: 'logs',
  sts: 'sts',
  monitoring: 'cloudwatch',
};

/** The VPC endpoints of a set; one whose policy cannot be read is left out. */
export function reachEndpoints(documents: readonly ComposedDocument[]): readonly PreparedEndpoint[] {
  return documents
    .filter(({ kind }) => kind === 'vpc-endpoint')
    .flatMap((document): readonly PreparedEndpoint[] => {
      const { layers, errors } = prepare({ identity: [], vpcEndpoint: [document.policy] });
      if (errors.length > 0) return [];
      const name = endpointName(document);
      return [
        {
          name,
          service: SERVICES[name],
          statements: layers.vpcEndpoint.statements,
          placeOf: (ref) => placeIn(document, Number(ref.split('/').at(-1))),
        },
      ];
    });
}

const endpointName = ({ title }: ComposedDocument): string => title.replace(/^Endpoint: /, '');

/** The policy of a VPC endpoint by the name that limits give it. */
export const endpointDocument = (
  documents: readonly ComposedDocument[],
  name: string,
): ComposedDocument | undefined =>
  documents.find((document) => document.kind === 'vpc-endpoint' && endpointName(document) === name);

/** The account that the roles of a draft are in; nothing while it is missing or is no account. */
export function accountOf({ variables }: Draft): string | undefined {
  const digits = (variables['accountId']?.[0] ?? '').replaceAll('-', '');
  return /^\d{12}$/.test(digits) ? digits : undefined;
}
