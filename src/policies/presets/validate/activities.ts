import { builtIn } from '../../library/ruleset.ts';
import type { StatementTemplate } from '../../library/activities/activity.ts';
import type { Path } from '../../language/policy.ts';
import { guardrails } from '../../library/guardrails/index.ts';
import type { Variable, VariableGroup } from '../../library/variables/variable.ts';
import { chosenProblems } from './guardrails.ts';
import { type PresetLibrary, repeats } from './presetLibrary.ts';
import type { PresetActivity } from '../../library/preset.ts';
import { type FieldProblem, problem } from '../problems.ts';

/** Activities that are hidden must be there, and each is hidden once. */
export function hiddenProblems({ preset }: PresetLibrary): readonly FieldProblem[] {
  const hidden = preset.hiddenActivities ?? [];
  const ours = new Set(builtIn.activities.map(({ id }) => id));
  return [
    ...repeats(hidden, ({ activity }) => activity).map((index) =>
      problem(['hiddenActivities', index, 'activity'], 'is hidden twice'),
    ),
    ...hidden.flatMap(({ activity }, index) =>
      ours.has(activity)
        ? []
        : [problem(['hiddenActivities', index, 'activity'], 'is not the id of an activity of the page')],
    ),
  ];
}

/** Own activities: free names, and statements that can be composed. */
export function ownActivityProblems(known: PresetLibrary): readonly FieldProblem[] {
  const own = known.preset.activities ?? [];
  const ids = repeats(
    own,
    ({ id }) => id,
    builtIn.activities.map(({ id }) => id),
  );
  return [
    ...ids.map((index) => problem(['activities', index, 'id'], 'is the id of another activity')),
    ...sidProblems(own),
    ...own.flatMap((activity, index) => activityProblems(activity, ['activities', index], known)),
  ];
}

/** Findings, proofs and edits tell statements apart by their Sids. */
function sidProblems(own: readonly PresetActivity[]): readonly FieldProblem[] {
  const sids = own.flatMap(({ hardened }, index) =>
    hardened.map(({ Sid }, place) => ({ Sid, path: ['activities', index, 'hardened', place, 'Sid'] })),
  );
  const taken = [
    ...builtIn.activities.flatMap(({ hardened = [], published = [] }) => [...hardened, ...published]),
    ...guardrails.flatMap(({ deny, allow }) => [...deny, ...allow]),
  ].map(({ Sid }) => Sid);
  return repeats(sids, ({ Sid }) => Sid, [...taken, 'Ceiling', 'Exemption', 'DenyChangingBoundaries']).map(
    (index) => problem(sids[index]?.path ?? [], 'is the Sid of another statement'),
  );
}

function activityProblems(
  activity: PresetActivity,
  path: Path,
  known: PresetLibrary,
): readonly FieldProblem[] {
  const { options = [], differences = [], offeredTo = [], hardened } = activity;
  const sids = new Set(hardened.map(({ Sid }) => Sid));
  return [
    ...repeats(options, ({ id }) => id).map((index) =>
      problem([...path, 'options', index, 'id'], 'is the id of another option'),
    ),
    ...options.flatMap((option, index) =>
      chosenProblems({ [option.id]: option.default }, [option], []).map(({ rule }) =>
        problem([...path, 'options', index, 'default'], rule),
      ),
    ),
    ...hardened.flatMap((template, index) =>
      templateProblems(template, activity, [...path, 'hardened', index], known),
    ),
    ...differences.flatMap(({ statements }, index) =>
      statements.flatMap((sid, place) =>
        sids.has(sid)
          ? []
          : [
              problem(
                [...path, 'differences', index, 'statements', place],
                'is not the Sid of a statement here',
              ),
            ],
      ),
    ),
    ...repeats(offeredTo, ({ persona }) => persona).map((index) =>
      problem([...path, 'offeredTo', index, 'persona'], 'is offered it twice'),
    ),
    ...offeredTo.flatMap(({ persona }, index) =>
      known.identityPersonas.has(persona)
        ? []
        : [problem([...path, 'offeredTo', index, 'persona'], 'is not the id of a persona that is a role')],
    ),
  ];
}

function templateProblems(
  template: StatementTemplate,
  { options = [] }: PresetActivity,
  path: Path,
  known: PresetLibrary,
): readonly FieldProblem[] {
  const { forEach, having, when = {} } = template;
  const bound = forEach === undefined ? undefined : known.variables.get(forEach);
  const partOfBound = having && bound?.placeholders.includes(having.placeholder);
  return [
    ...chosenProblems(when, options, [...path, 'when']),
    ...(forEach !== undefined && !(bound && isAskedFor(bound))
      ? [problem([...path, 'forEach'], 'is not the id of a variable that activities ask for')]
      : []),
    ...(having && !partOfBound
      ? [problem([...path, 'having', 'placeholder'], 'is not a placeholder of the variable in forEach')]
      : []),
    ...textsOf(template, path).flatMap((entry) => placeholderProblems(entry, known, isAskedFor)),
  ];
}

/** Values of limits and of trust are asked for where those stand, and read actions by our own activity. */
const elsewhere: ReadonlySet<VariableGroup> = new Set(['limits', 'trust', 'console']);
const isAskedFor = ({ group }: Variable): boolean => !elsewhere.has(group);

interface TextAt {
  readonly text: string;
  readonly path: Path;
}

function textsOf({ Resource = [], Condition = {} }: StatementTemplate, path: Path): readonly TextAt[] {
  const conditions = Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).flatMap(([key, values]) => {
      const at = [...path, 'Condition', operator, key];
      return [{ text: key, path: at }, ...values.map((text, index) => ({ text, path: [...at, index] }))];
    }),
  );
  return [...Resource.map((text, index) => ({ text, path: [...path, 'Resource', index] })), ...conditions];
}

/** A placeholder that nobody knows would be written into the policy as it stands, and nobody would say so. */
export function placeholderProblems(
  { text, path }: TextAt,
  { placeholders }: PresetLibrary,
  mayStand: (variable: Variable) => boolean,
): readonly FieldProblem[] {
  const names = [...text.matchAll(/<([^<>]*)>/g)].map(([, name = '']) => name);
  const unknown = names.find((name) => {
    const variable = placeholders.get(name);
    return !variable || !mayStand(variable);
  });
  if (unknown !== undefined)
    return [problem(path, `has <${unknown}>, which is no placeholder that may stand here`)];
  const left = text.replaceAll(/<[^<>]*>/g, '');
  return /[<>]/.test(left) ? [problem(path, 'has < or > that is part of no placeholder')] : [];
}
