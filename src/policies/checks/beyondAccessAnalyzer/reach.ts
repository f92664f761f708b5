import { hasPlaceholder, replaceUnknownText } from '../../language/placeholder.ts';
import { arnAskedOn, typesBeside } from '../../catalog/corrections.ts';
import type { ActionFacts, ResourceType } from '../../catalog/service.ts';
import { type Arn, readArn } from '../../language/arn.ts';
import { matchGlob } from '../../language/glob.ts';
import type { CheckedStatement } from '../checkedStatement.ts';
import type { TextEntry } from '../../language/textEntries.ts';

/** An ARN as patterns of its fields; the partition is left out. */
interface ArnPattern {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
  /** Region or account is a value still to be given, so that it will not be empty. */
  readonly toBeFilled: boolean;
}

const ANY = '*';
/** Matches a run of characters without a slash. */
const SEGMENT = '\u0001';

/** Text that depends on the request, or on a missing value, may be anything. */
export const unknownAsWildcard = (text: string): string => replaceUnknownText(text, ANY).replaceAll('?', ANY);

const fieldsOf = (arn: Arn, open: (text: string) => string): ArnPattern => ({
  service: open(arn.service),
  region: open(arn.region),
  account: open(arn.account),
  resource: open(arn.resource),
  toBeFilled: hasPlaceholder(`${arn.region} ${arn.account}`),
});

/** A bucket's name has no slash; the ARN of an object has one. */
const openedTemplate = (text: string): string =>
  text.replaceAll('${BucketName}', SEGMENT).replaceAll(/\$\{[^}]*\}/g, ANY);

const templates = new Map<string, ArnPattern | null>();

function templateOf({ arnPattern }: ResourceType): ArnPattern | null {
  const cached = templates.get(arnPattern);
  if (cached !== undefined) return cached;
  const arn = readArn(arnPattern);
  const template = arn ? fieldsOf(arn, openedTemplate) : null;
  templates.set(arnPattern, template);
  return template;
}

const isWild = (character: string | undefined): boolean => character === ANY || character === SEGMENT;

/** The text before the first wildcard. */
const startOf = (pattern: string): string => {
  const at = pattern.search(/[*\u0001]/);
  return at === -1 ? pattern : pattern.slice(0, at);
};

/** What begins differently cannot meet; most pairs end here. */
function beginAlike(one: string, other: string): boolean {
  const [start, their] = [startOf(one), startOf(other)];
  return start.startsWith(their) || their.startsWith(start);
}

/**
 * Whether some text matches both patterns, where `*` is any run of characters. Time is bounded by the product of both
 * lengths: every pair of places is looked at once.
 */
export function canMeet(one: string, other: string): boolean {
  if (one === other || one === ANY || other === ANY) return true;
  if (!beginAlike(one, other)) return false;
  let row = new Set([0]);
  spread(row, other);
  for (const character of one) {
    row = isWild(character) ? stepWild(character, row, other) : step(character, row, other);
    if (row.size === 0) return false;
  }
  return row.has(other.length);
}

/** Places of the other pattern that are reached without any character. */
function spread(places: Set<number>, other: string): void {
  for (const place of places) if (isWild(other[place])) places.add(place + 1);
}

function step(character: string, places: ReadonlySet<number>, other: string): Set<number> {
  const next = new Set<number>();
  for (const place of places) {
    const theirs = other[place];
    if (theirs === character) next.add(place + 1);
    else if (theirs === ANY || (theirs === SEGMENT && character !== '/')) next.add(place);
  }
  spread(next, other);
  return next;
}

/** A wildcard may stand for all that follows in the other pattern; one without slashes, up to the next slash. */
function stepWild(wildcard: string, places: ReadonlySet<number>, other: string): Set<number> {
  const first = Math.min(...places);
  if (wildcard === ANY) {
    const rest = Array.from({ length: other.length - first + 1 }, (_, index) => first + index);
    return new Set(rest);
  }
  const next = new Set<number>();
  for (const place of places) {
    const slash = other.indexOf('/', place);
    for (let at = place; at <= (slash === -1 ? other.length : slash); at += 1) next.add(at);
  }
  spread(next, other);
  return next;
}

