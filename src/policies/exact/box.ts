import { coversAction } from '../language/subsumes.ts';
import { listOf, type OneOrMany, type Principal, type Statement } from '../language/policy.ts';
import { type ConditionClause, readClause } from '../simulate/conditions/clause.ts';
import { impliesClause } from './clauseCover.ts';
import { coversResourcePattern } from './resourceCover.ts';

/** Texts of a list, or everything but what they name. */
interface Patterns {
  readonly except: boolean;
  readonly texts: readonly string[];
}

/** A statement as the requests that it matches: one set of principals, actions and resources each, under all its conditions. */
export interface Box {
  /** The same text means the same box. */
  readonly key: string;
  readonly effect: Statement['Effect'];
  readonly principals: Patterns;
  readonly actions: Patterns;
  readonly resources: Patterns;
  readonly clauses: readonly ConditionClause[];
  /** Whether `${…}` in it is a policy variable. */
  readonly variables: boolean;
  /** What it was made from. */
  readonly statement: Statement;
}

const EVERYTHING: Patterns = { except: true, texts: [] };

/** A statement of the right shape as a box. */
export function boxOf(statement: Statement, variables: boolean): Box {
  const { Sid: _, ...content } = statement;
  const { Effect, Action, NotAction, Resource, NotResource, Condition = {} } = content;
  return {
    key: `${variables} ${JSON.stringify(content)}`,
    effect: Effect,
    principals: principalsOf(statement),
    actions: patternsOf(Action, NotAction),
    resources: patternsOf(Resource, NotResource),
    clauses: Object.entries(Condition).flatMap(([operator, keys]) =>
      Object.entries(keys).flatMap(
        ([key, values]) => readClause(operator, key, [values].flat().map(String), variables) ?? [],
      ),
    ),
    variables,
    statement,
  };
}

function patternsOf(named: OneOrMany | undefined, except: OneOrMany | undefined): Patterns {
  if (named !== undefined) return { except: false, texts: [...new Set(listOf(named))] };
  return { except: true, texts: [...new Set(listOf(except))] };
}

function principalsOf({ Principal, NotPrincipal }: Statement): Patterns {
  if (NotPrincipal !== undefined) return { except: true, texts: namesOf(NotPrincipal) };
  return Principal === undefined ? EVERYTHING : { except: false, texts: namesOf(Principal) };
}

/** `*` under AWS is everybody, as the bare text is. */
function namesOf(principal: Principal): readonly string[] {
  if (typeof principal === 'string') return [principal];
  return Object.entries(principal).flatMap(([kind, names]: readonly [string, OneOrMany]) =>
    listOf(names).map((name) => (kind === 'AWS' && name === '*' ? '*' : `${kind} ${name}`)),
  );
}

/** What one comparison may cost, in pairs of texts. Only lists made to be slow come near. */
export class Budget {
  left = 200_000;

  spend(pairs: number): boolean {
    this.left -= pairs;
    return this.left >= 0;
  }
}

/**
 * Whether boxes together contain every request of a box. Sound: true only where it is so; where it is so, false
 * when that takes more than one look at each part of the box, or more than the budget.
 */
export function isBoxCovered(box: Box, by: readonly Box[], budget: Budget): boolean {
  if (by.some(({ key }) => key === box.key) || by.some((wide) => coversBox(wide, box, budget))) return true;
  const parts = by.length > 1 && budget.left > 0 ? partsOf(box) : [];
  return parts.length > 1 && parts.every((part) => isBoxCovered(part, by, budget));
}

/** The box cut along the first of its lists that has several entries. */
function partsOf(box: Box): readonly Box[] {
  for (const side of ['principals', 'actions', 'resources'] as const) {
    const { except, texts } = box[side];
    if (!except && texts.length > 1)
      return texts.map((text) => ({ ...box, key: '', [side]: { except, texts: [text] } }));
  }
  return [];
}

function coversBox(wide: Box, narrow: Box, budget: Budget): boolean {
  const denied = wide.effect === 'Deny' && narrow.effect === 'Deny';
  const resource: Covers = (one, other) =>
    coversResourcePattern(
      { text: one, variables: wide.variables },
      { text: other, variables: narrow.variables },
    );
  return (
    coversPatterns(wide.actions, narrow.actions, coversAction, isEveryAction, budget) &&
    coversPatterns(wide.principals, narrow.principals, denied ? coversDenied : coversName, isStars, budget) &&
    coversPatterns(wide.resources, narrow.resources, resource, isStars, budget) &&
    wide.clauses.every((needed) => narrow.clauses.some((given) => impliesClause(given, needed)))
  );
}

type Covers = (wide: string, narrow: string) => boolean;

/** Of named texts each must be covered by one; of texts that are left out the wider leaves out nothing that the other names. */
function coversPatterns(
  wide: Patterns,
  narrow: Patterns,
  covers: Covers,
  isAll: (text: string) => boolean,
  budget: Budget,
): boolean {
  if (wide.except ? wide.texts.length === 0 : wide.texts.some(isAll)) return true;
  if (wide.except !== narrow.except) return false;
  const [few, many] = wide.except ? [wide.texts, narrow.texts] : [narrow.texts, wide.texts];
  const same = new Set(many);
  return few.every(
    (text) =>
      (same.has(text) && covers(text, text)) ||
      (budget.spend(many.length) && many.some((other) => covers(other, text))),
  );
}

const isStars = (text: string): boolean => /^\*+$/.test(text);

/** Every action has a service and a name. */
const isEveryAction = (text: string): boolean => /^\*+(?::\*+)?$/.test(text);

const coversName: Covers = (wide, narrow) => wide === narrow;

/** A role that is denied is denied in each of its sessions. Of an Allow it makes a difference who of the two is named. */
const coversDenied: Covers = (wide, narrow) => {
  if (wide === narrow) return true;
  const [, partition, account, role] = SESSION.exec(narrow) ?? [];
  return role !== undefined && wide === `AWS arn:${partition}:iam::${account}:role/${role}`;
};

const SESSION = /^AWS arn:([^:]+):sts::(\d{12}):assumed-role\/([^/]+)\//;
