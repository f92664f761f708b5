import { matchedActions } from '../../catalog/lookup.ts';
import { requiredTypes } from '../../checks/beyondAccessAnalyzer/secondResource.ts';
import { typesMet } from '../../checks/beyondAccessAnalyzer/reach.ts';
import { readArn } from '../../language/arn.ts';
import type { FurtherResource } from './furtherResource.ts';
import { type RefusalTrial, resourcesOf, type TrialResult } from './refusalTrial.ts';

/**
 * What a call needs besides the resource of its message: IAM authorizes `CreateEndpoint` on the endpoint and on its configuration, and
 * denies it on the first that no policy allows. What the role’s policies allow already is not needed.
 */
export function furtherResources(
  { call, catalog }: RefusalTrial,
  { policies, subject }: TrialResult,
): readonly FurtherResource[] {
  const [facts] = matchedActions(catalog, call.action) ?? [];
  const named = readArn(call.resource ?? '');
  if (!facts || !named || subject.layer !== 'identity') return [];
  const allowed = resourcesOf(call.action, policies);
  if (allowed.includes('*')) return [];
  const typesOf = (texts: readonly string[]) =>
    typesMet(
      facts,
      texts.map((text) => ({ text })),
    );
  const required = requiredTypes(facts);
  if (required.length < 2 || typesOf([call.resource ?? '']).size === 0) return [];
  const met = typesOf([call.resource ?? '', ...allowed]);
  return facts.resourceTypes.flatMap(({ name, arnPattern }) =>
    required.includes(name) && !met.has(name) ? [{ type: name, arnStart: startOf(arnPattern, named) }] : [],
  );
}

type Place = Pick<NonNullable<ReturnType<typeof readArn>>, 'partition' | 'region' | 'account'>;

const startOf = (arnPattern: string, { partition, region, account }: Place): string =>
  arnPattern
    .replace('${Partition}', partition)
    .replace('${Region}', region)
    .replace('${Account}', account)
    .replace(/\$\{.*$/, '');
