import type { AccessQuestion } from '../../exact/isAccessPossible.ts';
import { meetsRead } from '../../exact/resourceMeet.ts';
import { globMatcher, isPattern } from '../../language/glob.ts';
import { globsMeet } from '../../language/globsMeet.ts';
import { replaceUnknownText } from '../../language/placeholder.ts';
import { matchesResource } from '../../language/resourcePattern.ts';
import { arnsWithName, partsOfType } from './namedResources.ts';
import { reachingWords } from './reachWords.ts';
import type { ReachRow, RemovedReach, RoleReach } from './reachRow.ts';

/** How a row is about what is sought: it names it, its pattern matches it, or it could once a missing value is entered. */
export type ReachMatch = 'named' | 'covered' | 'missing';

export interface ReachHit {
  readonly role: RoleReach;
  readonly row: ReachRow;
  readonly match: ReachMatch;
  /** Of the requests that the row is about, those that are sought: they are as each of these. */
  readonly only: readonly AccessQuestion[];
}

export interface ReachFound {
  readonly hits: readonly ReachHit[];
  /** What an Allow names and another statement takes away. */
  readonly removed: readonly { readonly role: RoleReach; readonly row: RemovedReach }[];
}

const MATCHES: readonly ReachMatch[] = ['named', 'covered', 'missing'];

/**
 * Rows about every word of a text: names of roles, services, actions, resources, and conditions, and names of resources that a
 * wildcard of a row covers.
 */
export function searchReach(roles: readonly RoleReach[], text: string): ReachFound {
  const words = text.trim().split(/\s+/).filter(Boolean).map(soughtIn);
  if (words.length === 0) return { hits: [], removed: [] };
  const hits = roles.flatMap((role) =>
    role.rows.flatMap((row): readonly ReachHit[] => {
      const found = words.map((word) => matchOf(word, role, row));
      const [worst] = MATCHES.filter((match) => found.includes(match)).toReversed();
      if (worst === undefined || found.includes(undefined)) return [];
      return [{ role, row, match: worst, only: words.flatMap((word) => soughtOf(word, role, row)) }];
    }),
  );
  const isOfBuckets = ({ row }: ReachHit) => Number(row.service === 's3');
  const removed = roles.flatMap((role) =>
    role.removed
      .filter((row) => words.every((word) => isNamed(word, textOf(role, row))))
      .map((row) => ({ role, row })),
  );
  // A name is most often that of a bucket.
  return { hits: hits.toSorted((one, other) => isOfBuckets(other) - isOfBuckets(one)), removed };
}

interface Sought {
  readonly lower: string;
  readonly isAction: boolean;
  /** Patterns of ARNs that are meant whatever the action is about. */
  readonly arns: readonly string[];
  /** A name that a resource can have. */
  readonly name: string | undefined;
  isOfType(arn: string, type: string): boolean;
}

const ACTION = /^[a-z0-9-]+:[a-z0-9*?]*$/i;

function soughtIn(word: string): Sought {
  const lower = word.toLowerCase();
  const isArn = lower.startsWith('arn:');
  const isAction = !isArn && ACTION.test(word);
  const s3 = /^s3:\/\/(.+)$/i.exec(word)?.[1];
  const path = s3 ?? (word.includes('/') && !isArn ? word : undefined);
  const arns = [
    ...(isArn ? [word] : []),
    ...(path === undefined ? [] : [`arn:*:s3:::${path.endsWith('/') ? `${path}*` : path}`]),
    ...(path === undefined || s3 !== undefined ? [] : [`arn:*:*:*:*:${path}`]),
  ];
  const name = arns.length === 0 && !isAction && /^[\w.*?-]{3,}$/.test(word) ? word : undefined;
  return { lower, isAction, arns, name, isOfType: typeChecker() };
}

function matchOf(sought: Sought, role: RoleReach, row: ReachRow): ReachMatch | undefined {
  if (isNamed(sought, textOf(role, row))) return 'named';
  if (sought.isAction) return coversAction(sought.lower, row) ? 'covered' : undefined;
  if (row.namesNone || !canBeOf(sought, row)) return undefined;
  return row.missing.length > 0 ? 'missing' : 'covered';
}

/** What of a row a word is about; nothing where it is about all of it. */
function soughtOf(sought: Sought, role: RoleReach, row: ReachRow): readonly AccessQuestion[] {
  if (sought.isAction) return [{ actions: [sought.lower] }];
  if (isNamed(sought, textOf(role, row))) return [];
  const { arns, name } = sought;
  if (name === undefined) return [{ resources: arns }];
  const own = row.types.flatMap((type) => arnsWithName(type, name));
  return [{ resources: own.length > 0 ? own : anywhereInArn(name) }];
}

const anywhereInArn = (name: string): readonly string[] =>
  anywhere(name).map((last) => `arn:*:*:*:*:${last}`);

