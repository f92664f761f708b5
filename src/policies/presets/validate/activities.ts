import { builtIn } from '../../library/builtIn.ts';
import type { StatementTemplate } from '../../library/activities/activity.ts';
import type { Path } from '../../language/policy.ts';
import { guardrails } from '../../library/guardrails/index.ts';
import type { Variable, VariableGroup } from '../../library/variables/variable.ts';
import { optionValueProblems } from './guardrails.ts';
import { type PresetLibrary, repeats } from './presetLibrary.ts';
import type { PresetActivity } from '../../library/preset.ts';
import { type FieldProblem, problem } from '../problems.ts';

/** Activities that are hidden must be there, and each is hidden once. */
export function hiddenProblems({ preset }: PresetLibrary): readonly FieldProblem[] {
  const hidden = preset.hiddenActivities ?? [];
  const ours = new Set(builtIn.activities.map(({ id }) => id));
  return [
    ...repeats(hidden, ({ activity }) => activity).map((index) =>
      problem(['hiddenActivities', index, 'activity'], 'is listed twice'),
    ),
    ...hidden.flatMap(({ activity }, index) =>
      ours.has(activity)
        ? []
        : [problem(['hiddenActivities', index, 'activity'], 'isn’t the ID of a built-in activity')],
    ),
  ];
}

/** Activities of the preset: free names, and statements that can be composed. */
export function presetActivityProblems(library: PresetLibrary): readonly FieldProblem[] {
  const activities = library.preset.activities ?? [];
  const ids = repeats(
    activities,
    ({ id }) => id,
    builtIn.activities.map(({ id }) => id),
  );
  return [
    ...ids.map((index) => problem(['activities', index, 'id'], 'is the ID of another activity')),
    ...sidProblems(activities),
    ...activities.flatMap((activity, index) => activityProblems(activity, ['activities', index], library)),
  ];
}

/** Findings, tests and edits tell statements apart by their Sids. */
function sidProblems(activities: readonly PresetActivity[]): readonly FieldProblem[] {
  const sids = activities.flatMap(({ hardened }, index) =>
    hardened.map(({ Sid }, place) => ({ Sid, path: ['activities', index, 'hardened', place, 'Sid'] })),
  );
  const taken = [
    ...builtIn.activities.flatMap(({ hardened = [], published = [] }) => [...hardened, ...published]),
    ...guardrails.flatMap(({ deny, allow, resourceControl = [] }) => [...deny, ...allow, ...resourceControl]),
  ].map(({ Sid }) => Sid);
  return repeats(sids, ({ Sid }) => Sid, [...taken, 'Ceiling', 'Exemption', 'DenyChangingBoundaries']).map(
    (index) => problem(sids[index]?.path ?? [], 'is the Sid of another statement'),
  );
}

const activityProblems = (
  activity: PresetActivity,
  path: Path,
  library: PresetLibrary,
): readonly FieldProblem[] => [
  ...optionProblems(activity, path),
  ...activity.hardened.flatMap((template, index) =>
    templateProblems(template, activity, [...path, 'hardened', index], library),
  ),
  ...differenceProblems(activity, path),
  ...offeredToProblems(activity, path, library),
];

const optionProblems = ({ options = [] }: PresetActivity, path: Path): readonly FieldProblem[] => [
  ...repeats(options, ({ id }) => id).map((index) =>
    problem([...path, 'options', index, 'id'], 'is the ID of another option'),
  ),
  ...options.flatMap((option, index) =>
    optionValueProblems({ [option.id]: option.default }, [option], []).map(({ rule }) =>
      problem([...path, 'options', index, 'default'], rule),
    ),
  ),
];

/** A difference to the guide names the statements in which it is. */
function differenceProblems(
  { differences = [], hardened }: PresetActivity,
  path: Path,
): readonly FieldProblem[] {
  const sids = new Set(hardened.map(({ Sid }) => Sid));
  return differences.flatMap(({ statements }, index) =>
    statements.flatMap((sid, place) =>
      sids.has(sid)
        ? []
        : [
            problem(
              [...path, 'differences', index, 'statements', place],
              'isn’t the Sid of a statement in this activity',
            ),
          ],
    ),
  );
}

const offeredToProblems = (
  { offeredTo = [] }: PresetActivity,
  path: Path,
  library: PresetLibrary,
): readonly FieldProblem[] => [
  ...repeats(offeredTo, ({ persona }) => persona).map((index) =>
    problem([...path, 'offeredTo', index, 'persona'], 'is listed twice'),
  ),
  ...offeredTo.flatMap(({ persona }, index) =>
    library.identityPersonas.has(persona)
      ? []
      : [problem([...path, 'offeredTo', index, 'persona'], 'isn’t the ID of a persona with a role')],
  ),
];

function templateProblems(
  template: StatementTemplate,
  { options = [] }: PresetActivity,
  path: Path,
  library: PresetLibrary,
): readonly FieldProblem[] {
  const { forEach, having, when = {} } = template;
  const bound = forEach === undefined ? undefined : library.variables.get(forEach);
  const partOfBound = having && bound?.placeholders.includes(having.placeholder);
  return [
    ...optionValueProblems(when, options, [...path, 'when']),
    ...(forEach !== undefined && !(bound && isAskedFor(bound))
      ? [problem([...path, 'forEach'], 'isn’t the ID of a variable for activities')]
      : []),
    ...(having && !partOfBound
      ? [problem([...path, 'having', 'placeholder'], 'isn’t a placeholder of the variable in forEach')]
      : []),
    ...textsWithPaths(template, path).flatMap((entry) => placeholderProblems(entry, library, isAskedFor)),
  ];
}

/** The steps of guardrails and trust ask for their values, and a built-in activity for read actions. */
const elsewhere: ReadonlySet<VariableGroup> = new Set(['limits', 'trust', 'console']);
const isAskedFor = ({ group }: Variable): boolean => !elsewhere.has(group);

interface TextAt {
  readonly text: string;
  readonly path: Path;
}

function textsWithPaths({ Resource = [], Condition = {} }: StatementTemplate, path: Path): readonly TextAt[] {
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).flatMap(([key, values]) => {
      const at = [...path, 'Condition', operator, key];
      return [{ text: key, path: at }, ...values.map((text, index) => ({ text, path: [...at, index] }))];
    }),
  );
  return [...Resource.map((text, index) => ({ text, path: [...path, 'Resource', index] })), ...conditions];
}

/** A placeholder without a variable would stay in the policy, and nothing would report it. */
export function placeholderProblems(
  { text, path }: TextAt,
  { placeholders }: PresetLibrary,
  isAllowed: (variable: Variable) => boolean,
): readonly FieldProblem[] {
  const names = [...text.matchAll(/<([^<>]*)>/g)].map(([, name = '']) => name);
  const unknown = names.find((name) => {
    const variable = placeholders.get(name);
    return !variable || !isAllowed(variable);
  });
  if (unknown !== undefined) return [problem(path, `has <${unknown}>, which isn’t a valid placeholder here`)];
  const left = text.replaceAll(/<[^<>]*>/g, '');
  return /[<>]/.test(left) ? [problem(path, 'has < or > outside of a placeholder')] : [];
}
