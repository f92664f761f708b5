import { haveValues, valueOfOption } from '../../library/activities/optionValues.ts';
import type { StatementTemplate } from '../../library/activities/activity.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import { variablesOfTemplate } from '../../library/variables/placeholders.ts';
import { guesses } from './guesses.ts';
import { type Asked, isHeld, readingsOf, type Values } from './coverage.ts';
import type { Parts } from './accessParts.ts';
import type { Form } from './sourceForms.ts';
import { type Unified, unify } from './unify.ts';

/** A form with values and options for which the document holds all that it makes. */
export interface Candidate {
  readonly form: Form;
  readonly options: Readonly<Record<string, string>>;
  /** Variable id → values; a variable that is open has none. */
  readonly variables: Readonly<Record<string, readonly string[]>>;
  /** What of the document it speaks of. */
  readonly parts: readonly Parts[];
  /** What choosing it would make other than the document has it. */
  readonly differences: readonly string[];
  /** How much of the document it makes. */
  readonly size: number;
}

/** The form as the document has it, or nothing. */
export function candidateOf(form: Form, asked: Asked): Candidate | undefined {
  const found = form.templates.flatMap(({ template, raw }) =>
    asked.statements.flatMap(({ statement }) => [
      ...one(unify(template, statement, asked.ruleset)),
      ...one(raw && unify(raw, statement, asked.ruleset)),
    ]),
  );
  if (found.length === 0) return undefined;
  let best: Candidate | undefined;
  for (const values of guesses(form, found, asked)) {
    const candidate = withOptions(form, values, asked);
    if (candidate && (!best || isBetter(candidate, best))) best = candidate;
  }
  return best;
}

const one = (unified: Unified | undefined): readonly Unified[] => (unified ? [unified] : []);

/** A form that differs from the document is worse than any that does not. */
const isBetter = (one: Candidate, other: Candidate): boolean =>
  one.differences.length === other.differences.length
    ? one.size > other.size
    : one.differences.length < other.differences.length;

/** What stands inside something wider counts for little: it would be offered although nobody asked for it. */
const TIGHT = 1000;

/** The choice of options under which all that the form makes is in the document, and most of it. */
function withOptions(form: Form, values: Values, asked: Asked): Candidate | undefined {
  const readings = readingsOf(values, asked.ruleset);
  const held = form.templates.map((entry) => ({ entry, ...isHeld(entry, readings, asked) }));
  let best:
    | { readonly options: Candidate['options']; readonly active: typeof held; readonly size: number }
    | undefined;
  for (const options of choicesOf(form)) {
    const active = held.filter(({ entry }) => isActive(entry.template, form, options));
    if (active.some(({ state }) => state === 'absent')) continue;
    const size = active.reduce((sum, { pairs, tight }) => sum + pairs + tight * TIGHT, 0);
    if (size > (best?.size ?? 0)) best = { options, active, size };
  }
  if (!best) return undefined;
  const { options, active, size } = best;
  const raw = active.filter(({ state }) => state === 'raw');
  return {
    form,
    options: form.stance ? options : { ...defaultsOf(form), ...options },
    variables: usedValues(
      active.map(({ entry }) => entry.template),
      values,
      asked.ruleset,
    ),
    size,
    parts: active.flatMap(({ parts }) => parts),
    differences: [...new Set(raw.flatMap(({ entry }) => entry.repairs.map(({ text }) => text)))],
  };
}

/** Personas have defaults of their own for trust, so that all of its options are said. */
const defaultsOf = ({ options }: Form): Candidate['options'] =>
  Object.fromEntries(options.map((option) => [option.id, valueOfOption(option, {})]));

const isActive = ({ when }: StatementTemplate, { options }: Form, chosen: Candidate['options']): boolean =>
  haveValues(options, chosen, when);

const MAX_CHOICES = 4096;

/** Every combination of the options, the defaults first. Options that no template asks for stay as they are. */
function choicesOf({ options, templates }: Form): readonly Candidate['options'][] {
  const asked = options.filter(({ id }) =>
    templates.some(({ template: { when } }) => when && Object.hasOwn(when, id)),
  );
  return asked.reduce<readonly Candidate['options'][]>(
    (all, { id, choices, default: standard }) => {
      if (all.length * choices.length > MAX_CHOICES) return all;
      const others = choices.map(({ value }) => value).filter((value) => value !== standard);
      return [...all, ...others.flatMap((value) => all.map((chosen) => ({ ...chosen, [id]: value })))];
    },
    [{}],
  );
}

/** Values of the variables that stand in what is made. Those without one are open. */
function usedValues(templates: readonly StatementTemplate[], values: Values, ruleset: Ruleset): Values {
  const used = new Set(templates.flatMap((template) => [...variablesOfTemplate(template, ruleset)]));
  return Object.fromEntries([...used].flatMap((id) => (values[id]?.length ? [[id, values[id]]] : [])));
}
