import type { Draft, Limits } from '../model/draft.ts';
import type { Activity } from './activities/activity.ts';
import type { Persona } from './personas/persona.ts';
import type { Preset } from './preset.ts';
import type { Variable } from './variables/variable.ts';

/** What a draft can choose from, and what holds for it: the built-in library, or what the preset of an organization makes of it. */
export interface Ruleset {
  /** The preset that the library was changed by; nothing for the built-in library. */
  readonly preset: Preset | null;
  /** In the order in which documents hold their statements; those of the organization come last. */
  readonly personas: readonly Persona[];
  /** Without those that the preset hides; those of the organization come last. */
  readonly activities: readonly Activity[];
  /** In the order in which the page asks for their values; those of the organization come last. */
  readonly variables: readonly Variable[];
  /** The values of a new draft. */
  readonly startingValues: Draft['variables'];
  /** What the preset decides about the delivery of limits. */
  readonly delivery: Partial<Omit<Limits, 'chosen'>>;
  /** Look-ups, made from the lists above. */
  readonly personaById: ReadonlyMap<string, Persona>;
  readonly activityById: ReadonlyMap<string, Activity>;
  readonly variableById: ReadonlyMap<string, Variable>;
  /** By the name of a placeholder, without its brackets. */
  readonly variableByPlaceholder: ReadonlyMap<string, Variable>;
  /** Activities that several personas offer: the Sids of their statements name the persona. */
  readonly sharedActivities: ReadonlySet<string>;
}

type Lists = Omit<
  Ruleset,
  'personaById' | 'activityById' | 'variableById' | 'variableByPlaceholder' | 'sharedActivities'
>;

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

/** A ruleset of these lists, with its look-ups. */
export const rulesetFrom = (lists: Lists): Ruleset => ({
  ...lists,
  personaById: byId(lists.personas),
  activityById: byId(lists.activities),
  variableById: byId(lists.variables),
  variableByPlaceholder: new Map(
    lists.variables.flatMap((variable) => variable.placeholders.map((name) => [name, variable] as const)),
  ),
  sharedActivities: new Set(
    lists.personas
      .flatMap((persona) => persona.activities.map(({ activity }) => activity))
      .filter((activity, index, all) => all.indexOf(activity) !== index),
  ),
});

/** The persona with this id, or nothing. */
export const findPersona = (id: string, ruleset: Ruleset): Persona | undefined => ruleset.personaById.get(id);

/** The activity with this id, or nothing. */
export const findActivity = (id: string, ruleset: Ruleset): Activity | undefined =>
  ruleset.activityById.get(id);

/** The variable with this id, or nothing. */
export const findVariable = (id: string, ruleset: Ruleset): Variable | undefined =>
  ruleset.variableById.get(id);

/** The variable that a placeholder (`ACCOUNT_ID`, without brackets) belongs to, or nothing. */
export const variableOfPlaceholder = (name: string, ruleset: Ruleset): Variable | undefined =>
  ruleset.variableByPlaceholder.get(name);

/** Whether a placeholder, as written, is one of a variable of the page. */
export const isVariablePlaceholder = (written: string, ruleset: Ruleset): boolean =>
  variableOfPlaceholder(written.slice(1, -1), ruleset) !== undefined;

/** What a person reads in place of a placeholder (without brackets): the name of its field; the placeholder where it has none. */
export const labelOfPlaceholder = (name: string, ruleset: Ruleset): string =>
  variableOfPlaceholder(name, ruleset)?.label ?? `<${name}>`;
