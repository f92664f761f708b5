import type { Catalog } from '../../catalog/catalog.ts';
import { matchedActions } from '../../catalog/lookup.ts';
import type { ExactOptions } from '../answer.ts';
import type { ActionFacts } from '../../catalog/service.ts';
import { type Box, type Literal, RESOURCE } from '../question/test.ts';
import type { Tests } from '../question/tests.ts';
import type { Pattern } from '../texts/textPattern.ts';
import type { Token } from '../texts/token.ts';
import { textSet, type ValueSet } from '../values/valueSet.ts';
import { type ActionCase, casesOfActions, matchesAction, type ResourceOf } from './actionCases.ts';

/** The actions that AWS has published, with the resources that each takes. */
export interface PublishedActions {
  /** In lower case. */
  readonly names: readonly string[];
  readonly resourceOf: ResourceOf;
}

/** Each action counts only on resources of its types; actions without types count only on `*`. */
export function publishedActions(catalog: Catalog): PublishedActions {
  const facts = new Map(
    catalog.services.flatMap((prefix) =>
      (catalog.service(prefix)?.actions ?? []).map((action) => [action.name.toLowerCase(), action] as const),
    ),
  );
  return {
    names: [...facts.keys()],
    resourceOf: (action, tests) => {
      const found = facts.get(action);
      return found ? [typesLiteral(found, tests)] : [];
    },
  };
}

const typesLiteral = (facts: ActionFacts, tests: Tests): Literal =>
  tests.literal(RESOURCE, `types ${arnsOf(facts).join(' ')}`, () => setOfTypes(facts));

/** The same actions are in every question. */
const setsOfTypes = new WeakMap<ActionFacts, ValueSet>();

function setOfTypes(facts: ActionFacts): ValueSet {
  const arns = arnsOf(facts);
  const set = setsOfTypes.get(facts) ?? textSet(arns.length === 0 ? [[unit('*')]] : arns.map(typePattern));
  setsOfTypes.set(facts, set);
  return set;
}

const arnsByAction = new WeakMap<ActionFacts, readonly string[]>();

function arnsOf(facts: ActionFacts): readonly string[] {
  const arns =
    arnsByAction.get(facts) ??
    [...new Set(facts.resourceTypes.map(({ arnPattern }) => arnPattern))].toSorted(simplestFirst);
  arnsByAction.set(facts, arns);
  return arns;
}

/** Examples are of the first that will do: a bucket rather than an access point. */
const simplestFirst = (one: string, other: string): number =>
  one.split('${').length - other.split('${').length || (one < other ? -1 : 1);

/** What the resource of an action can be, those that look real first; none where no list has the action. */
export function typicalResources(action: string, { catalog }: ExactOptions, tests: Tests): readonly Box[] {
  const [facts] = (catalog && matchedActions(catalog, action)) ?? [];
  if (!facts) return [];
  const types = typesLiteral(facts, tests);
  const whole = () => textSet(arnsOf(facts).map(wholePattern));
  const real = tests.literal(RESOURCE, `whole types ${arnsOf(facts).join(' ')}`, whole);
  return [...(facts.resourceTypes.length > 0 ? [[types, real]] : []), [types]];
}

/** As `typePattern`, of the usual partition, and with a text in place of every variable. */
const wholePattern = (arn: string): Pattern =>
  typePattern(arn.replace('${Partition}', 'aws')).flatMap((token): readonly Token[] =>
    token.kind === 'run' ? [{ kind: 'one', colons: token.colons }, token] : [token],
  );

/**
 * IAM compares the resource of an action without resource types with nothing but `*`. With `typed`, of others that exist only
 * resources of their types count.
 */
export const resourceInLayers =
  ({ catalog, resources }: ExactOptions): ResourceOf =>
  (action, tests) => {
    const [facts] = (catalog && matchedActions(catalog, action)) ?? [];
    return facts && (resources === 'typed' || facts.resourceTypes.length === 0)
      ? [typesLiteral(facts, tests)]
      : [];
  };

const unit = (units: string): Token => ({ kind: 'unit', units });

/** `${…}` matches any characters, in the first five fields for any but colons. */
function typePattern(arn: string): Pattern {
  let colons = 0;
  return arn.split(/(\$\{[^}]*\})/).flatMap((part, at): readonly Token[] => {
    if (at % 2 === 1) return [{ kind: 'run', colons: colons >= 5 }];
    colons += part.split(':').length - 1;
    return part.split('').map(unit);
  });
}

/** The published actions in a box: those that are in the same boxes, on the same resources, are one case. */
export function publishedCases(
  box: Box,
  boxes: readonly Box[],
  { names, resourceOf }: PublishedActions,
  tests: Tests,
): readonly ActionCase[] {
  return casesOfActions(
    names.filter((action) => matchesAction(box, action)),
    boxes,
    tests,
    resourceOf,
  );
}

/** Services that the actions of policies may be of and whose data is not there, by prefix. */
export function servicesNotLoaded(actions: readonly string[], catalog: Catalog): readonly string[] {
  const missing = catalog.services.filter((prefix) => catalog.service(prefix) === undefined);
  if (missing.length === 0) return [];
  const prefixes = actions.map((action) => action.split(':')[0]?.toLowerCase() ?? '');
  if (prefixes.some((prefix) => /[*?]/.test(prefix))) return missing;
  return missing.filter((prefix) => prefixes.includes(prefix));
}
