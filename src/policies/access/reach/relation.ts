import { coversResourcePattern } from '../../exact/resourceCover.ts';
import { meetsRead } from '../../exact/resourceMeet.ts';
import { isPattern } from '../../language/glob.ts';
import { globsMeet } from '../../language/globsMeet.ts';
import { listOf } from '../../language/policy.ts';
import { coversAction } from '../../language/subsumes.ts';
import type { PreparedStatement } from '../../simulate/preparedStatement.ts';

/** How much of what is asked a statement applies to. `all` and `none` are certain; `part` is everything else. */
export type Relation = 'all' | 'part' | 'none';

/** The resources of a grant: what a pattern matches, all but what some match, or none, for calls that name no resource. */
export type Target =
  | { readonly kind: 'none' }
  | { readonly kind: 'pattern'; readonly text: string; readonly variables: boolean }
  | { readonly kind: 'allBut'; readonly texts: readonly string[]; readonly variables: boolean };

/** Combines the answers for two parts of a request, such as action and resource: the statement has to apply to both. */
export function least(one: Relation, other: Relation): Relation {
  if (one === 'none' || other === 'none') return 'none';
  return one === 'all' && other === 'all' ? 'all' : 'part';
}

const opposite = (relation: Relation): Relation =>
  relation === 'all' ? 'none' : relation === 'none' ? 'all' : 'part';

/** How much of an action, or of a pattern of actions, a statement names. */
export function actionRelation(prepared: PreparedStatement, action: string): Relation {
  const lower = action.toLowerCase();
  if (!isPattern(lower)) return prepared.action(lower) ? 'all' : 'none';
  const { Action, NotAction } = prepared.statement;
  const named = namedActions(listOf(Action ?? NotAction), lower);
  return Action === undefined ? opposite(named) : named;
}

function namedActions(patterns: readonly string[], lower: string): Relation {
  if (patterns.some((pattern) => coversAction(pattern, lower))) return 'all';
  return patterns.some((pattern) => globsMeet(pattern.toLowerCase(), lower)) ? 'part' : 'none';
}

/** How much of the resources of a grant a statement names. A policy without a resource is about the one that it is attached to. */
export function resourceRelation(prepared: PreparedStatement, target: Target): Relation {
  const { Resource, NotResource } = prepared.statement;
  if (Resource === undefined && NotResource === undefined) return 'part';
  const texts = listOf(Resource ?? NotResource);
  const named = namedResources(texts, prepared.withVariables, target);
  return Resource === undefined ? opposite(named) : named;
}

const isStars = (text: string): boolean => /^\*+$/.test(text);

function namedResources(texts: readonly string[], variables: boolean, target: Target): Relation {
  if (texts.some(isStars)) return 'all';
  if (target.kind === 'none') return mayBeStars(texts) ? 'part' : 'none';
  if (target.kind === 'pattern') return namedPattern(texts, variables, target);
  const left = target.texts.map((text) => ({ text, variables: target.variables }));
  const isLeftOut = (text: string) => left.some((other) => coversResourcePattern(other, { text, variables }));
  return texts.every(isLeftOut) ? 'none' : 'part';
}

/** A missing value or variable could be the star that calls without a resource need. */
const mayBeStars = (texts: readonly string[]): boolean =>
  texts.some((text) => /^(?:\*|\$\{[^}]*\}|<\w+>)+$/.test(text));

function namedPattern(
  texts: readonly string[],
  variables: boolean,
  target: { readonly text: string; readonly variables: boolean },
): Relation {
  const patterns = texts.map((text) => ({ text, variables }));
  if (patterns.some((pattern) => coversResourcePattern(pattern, target))) return 'all';
  return patterns.some((pattern) => meetsRead(pattern, target)) ? 'part' : 'none';
}