/** What a text seeks where no row has it: the requests that it is about, whatever policies say. `services`: prefixes that AWS has. */
export function soughtRequests(text: string, services: readonly string[]): readonly AccessQuestion[] {
  return text
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const { lower, isAction, arns, name } = soughtIn(word);
      if (isAction) return { actions: [lower] };
      if (services.includes(lower)) return { actions: [`${lower}:*`] };
      return { resources: name === undefined ? arns : anywhereInArn(name) };
    })
    .filter(({ resources }) => resources === undefined || resources.length > 0);
}

const isNamed = ({ lower, isAction, arns }: Sought, text: string): boolean => {
  if (isAction && isPattern(lower)) return text.split(' ').some(globMatcher(lower));
  const [, path] = /^s3:\/\/(.+?)\/?$/.exec(lower) ?? [];
  return text.includes(path ?? lower) && (arns.length === 0 || path !== undefined || text.includes(lower));
};

const texts = new WeakMap<ReachRow | RemovedReach, string>();

/** All that a row says, in lower case. */
function textOf(role: RoleReach, row: ReachRow | RemovedReach): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const { resource } = row;
  const parts = [
    role.title,
    reachingWords[row.can].verb,
    row.service,
    ...row.actions,
    ...(typeof resource === 'string' ? [resource] : resource.allBut),
    row.place.sid ?? '',
    ...('conditions' in row ? [...row.conditions, ...row.to] : []),
  ];
  const text = parts.join(' ').toLowerCase();
  texts.set(row, text);
  return text;
}

/** Actions that no list names are patterns: over services, or of a service that AWS’s lists say nothing of. */
function coversAction(lower: string, { service, actions }: ReachRow): boolean {
  if (service !== '*' && !actions.some(isPattern)) return false;
  return actions.some((text) => {
    const but = /^all but (.*)$/.exec(text)?.[1]?.split(', ');
    const matches = (but ?? [text]).some((pattern) => globsMeet(pattern.toLowerCase(), lower));
    return but ? !matches : matches;
  });
}

/** Whether a resource that is sought can be one of a row: of a kind that its actions are about, and matched by its pattern. */
function canBeOf({ arns, name, isOfType }: Sought, row: ReachRow): boolean {
  if (typeof row.resource === 'string' && !hasWildcard(row.resource))
    return arns.some((arn) => isPattern(arn) && isMatched(arn, row, isOfType));
  if (arns.some((arn) => isMatched(arn, row, isOfType))) return true;
  return name !== undefined && hasNamed(row, name);
}

/** Whether a resource with this name, of a kind that a row is about, can be matched by its pattern. */
function hasNamed(row: ReachRow, name: string): boolean {
  const tail = tailOf(row);
  if (row.types.length === 0 && row.limits.every(({ code }) => code !== 'notOfType'))
    return anywhere(name).some((last) =>
      tail === undefined ? matches(row, `arn:*:*:*:*:${last}`) : globsMeet(last, tail),
    );
  return row.types.some((type) =>
    arnsWithName(type, name).some((arn) =>
      tail === undefined ? matches(row, arn) : globsMeet(lastField(arn), tail),
    ),
  );
}

/** Where a name can be in the last field of an ARN, of a kind of resource that is not known. */
const anywhere = (name: string): readonly string[] => [name, `${name}/*`, `*/${name}`, `*:${name}`];

const tails = new WeakMap<ReachRow, { readonly tail: string | undefined }>();

/** The last field of a row’s pattern. The types of the row meet its other fields, so that only this one is left to compare. */
function tailOf(row: ReachRow): string | undefined {
  const known = tails.get(row);
  if (known) return known.tail;
  const text = typeof row.resource === 'string' ? row.resource : '';
  const isPlain = /^arn:(?:[^:]*:){4}/.test(text) && !text.includes('${');
  const tail = isPlain ? lastField(replaceUnknownText(text, '*')) : undefined;
  tails.set(row, { tail });
  return tail;
}

const lastField = (arn: string): string => arn.split(':').slice(5).join(':');

/** Without one, a pattern matches its own text alone, and that is looked for as text. IAM completes one with too few fields. */
const hasWildcard = (pattern: string): boolean => /[*?$<]/.test(pattern) || pattern.split(':').length < 6;

const isMatched = (arn: string, row: ReachRow, isOfType: Sought['isOfType']): boolean =>
  (row.types.length === 0 || row.types.some((type) => isOfType(arn, type))) && matches(row, arn);

/** Whether an ARN can be of a type: of one search, many rows ask for the same. */
function typeChecker(): Sought['isOfType'] {
  const known = new Map<string, boolean>();
  return (arn, type) => {
    const key = `${arn} ${type}`;
    const found =
      known.get(key) ??
      meetsRead({ text: arn, variables: false }, { text: partsOfType(type).wild, variables: false });
    known.set(key, found);
    return found;
  };
}

function matches({ resource }: ReachRow, arn: string): boolean {
  if (resource === '*') return true;
  if (typeof resource === 'string')
    return meetsRead({ text: arn, variables: false }, { text: resource, variables: true });
  // What only one reading of the fields leaves out can be reached.
  return !resource.allBut.some((text) => globMatcher(text)(arn) && matchesResource(text, arn));
}
