import type { Catalog } from '../../../catalog/catalog.ts';
import { matchedActions } from '../../../catalog/lookup.ts';
import { globMatcher } from '../../../language/glob.ts';
import { replaceUnknownText } from '../../../language/placeholder.ts';
import type { PolicyDocument, Statement } from '../../../language/policy.ts';
import { documentsOf, layers, type PolicySet } from '../../../simulate/policySet.ts';
import { prepare } from '../../../simulate/prepare.ts';
import { matchesResource } from '../../../language/resourcePattern.ts';
import { statementsIn } from '../../../simulate/statementProblems.ts';
import type { PreparedEndpoint } from '../otherLayers.ts';
import { namedServices } from '../roleReach.ts';
import { reachOf } from '../reachOf.ts';
import type { ReachRow, RemovedReach } from '../reachRow.ts';
import { typeMatcher } from '../resourceTypes.ts';

export const ACCOUNT = '111122223333';

export const documentWith = (...Statement: readonly Statement[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement,
});

/** What the policies of a set reach, with every statement placed by its layer. */
export function reachOfSet(set: PolicySet, catalog: Catalog, endpoints: readonly PreparedEndpoint[] = []) {
  const prepared = prepare(set);
  const all = layers.flatMap((layer) => (documentsOf(set, layer) ?? []).map(({ document }) => document));
  const services = namedServices(
    all.filter((document): document is PolicyDocument => statementsIn(document) !== undefined),
  );
  const [rows, removed]: [ReachRow[], RemovedReach[]] = [[], []];
  const world = {
    catalog,
    services,
    account: ACCOUNT,
    endpoints,
    placeOf: (layer: string, ref: string, path: readonly (string | number)[] = []) => ({
      document: layer,
      statement: Number(ref.split('/').at(-1)),
      sid: undefined,
      path,
    }),
  };
  for (const [more, gone] of reachOf(prepared, world)) {
    rows.push(...more);
    removed.push(...gone);
  }
  return { prepared, rows, removed, services };
}

/** Whether a resource is of a kind that an action works on, as AWS lists them. */
export function worksOn(action: string, arn: string, catalog: Catalog): boolean {
  const types = matchedActions(catalog, action)?.[0]?.resourceTypes ?? [];
  if (types.length === 0) return arn === '*';
  const isOfType = typeMatcher({ kind: 'pattern', text: arn, variables: false });
  return types.some(({ arnPattern }) => isOfType(arnPattern));
}

/** Whether a row says that a call can be allowed. */
export function coversCall(row: ReachRow, action: string, arn: string, services: readonly string[]): boolean {
  return coversName(row, action, services) && coversResource(row, arn);
}

function coversName({ actions, service }: ReachRow, action: string, services: readonly string[]): boolean {
  if (service !== '*') return actions.some((name) => name.toLowerCase() === action.toLowerCase());
  if (services.includes(action.split(':')[0] ?? '')) return false;
  return actions.some((text) => {
    const but = /^all but (.*)$/.exec(text)?.[1]?.split(', ');
    const named = (but ?? [text]).some((pattern) => globMatcher(pattern)(action));
    return but ? !named : named;
  });
}

function coversResource({ resource, namesNone }: ReachRow, arn: string): boolean {
  if (namesNone) return true;
  if (typeof resource !== 'string')
    return !resource.allBut.some((text) => !text.includes('$') && matchesResource(text, arn));
  const text = replaceUnknownText(resource, '*');
  return matchesResource(text, arn) || matchesResource(text, arn, 'plain') || globMatcher(text)(arn);
}