/** An access point of several Regions has none in its ARN. */
const hasManyRegions = ({ service, resource }: ArnPattern): boolean =>
  service === 's3' && resource.startsWith('accesspoint/');

/** The Region of a type that has one is never empty. The account is, for what AWS owns. */
const fits = (field: string, template: string): boolean =>
  field === '' ? template === '' : canMeet(field, template);

function meetsType(arn: ArnPattern, type: ResourceType): boolean {
  const template = templateOf(type);
  if (!template) return true;
  if (arn.toBeFilled && template.region === '' && template.account === '') return false;
  return (
    canMeet(arn.service, template.service) &&
    (hasManyRegions(arn) || fits(arn.region, template.region)) &&
    canMeet(arn.account, template.account) &&
    canMeet(arn.resource, template.resource)
  );
}

export const isEverything = ({ text }: TextEntry): boolean => /^\*+$/.test(text);

type MeetsType = (type: ResourceType) => boolean;

const meetsTypeByText = new Map<string, MeetsType>();
/** Limits the cache: real policies name the same resources again and again. */
const MAX_CACHED_TEXTS = 5000;

/** Whether an ARN can be of a type. An entry that is no ARN counts as being of every type: it is reported elsewhere. */
function meetsTypes(text: string): MeetsType {
  const cached = meetsTypeByText.get(text);
  if (cached) return cached;
  const arn = isOpenText(text) ? undefined : readArn(text);
  const pattern = arn && fieldsOf(arn, unknownAsWildcard);
  const answers = new Map<string, boolean>();
  const meets: MeetsType = (type) => {
    const before = answers.get(type.arnPattern);
    if (before !== undefined) return before;
    const found = !pattern || meetsType(pattern, type);
    answers.set(type.arnPattern, found);
    return found;
  };
  if (meetsTypeByText.size < MAX_CACHED_TEXTS) meetsTypeByText.set(text, meets);
  return meets;
}

/**
 * Whether a request for an action can have a resource that one of the entries names. An action without resource types is
 * only ever asked for on `*`.
 */
export function reachOf(resources: readonly TextEntry[]): (action: ActionFacts) => boolean {
  if (resources.some(({ text }) => isOpenText(text) || !readArn(text))) return () => true;
  const entries = resources.map(({ text }) => meetsTypes(text));
  return ({ name, resourceTypes }) =>
    [...resourceTypes, ...typesBeside(name)].some((type) => entries.some((meets) => meets(type))) ||
    isAskedOnOne(name, resources);
}

/** Whether an entry matches the ARN on which AWS asks for an action without resource types. */
function isAskedOnOne(action: string, resources: readonly TextEntry[]): boolean {
  const asked = readArn(arnAskedOn(action)?.replaceAll(/\$\{[^}]*\}/g, ANY) ?? '');
  if (!asked) return false;
  return resources.some(({ text }) => {
    const arn = readArn(unknownAsWildcard(text));
    // A missing name is that of one resource, not of all.
    const named = readArn(replaceUnknownText(text, 'x'))?.resource;
    return (
      arn !== undefined &&
      named !== undefined &&
      canMeet(arn.service, asked.service) &&
      canMeet(arn.region, asked.region) &&
      canMeet(arn.account, asked.account) &&
      matchGlob(named, asked.resource)
    );
  });
}

/** The types of an action that one of the entries can be of; of all of them where an entry may become any ARN. */
export function typesMet(
  action: ActionFacts,
  resources: readonly Pick<TextEntry, 'text'>[],
): ReadonlySet<string> {
  const isOpen = resources.some((entry) => isOpenText(entry.text) || !readArn(entry.text));
  const entries = resources.map(({ text }) => meetsTypes(text));
  return new Set(
    action.resourceTypes
      .filter((type) => isOpen || entries.some((meets) => meets(type)))
      .map(({ name }) => name),
  );
}

/** A text that begins with a variable or wildcard may become any ARN. */
const isOpenText = (text: string): boolean => /^(?:[*?<]|\$\{)/.test(text);

/** Resources that the statement lists; nothing where it covers all resources, or all but some. */
export function namedResources(statement: CheckedStatement): readonly TextEntry[] | undefined {
  const { resources, elements } = statement;
  if (elements.has('NotResource') || resources.length === 0 || resources.some(isEverything)) return undefined;
  return resources;
}
