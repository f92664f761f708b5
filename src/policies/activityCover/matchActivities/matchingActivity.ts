import { haveValues, valueOfOption } from '../../library/activities/optionValues.ts';
import type { StatementTemplate } from '../../library/activities/activity.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import { variablesOfTemplate } from '../../library/variables/placeholders.ts';
import { guessVariableValues } from './guessVariableValues.ts';
import {
  type TargetDocument,
  templateCoverage,
  readingsOf,
  type VariableValues,
} from './templateCoverage.ts';
import type { StatementAccess } from './statementAccess.ts';
import type { TemplateSource } from './templateSources.ts';
import { type TemplateMatch, matchTemplate } from './matchTemplate.ts';

/** A form with values and options for which the document holds all that it makes. */
export interface MatchingActivity {
  readonly form: TemplateSource;
  readonly options: Readonly<Record<string, string>>;
  /** Variable id → values; a variable that is open has none. */
  readonly variables: Readonly<Record<string, readonly string[]>>;
  /** The part of the document that it applies to. */
  readonly parts: readonly StatementAccess[];
  /** What choosing it would make other than the document has it. */
  readonly differences: readonly string[];
  /** How much of the document it makes. */
  readonly size: number;
}

/** The form as the document has it, or nothing. */
export function matchSource(source: TemplateSource, target: TargetDocument): MatchingActivity | undefined {
  const found = source.templates.flatMap(({ template, raw }) =>
    target.statements.flatMap(({ statement }) => [
      ...one(matchTemplate(template, statement, target.ruleset)),
      ...one(raw && matchTemplate(raw, statement, target.ruleset)),
    ]),
  );
  if (found.length === 0) return undefined;
  let best: MatchingActivity | undefined;
  for (const values of guessVariableValues(source, found, target)) {
    const candidate = withOptions(source, values, target);
    if (candidate && (!best || isBetter(candidate, best))) best = candidate;
  }
  return best;
}

const one = (unified: TemplateMatch | undefined): readonly TemplateMatch[] => (unified ? [unified] : []);

/** A form that differs from the document is worse than any that does not. */
const isBetter = (one: MatchingActivity, other: MatchingActivity): boolean =>
  one.differences.length === other.differences.length
    ? one.size > other.size
    : one.differences.length < other.differences.length;

/** A match inside wider access counts for little: it would be offered although the document does more. */
const TIGHT = 1000;

/** The choice of options under which all that the form makes is in the document, and most of it. */
function withOptions(
  source: TemplateSource,
  values: VariableValues,
  target: TargetDocument,
): MatchingActivity | undefined {
  const readings = readingsOf(values, target.ruleset);
  const best = bestOptions(
    source,
    source.templates.map((entry) => ({ entry, ...templateCoverage(entry, readings, target) })),
  );
  if (!best) return undefined;
  const { options, active, size } = best;
  const raw = active.filter(({ state }) => state === 'raw');
  return {
    form: source,
    options: source.stance ? options : { ...defaultsOf(source), ...options },
    variables: usedValues(
      active.map(({ entry }) => entry.template),
      values,
      target.ruleset,
    ),
    size,
    parts: active.flatMap(({ parts }) => parts),
    differences: [...new Set(raw.flatMap(({ entry }) => entry.repairs.map(({ text }) => text)))],
  };
}

/** How much of a document one template makes. */
type CoverageOfTemplate = ReturnType<typeof templateCoverage> & {
  readonly entry: TemplateSource['templates'][number];
};

interface OptionsWithSize extends Pick<MatchingActivity, 'options' | 'size'> {
  /** The templates that the options leave in. */
  readonly active: readonly CoverageOfTemplate[];
}

function bestOptions(
  source: TemplateSource,
  coverages: readonly CoverageOfTemplate[],
): OptionsWithSize | undefined {
  let best: OptionsWithSize | undefined;
  for (const options of choicesOf(source)) {
    const active = coverages.filter(({ entry }) => isActive(entry.template, source, options));
    if (active.some(({ state }) => state === 'absent')) continue;
    const size = active.reduce((sum, { pairs, tight }) => sum + pairs + tight * TIGHT, 0);
    if (size > (best?.size ?? 0)) best = { options, active, size };
  }
  return best;
}

/** The defaults of trust differ by persona, so that every option is given. */
const defaultsOf = ({ options }: TemplateSource): MatchingActivity['options'] =>
  Object.fromEntries(options.map((option) => [option.id, valueOfOption(option, {})]));

const isActive = (
  { when }: StatementTemplate,
  { options }: TemplateSource,
  selected: MatchingActivity['options'],
): boolean => haveValues(options, selected, when);

const MAX_CHOICES = 4096;

/** Every combination of the options, the defaults first. Options that no template asks for stay as they are. */
function choicesOf({ options, templates }: TemplateSource): readonly MatchingActivity['options'][] {
  const target = options.filter(({ id }) =>
    templates.some(({ template: { when } }) => when && Object.hasOwn(when, id)),
  );
  return target.reduce<readonly MatchingActivity['options'][]>(
    (all, { id, choices, default: standard }) => {
      if (all.length * choices.length > MAX_CHOICES) return all;
      const others = choices.map(({ value }) => value).filter((value) => value !== standard);
      return [...all, ...others.flatMap((value) => all.map((selected) => ({ ...selected, [id]: value })))];
    },
    [{}],
  );
}

/** Values of the variables that stand in what is made. Those without one are open. */
function usedValues(
  templates: readonly StatementTemplate[],
  values: VariableValues,
  ruleset: Ruleset,
): VariableValues {
  const used = new Set(templates.flatMap((template) => [...variablesOfTemplate(template, ruleset)]));
  return Object.fromEntries([...used].flatMap((id) => (values[id]?.length ? [[id, values[id]]] : [])));
}
