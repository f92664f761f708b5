import type { Catalog } from '../../catalog/catalog.ts';
import { splitAction } from '../../catalog/lookup.ts';
import type { Layer } from '../../simulate/policySet.ts';
import type { PreparedPolicySet } from '../../simulate/preparedPolicySet.ts';
import type { PreparedStatement } from '../../simulate/preparedStatement.ts';
import { type Grant, type PlaceOf, scopeOf, spokenOf } from './grant.ts';
import type { ReachLimit, ReachPlace, ReachScope } from './reachRow.ts';

/** What takes a grant away altogether. */
export interface Removal {
  readonly layer: Layer;
  readonly by: 'denied' | 'notAllowed';
  readonly deny: ReachPlace | undefined;
}

export type Outcome = { readonly removal: Removal } | { readonly limits: readonly ReachLimit[] };

/** Layers whose Deny ends a request of the role, in the order in which a reader meets them. */
const denying: readonly Layer[] = [
  'identity',
  'permissionsBoundary',
  'session',
  'serviceControl',
  'resourceControl',
];

/** What the other statements of all layers leave of a grant. */
export function outcomeOf(
  grant: Grant,
  policies: PreparedPolicySet,
  catalog: Catalog,
  placeOf: PlaceOf,
): Outcome {
  const limits: ReachLimit[] = [];
  for (const layer of denying) {
    for (const statement of policies.layers[layer].statements) {
      if (statement.effect !== 'Deny' || !applies(layer, grant, catalog)) continue;
      const spoken = spokenOf(statement, grant);
      if (!spoken) continue;
      const place = placeOf(layer, statement.ref);
      // Those of an organization are of the resource’s account, which can be another.
      const certain = spoken.relation === 'all' && spoken.always && layer !== 'resourceControl';
      if (certain) return { removal: { layer, by: 'denied', deny: place } };
      limits.push({ code: 'denied', layer, scope: scopeOf(statement, grant, spoken, place) });
    }
  }
  for (const level of allowing(policies)) {
    const scopes = allowedBy(grant, level, placeOf);
    if (scopes === 'all') continue;
    if (scopes.length === 0) return { removal: { layer: level.layer, by: 'notAllowed', deny: undefined } };
    limits.push({ code: 'onlyAllowed', layer: level.layer, scopes });
  }
  return { limits };
}

const applies = (layer: Layer, { action }: Grant, catalog: Catalog): boolean =>
  layer !== 'resourceControl' || catalog.rcpServices.includes(splitAction(action)[0]);

interface Level {
  readonly layer: Layer;
  readonly statements: readonly PreparedStatement[];
}

/** What must allow besides the identity policies: boundary, session policy, and each level of an organization. */
function allowing({ layers }: PreparedPolicySet): readonly Level[] {
  const whole = (['permissionsBoundary', 'session'] as const).filter((layer) => layers[layer].present);
  const { present, levels, statements } = layers.serviceControl;
  return [
    ...whole.map((layer) => ({ layer, statements: layers[layer].statements })),
    ...Array.from({ length: present ? levels : 0 }, (_, level) => ({
      layer: 'serviceControl' as const,
      statements: statements.filter((statement) => statement.level === level),
    })),
  ];
}

/** What of a grant a level allows: all of it, or what each of its statements does. */
function allowedBy(
  grant: Grant,
  { layer, statements }: Level,
  placeOf: PlaceOf,
): 'all' | readonly ReachScope[] {
  const scopes: ReachScope[] = [];
  for (const statement of statements) {
    if (statement.effect !== 'Allow') continue;
    const spoken = spokenOf(statement, grant);
    if (!spoken) continue;
    if (spoken.relation === 'all' && spoken.always) return 'all';
    scopes.push(scopeOf(statement, grant, spoken, placeOf(layer, statement.ref)));
  }
  return scopes;
}

/** An endpoint of the set with its policy, ready to be asked. */
export interface PreparedEndpoint {
  readonly name: string;
  /** The one service that it leads to; nothing where a service has several endpoints. */
  readonly service: string | undefined;
  readonly statements: readonly PreparedStatement[];
  placeOf(ref: string): ReachPlace | undefined;
}

/** What endpoint policies leave of a grant in calls that come through them. One that does not name the service says nothing of it. */
export function endpointLimits(grant: Grant, endpoints: readonly PreparedEndpoint[]): readonly ReachLimit[] {
  return endpoints.flatMap((endpoint): readonly ReachLimit[] => {
    const { name, service, statements, placeOf } = endpoint;
    const spoken = statements.flatMap((statement) => {
      const said = spokenOf(statement, grant);
      if (!said) return [];
      const named = said.always && isForEveryone(statement);
      const scope = scopeOf(statement, grant, said, placeOf(statement.ref));
      return [{ effect: statement.effect, whole: said.relation === 'all' && named, scope }];
    });
    const denies = spoken.filter(({ effect }) => effect === 'Deny');
    const allows = spoken.filter(({ effect }) => effect === 'Allow');
    const leads = service === splitAction(grant.action)[0];
    if (!leads && spoken.length === 0) return [];
    if (allows.length === 0 || denies.some(({ whole }) => whole))
      return leads ? [{ code: 'endpointSilent' as const, endpoint: name }] : [];
    const only = allows.some(({ whole }) => whole) ? [] : allows.map(({ scope }) => scope);
    return [
      ...(only.length > 0 ? [{ code: 'endpointOnly' as const, endpoint: name, scopes: only }] : []),
      ...denies.map(({ scope }) => ({ code: 'endpointDenied' as const, endpoint: name, scope })),
    ];
  });
}

const isForEveryone = ({ statement: { Principal, NotPrincipal } }: PreparedStatement): boolean =>
  NotPrincipal === undefined && (Principal === undefined || JSON.stringify(Principal).includes('"*"'));
