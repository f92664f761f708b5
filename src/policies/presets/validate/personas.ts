import { builtIn } from '../../library/builtIn.ts';
import type { Path } from '../../language/policy.ts';
import { personaTests } from '../../library/accessTests/index.ts';
import type { AccessTest } from '../../library/accessTests/accessTest.ts';
import { findTrustForm } from '../../library/trust/index.ts';
import { placeholderProblems } from './activities.ts';
import { optionValueProblems } from './guardrails.ts';
import { type PresetLibrary, offeredBy, repeats } from './presetLibrary.ts';
import { entryOf, type LinkedKind, type PresetPersona } from '../../library/preset.ts';
import { type FieldProblem, problem } from '../problems.ts';

/** Documents are called after their persona, or so; parts of one that was split have a number behind a dash. */
const ofDocuments = /^(?:merged|boundary|serviceControl|resourceControl)$|(?:Trust|Endpoint)$|-/i;

/** Personas of the preset: free names and marks, trust forms, roles and activities that exist. */
export function presetPersonaProblems(library: PresetLibrary): readonly FieldProblem[] {
  const personas = library.preset.personas ?? [];
  const taken = (nameOf: (persona: PresetPersona) => string) =>
    repeats(personas, nameOf, builtIn.personas.map(nameOf));
  return [
    ...taken(({ id }) => id).map((index) =>
      problem(['personas', index, 'id'], 'is the ID of another persona'),
    ),
    ...taken(({ mark }) => mark).map((index) =>
      problem(['personas', index, 'mark'], 'is the mark of another persona'),
    ),
    ...taken(({ id, roleVariable }) => roleVariable ?? ` ${id}`).map((index) =>
      problem(['personas', index, 'roleVariable'], 'is the role of another persona'),
    ),
    ...personas.flatMap((persona, index) => personaProblems(persona, ['personas', index], library)),
    ...offerProblems(library),
  ];
}

const personaProblems = (
  persona: PresetPersona,
  path: Path,
  library: PresetLibrary,
): readonly FieldProblem[] => [
  ...idProblems(persona, path),
  ...roleVariableProblems(persona, path, library),
  ...trustProblems(persona, path),
  ...persona.activities.flatMap(({ activity }, index) =>
    library.offerable.has(activity)
      ? []
      : [
          problem(
            [...path, 'activities', index, 'activity'],
            'isn’t the ID of an available activity for roles',
          ),
        ],
  ),
];

const idProblems = ({ id }: PresetPersona, path: Path): readonly FieldProblem[] =>
  ofDocuments.test(id)
    ? [
        problem(
          [...path, 'id'],
          'must not contain a hyphen, end in Trust or Endpoint, or be merged, boundary, serviceControl, or resourceControl, which are reserved',
        ),
      ]
    : [];

function roleVariableProblems(
  { roleVariable }: PresetPersona,
  path: Path,
  library: PresetLibrary,
): readonly FieldProblem[] {
  const isRole = roleVariable === undefined || library.variables.get(roleVariable)?.kind === 'roleArn';
  return isRole ? [] : [problem([...path, 'roleVariable'], 'isn’t the ID of a variable of kind roleArn')];
}

const trustProblems = ({ trust }: PresetPersona, path: Path): readonly FieldProblem[] => [
  ...repeats(trust, ({ form }) => form).map((index) =>
    problem([...path, 'trust', index, 'form'], 'is listed twice'),
  ),
  ...trust.flatMap(({ form, defaults = {} }, index) => {
    const found = findTrustForm(form);
    if (!found) return [problem([...path, 'trust', index, 'form'], 'isn’t the ID of a trust form')];
    return optionValueProblems(defaults, found.options, [...path, 'trust', index, 'defaults']);
  }),
];

/** A persona offers an activity once, the person who says so. */
function offerProblems({ preset }: PresetLibrary): readonly FieldProblem[] {
  return (preset.personas ?? []).flatMap((persona, index) =>
    repeats(offeredBy(persona, preset.activities), ({ activity }) => activity).map((place) =>
      problem(['personas', index, 'activities', place], 'lists an activity twice'),
    ),
  );
}

/** Tests of the preset belong to a persona that is a role, and use what exists in the library. */
export function presetTestProblems(library: PresetLibrary): readonly FieldProblem[] {
  return Object.entries(library.preset.proofs ?? {}).flatMap(([persona, proofs]) => {
    if (!library.identityPersonas.has(persona))
      return [problem(['proofs', persona], 'isn’t the ID of a persona with a role')];
    const taken = entryOf(personaTests, persona)?.map(({ id }) => id) ?? [];
    return [
      ...repeats(proofs, ({ id }) => id, taken).map((index) =>
        problem(['proofs', persona, index, 'id'], 'is the ID of another test'),
      ),
      ...proofs.flatMap((test, index) => problemsOfTest(test, persona, index, library)),
    ];
  });
}

function problemsOfTest(
  test: AccessTest,
  persona: string,
  index: number,
  library: PresetLibrary,
): readonly FieldProblem[] {
  const path = ['proofs', persona, index];
  const { trust, prefix, resource, caller = '', context } = test;
  const texts = [
    { text: resource, path: [...path, 'resource'] },
    { text: caller, path: [...path, 'caller'] },
    ...Object.entries(context).flatMap(([key, values]) =>
      [key, ...[values].flat()].map((text) => ({ text, path: [...path, 'context', key] })),
    ),
  ];
  return [
    ...activityProblems(test, persona, [...path, 'activity'], library),
    ...(trust !== undefined && !findTrustForm(trust)
      ? [problem([...path, 'trust'], 'isn’t the ID of a trust form')]
      : []),
    ...(prefix !== undefined && !library.placeholders.has(prefix)
      ? [problem([...path, 'prefix'], 'isn’t a placeholder name without brackets')]
      : []),
    ...texts.flatMap((entry) => placeholderProblems(entry, library, () => true)),
  ];
}

/** A call that must be allowed by an activity that the persona doesn’t offer would never be tested; one that must be denied is. */
function activityProblems(
  { activity, expect, attachedTo }: AccessTest,
  persona: string,
  path: Path,
  { activities, offers }: PresetLibrary,
): readonly FieldProblem[] {
  if (activity === undefined || offers.get(persona)?.has(activity)) return [];
  if (!activities.has(activity)) return [problem(path, 'isn’t the ID of an activity')];
  const isTested = expect === 'denied' && attachedTo === undefined;
  return isTested ? [] : [problem(path, 'isn’t an activity that the persona offers')];
}

/** Links belong to something that exists. */
export function linkProblems(library: PresetLibrary): readonly FieldProblem[] {
  const exists: Readonly<Record<LinkedKind, { has(id: string): boolean }>> = library;
  const kinds: readonly LinkedKind[] = ['variables', 'activities', 'guardrails', 'personas'];
  return kinds.flatMap((kind) =>
    Object.keys(library.preset.links?.[kind] ?? {}).flatMap((id) =>
      exists[kind].has(id) ? [] : [problem(['links', kind, id], 'isn’t a known ID')],
    ),
  );
}
