import { identityPolicies } from '../compose/appliedPolicies.ts';
import { accountOfArn } from '../accessTests/refusals/refusalRequest.ts';
import { levelName } from '../catalog/accessLevels.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { matchedActions } from '../catalog/lookup.ts';
import type { ActionFacts, ResourceType } from '../catalog/service.ts';
import { readArn } from '../language/arn.ts';
import { listOf, type Statement } from '../language/policy.ts';
import { coversAction, patternSubsumes } from '../language/subsumes.ts';
import { sensitiveResources } from '../library/guarantees/sensitiveResources.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Caller } from './callDecider.ts';
import { isGivingAway } from './givenAway.ts';

/**
 * How far an action reaches: every resource of its service, every one of its types, or only some. `single`: it has no resources, so
 * that no policy can limit it to some.
 */
export type Reach = 'service' | 'type' | 'some' | 'single';

/** What policies allow: the widest reach of each action, by its name. */
export type AllowedReach = ReadonlyMap<string, AllowedAction>;

export interface AllowedAction {
  readonly reach: Reach;
  /** Whether it changes something, or exposes what is in a resource; other actions only describe resources. */
  readonly isSensitive: boolean;
  /** Whether it gives away a role, a key, a grant, or a policy. */
  readonly isGivingAway: boolean;
}

/** From widest to narrowest. */
const REACHES: readonly Reach[] = ['service', 'type', 'some', 'single'];

/** What a persona’s identity policies among these documents allow. Deny statements are ignored, so access is never underestimated. */
export function allowedReach(
  documents: readonly ComposedDocument[],
  { persona, principal, catalog }: Caller,
): AllowedReach {
  const account = accountOfArn(principal) ?? '';
  const found = new Map<string, AllowedAction>();
  for (const { Statement } of identityPolicies(documents, persona).set.identity ?? [])
    for (const statement of Statement)
      for (const [name, action] of statement.Effect === 'Allow' ? actionsOf(statement, account, catalog) : [])
        if (isWider(action, found.get(name))) found.set(name, action);
  return found;
}

const isWider = (one: AllowedAction, other: AllowedAction | undefined): boolean =>
  other === undefined || REACHES.indexOf(one.reach) < REACHES.indexOf(other.reach);

/** A pattern of a service whose data isn’t loaded counts as a sensitive action that gives something away: what it allows is unknown. */
const actionsOf = (
  statement: Statement,
  account: string,
  catalog: Catalog,
): readonly (readonly [string, AllowedAction])[] =>
  listOf(statement.Action).flatMap((pattern): readonly (readonly [string, AllowedAction])[] => {
    const facts = matchedActions(catalog, pattern);
    if (!facts) {
      const reach = reachOf(statement, [], account);
      return [[pattern, { reach, isSensitive: true, isGivingAway: true }]];
    }
    return facts.map((one) => [
      one.name,
      {
        reach: reachOfAction(one, statement, account),
        isSensitive: isSensitive(one),
        isGivingAway: isGivingAway(one.name, one.accessLevel),
      },
    ]);
  });

/** List actions return only names, so they count as actions without resources. */
const reachOfAction = (action: ActionFacts, statement: Statement, account: string): Reach =>
  action.resourceTypes.length === 0 || levelName(action.accessLevel) === 'List'
    ? 'single'
    : reachOf(statement, needed(action), account);

const needed = ({ resourceTypes }: ActionFacts): readonly ResourceType[] => {
  const required = resourceTypes.filter((type) => type.required);
  return required.length > 0 ? required : resourceTypes;
};

/** Keys for an account or a service; they don’t limit the resource. */
const BY_PLACE: ReadonlySet<string> = new Set([
  's3:resourceaccount',
  'kms:calleraccount',
  'kms:viaservice',
  'iam:passedtoservice',
]);

/** Whether a condition key is about the resource or its content, such as resource tags or a namespace. It limits a statement like a name does. */
const isLimiting = (key: string): boolean =>
  /:resourcetag\//.test(key) || (!key.startsWith('aws:') && !BY_PLACE.has(key));

function reachOf({ Resource, Condition }: Statement, types: readonly ResourceType[], account: string): Reach {
  const keys = Object.values(Condition ?? {}).flatMap((of) => Object.keys(of));
  if (keys.some((key) => isLimiting(key.toLowerCase()))) return 'some';
  const patterns = listOf(Resource).flatMap((text) => {
    const arn = readArn(text);
    // Resources of other accounts are limited by those accounts.
    return arn && /^\d{12}$/.test(arn.account) && arn.account !== account ? [] : [arn?.resource ?? text];
  });
  if (patterns.some((one) => /^[*/]*\*$/.test(one) && !/^\*\/./.test(one) && coversAll(one, types)))
    return 'service';
  const isEveryOne =
    types.length > 0 && types.every((type) => patterns.some((one) => coversAll(one, [type])));
  return isEveryOne ? 'type' : 'some';
}

/** Whether a pattern matches every name that resources of these types have. */
const coversAll = (pattern: string, types: readonly ResourceType[]): boolean =>
  types.every(({ arnPattern }) => {
    const names = readArn(arnPattern)?.resource ?? arnPattern;
    return patternSubsumes(pattern, names.replaceAll(/\$\{[^}]*\}/g, '*'));
  });

const CHANGES: ReadonlySet<string> = new Set(['Permissions management', 'Write', 'Tagging']);

/** For buckets, the list has actions that read settings, not content. */
const sensitiveActions = sensitiveResources.flatMap(([id, , , actions]) =>
  id === 's3-bucket' ? [] : actions,
);

const isSensitive = ({ name, accessLevel }: ActionFacts): boolean =>
  CHANGES.has(levelName(accessLevel)) || sensitiveActions.some((pattern) => coversAction(pattern, name));

/** Sorted by cost: sensitive actions on all resources, sensitive ones on some, read-only ones. */
const COSTS = {
  sensitive: { service: 10_000, type: 10_000, some: 100, single: 100 },
  other: { service: 2, type: 2, some: 1, single: 1 },
} as const;

/** Actions of a service that no call uses cost three times as much. */
const OTHER_SERVICE = 3;

const serviceOf = (action: string): string => action.split(':', 1)[0]?.toLowerCase() ?? '';

/** The cost of what policies allow besides the called actions on some resources. Names are in lower case. */
export function costBeyond(allowed: AllowedReach, called: ReadonlySet<string>): number {
  const services = new Set([...called].map(serviceOf));
  let cost = 0;
  for (const [name, { reach, isSensitive: sensitive }] of allowed) {
    const isAsked = called.has(name.toLowerCase()) && (reach === 'some' || reach === 'single');
    const factor = services.has(serviceOf(name)) ? 1 : OTHER_SERVICE;
    if (!isAsked) cost += factor * COSTS[sensitive ? 'sensitive' : 'other'][reach];
  }
  return cost;
}

/** The actions that weren’t allowed before, or with a narrower reach. */
export const reachBeyond = (after: AllowedReach, before: AllowedReach): AllowedReach =>
  new Map([...after].filter(([name, action]) => isWider(action, before.get(name))));

/** The actions that reach every resource of their service or type, sensitive ones first. */
export function everywhere(allowed: AllowedReach): readonly string[] {
  const names = (sensitive: boolean) =>
    [...allowed]
      .filter(
        ([, { reach, isSensitive: is }]) => is === sensitive && (reach === 'service' || reach === 'type'),
      )
      .map(([name]) => name)
      .toSorted();
  return [...names(true), ...names(false)];
}
