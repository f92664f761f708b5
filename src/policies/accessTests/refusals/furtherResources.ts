import type { ActionFacts, ResourceType } from '../../catalog/service.ts';
import { matchedActions } from '../../catalog/lookup.ts';
import { requiredTypes } from '../../checks/beyondAccessAnalyzer/secondResource.ts';
import { typesMet } from '../../checks/beyondAccessAnalyzer/reach.ts';
import { readArn } from '../../language/arn.ts';
import { matchGlob } from '../../language/glob.ts';
import { simulate } from '../../simulate/simulate.ts';
import type { FurtherResource } from './furtherResource.ts';
import { accountOfArn } from './refusalRequest.ts';
import { type RefusalTrial, resourcesOf, type TrialResult } from './refusalTrial.ts';

/**
 * What a call needs besides the resource of its message: IAM authorizes `CreateEndpoint` on the endpoint and on its configuration, and
 * denies it on the first that no policy allows. What the role’s own policies allow already, at the place of the call and whatever its
 * conditions are, is not needed; of a boundary, an endpoint or an organization all of it is, since the draft may have another of them.
 */
export function furtherResources(trial: RefusalTrial, before: TrialResult): readonly FurtherResource[] {
  const { call, catalog } = trial;
  const [facts] = matchedActions(catalog, call.action) ?? [];
  const place = facts && placeOf(trial, before);
  const named = facts && typesOf(facts, [call.resource ?? '']);
  if (!place || !named || named.size === 0) return [];
  const required = requiredTypes(facts);
  if (required.length < 2) return [];
  return facts.resourceTypes.flatMap((type) => {
    if (!required.includes(type.name) || named.has(type.name)) return [];
    const arnStart = startOf(type, place);
    return isAllowedAlready(facts, type, { arnStart, place, trial, before })
      ? []
      : [{ type: type.name, arnStart }];
  });
}

const typesOf = (facts: ActionFacts, arns: readonly string[]): ReadonlySet<string> =>
  typesMet(
    facts,
    arns.map((text) => ({ text })),
  );

interface Place {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/** Where the call was made. The ARN of what AWS owns has no account; the caller’s is that of what is made. */
function placeOf({ call }: RefusalTrial, { request }: TrialResult): Place | undefined {
  const named = readArn(call.resource ?? '');
  if (!named) return undefined;
  const account = /^\d{12}$/.test(named.account) ? named.account : accountOfArn(request.principal);
  return { partition: named.partition, region: named.region, account: account ?? '' };
}

const startOf = ({ arnPattern }: ResourceType, { partition, region, account }: Place): string =>
  arnPattern
    .replace('${Partition}', partition)
    .replace('${Region}', region)
    .replace('${Account}', account)
    .replace(/\$\{.*$/, '');

interface Asked {
  readonly arnStart: string;
  readonly place: Place;
  readonly trial: RefusalTrial;
  readonly before: TrialResult;
}

/** Whether the role can make the call on some resource of a type there. */
function isAllowedAlready(
  facts: ActionFacts,
  { name }: ResourceType,
  { arnStart, place, trial: { call, catalog }, before: { subject, policies, request } }: Asked,
): boolean {
  if (subject.layer !== 'identity' || !policies) return false;
  return resourcesOf(call.action, policies)
    .flatMap((pattern) => exampleAt(pattern, place, arnStart) ?? [])
    .some(
      (arn) =>
        typesOf(facts, [arn]).has(name) &&
        simulate({ ...request, resource: { arn } }, policies.set, { missingKeys: 'unknown', catalog })
          .verdict === 'allowed',
    );
}

/** A resource that a pattern can be at the place of the call, where it can be one; the policies tell whether it is. */
function exampleAt(pattern: string, { region, account }: Place, arnStart: string): string | undefined {
  if (/^\*+$/.test(pattern)) return `${arnStart}x`;
  const [scheme, partition, service, ofRegion = '', ofAccount = '', ...rest] = pattern.split(':');
  if (!isAt(ofRegion, region) || !isAt(ofAccount, account)) return undefined;
  const resource = rest.join(':').replaceAll(/\*+|\?/g, 'x');
  return [scheme, partition, service, ofRegion && region, ofAccount && account, resource].join(':');
}

const isAt = (pattern: string, place: string): boolean => pattern === '' || matchGlob(pattern, place);
