import { builtIn } from '../../library/builtIn.ts';
import { guardrails } from '../../library/guardrails/index.ts';
import type { Variable } from '../../library/variables/variable.ts';
import type { PresetActivity, PresetPersona, Preset } from '../../library/preset.ts';

/** What a preset may name: what is built in, and what the preset adds. */
export interface PresetLibrary {
  readonly preset: Preset;
  readonly variables: ReadonlyMap<string, Variable>;
  readonly placeholders: ReadonlyMap<string, Variable>;
  /** Activities for people and roles that can be offered: built-in ones that are not hidden, and those of the preset. */
  readonly offerable: ReadonlySet<string>;
  readonly activities: ReadonlySet<string>;
  readonly guardrails: ReadonlySet<string>;
  readonly personas: ReadonlySet<string>;
  /** Personas with identity policies: all but the endpoint. */
  readonly identityPersonas: ReadonlySet<string>;
  /** Persona → the activities that it offers. */
  readonly offers: ReadonlyMap<string, ReadonlySet<string>>;
}

export function libraryOf(preset: Preset): PresetLibrary {
  const variables = [...builtIn.variables, ...(preset.variables ?? [])];
  const ofPreset = { activities: idsOf(preset.activities), personas: idsOf(preset.personas) };
  const hidden = new Set(preset.hiddenActivities?.map(({ activity }) => activity));
  const shown = builtIn.activities.filter(({ id, endpoint }) => !endpoint && !hidden.has(id));
  const identity = builtIn.personas.filter(({ kind }) => kind === 'identity');
  return {
    preset,
    variables: new Map(variables.map((variable) => [variable.id, variable])),
    placeholders: new Map(
      variables.flatMap((variable) => variable.placeholders.map((name) => [name, variable] as const)),
    ),
    offerable: new Set([...idsOf(shown), ...ofPreset.activities]),
    activities: new Set([...idsOf(builtIn.activities), ...ofPreset.activities]),
    guardrails: new Set(idsOf(guardrails)),
    personas: new Set([...idsOf(builtIn.personas), ...ofPreset.personas]),
    identityPersonas: new Set([...idsOf(identity), ...ofPreset.personas]),
    offers: new Map(
      [...builtIn.personas, ...(preset.personas ?? [])].map((persona) => [
        persona.id,
        new Set(
          offeredBy(persona, preset.activities)
            .map(({ activity }) => activity)
            .filter((activity) => !hidden.has(activity)),
        ),
      ]),
    ),
  };
}

const idsOf = (entries: readonly { readonly id: string }[] = []): readonly string[] =>
  entries.map(({ id }) => id);

/** Activities that a persona offers under a preset, those in its list first. */
export const offeredBy = (
  persona: Pick<PresetPersona, 'id' | 'activities'>,
  activities: readonly PresetActivity[] = [],
): PresetPersona['activities'] => [
  ...persona.activities,
  ...activities.flatMap(({ id, offeredTo = [] }) =>
    offeredTo
      .filter((offer) => offer.persona === persona.id)
      .map(({ selected }) => ({ activity: id, selected })),
  ),
];

/** Indexes of entries whose name is taken, ignoring case: some names become file names. */
export function repeats<Entry>(
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string,
  taken: Iterable<string> = [],
): readonly number[] {
  const seen = new Set([...taken].map((name) => name.toLowerCase()));
  return entries.flatMap((entry, index) => {
    const name = nameOf(entry).toLowerCase();
    if (seen.has(name)) return [index];
    seen.add(name);
    return [];
  });
}
