import { type Arn, readArn } from '../../language/arn.ts';
import { matchGlob } from '../../language/glob.ts';
import { hasPlaceholder } from '../../language/placeholder.ts';
import type { NearestMiss } from '../../simulate/decision.ts';
import type { TrialResult } from './refusalTrial.ts';

/**
 * Where a call and the role part, in one thing: the Region, the account, the bucket, the name, or another resource. `allowed`: what
 * the role has for the action instead.
 */
export interface Mismatch {
  readonly what: 'region' | 'account' | 'name' | 'location' | 'resource';
  /** Whose policy it is. */
  readonly who: 'role' | 'endpoint';
  readonly action: string;
  /** What the name is of: `training job`. */
  readonly noun: string;
  readonly given: string;
  readonly allowed: readonly string[];
}

/** In what a refused call misses the nearest statement that names its action. Nothing where it misses more than the resource. */
export function mismatchOf({ decision, request, subject }: TrialResult): Mismatch | undefined {
  const misses = (decision?.nearestMisses ?? []).filter(isOnlyOfResource);
  const written = misses.flatMap(({ failures }) =>
    failures.flatMap((failure) => (failure.part === 'resource' ? failure.expected : [])),
  );
  const patterns = written.filter((text) => !hasPlaceholder(text));
  const given = readArn(request.resource.arn);
  if (patterns.length === 0 || !given) return undefined;
  const type = typeOf(given);
  const sameKind = patterns.flatMap((pattern) => {
    const arn = readArn(pattern);
    return arn && matchGlob(arn.service, given.service) && typeOf(arn) === type ? [arn] : [];
  });
  const of = (what: Mismatch['what'], value: string, allowed: readonly string[]): Mismatch => ({
    what,
    who: subject.kind === 'endpoint' ? 'endpoint' : 'role',
    action: request.action,
    noun: type.replaceAll('-', ' ') || 'resource',
    given: value,
    allowed: [...new Set(allowed)],
  });
  for (const field of ['account', 'region'] as const) {
    const values = sameKind.map((arn) => arn[field]);
    const isMissed = values.length > 0 && !values.some((value) => matchGlob(value, given[field]));
    if (isMissed) return of(field, given[field], values);
  }
  const there = sameKind.filter(
    (arn) => matchGlob(arn.account, given.account) && matchGlob(arn.region, given.region),
  );
  // A field that is still empty may be all that is missing.
  if (there.length === 0)
    return patterns.length < written.length ? undefined : of('resource', request.resource.arn, patterns);
  const resources = there.map(({ resource }) => resource);
  if (given.service === 's3') return of('location', given.resource, resources);
  const nameOf = (resource: string) => resource.slice(type === '' ? 0 : type.length + 1);
  return of('name', nameOf(given.resource), resources.map(nameOf));
}

const isOnlyOfResource = ({ failures }: NearestMiss): boolean =>
  failures.length === 1 && failures[0]?.part === 'resource';

/** `training-job` of `training-job/x`; nothing for a bucket, whose name has no type before it. */
const typeOf = ({ service, resource }: Arn): string =>
  service === 's3' ? '' : (/^([a-z][a-z-]*)[/:]/.exec(resource)?.[1] ?? '');

/** What a colleague would say of it, in two sentences. */
export function mismatchSentence({ what, who, action, noun, given, allowed }: Mismatch): string {
  const has = who === 'endpoint' ? `This endpoint policy allows ${action}` : `This role can call ${action}`;
  switch (what) {
    case 'region':
      return `The call was made in ${given}. ${has} only in ${listed(allowed)}.`;
    case 'account':
      return `The ${noun} is in account ${given}. ${has} only in ${listed(allowed)}.`;
    case 'location':
      return `The call is for s3://${given}. ${has} only on ${listed(allowed.map(locationOf))}.`;
    case 'name':
      return `The ${noun} is named ${given}. ${has} only for names that ${namesOf(allowed)}.`;
    default:
      return `The call is for ${given}. ${has} only on ${listed(allowed)}.`;
  }
}

const locationOf = (resource: string): string => `s3://${resource.replace(/\*$/, '')}`;

/** `fraud-*` is a name that starts with it. */
function namesOf(patterns: readonly string[]): string {
  const starts = patterns.flatMap((one) => /^([^*?]+)\*$/.exec(one)?.[1] ?? []);
  return starts.length === patterns.length ? `start with ${listed(starts)}` : `match ${listed(patterns)}`;
}

const MAX_LISTED = 4;

const listed = (texts: readonly string[]): string =>
  texts.length > MAX_LISTED
    ? `${texts.slice(0, MAX_LISTED).join(', ')}, and ${texts.length - MAX_LISTED} more`
    : texts.join(' or ');
