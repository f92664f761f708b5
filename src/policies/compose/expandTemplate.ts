import { placeholderNames, placeholderOf, splitAtPlaceholders } from '../language/placeholder.ts';
import type { StatementTemplate } from '../library/activities/activity.ts';
import type { ConditionBlock, Principal, Statement } from '../language/policy.ts';
import { variablesOfTemplate } from '../library/variables/placeholders.ts';
import { variableOfPlaceholder } from '../library/ruleset.ts';
import { RecentResults } from './recentResults.ts';
import type { Binding, Reading, Readings } from './variableReadings.ts';

/** A statement made from a template, and which value of its `forEach` variable it is for (0 without one). */
export interface ExpandedStatement {
  readonly statement: Statement;
  readonly row: number;
}

/**
 * A template with its placeholders replaced. An entry of a list that holds placeholders of a variable with n values
 * becomes n entries; different variables in one entry are combined, the parts of one value never are. What has no
 * valid value stays as its placeholder.
 */
export function expandTemplate(
  template: StatementTemplate,
  readings: Readings,
): readonly ExpandedStatement[] {
  const used = [...variablesOfTemplate(template, readings.ruleset)].map((id) => readings.byVariable.get(id));
  const recent = expandedTemplates.get(template) ?? new RecentResults<Expansion>();
  expandedTemplates.set(template, recent);
  return recent.get(
    (last) =>
      last.used.length === used.length && last.used.every((reading, index) => reading === used[index]),
    () => ({ used, expanded: expandNow(template, readings) }),
  ).expanded;
}

interface Expansion {
  readonly used: readonly (Reading | undefined)[];
  readonly expanded: readonly ExpandedStatement[];
}

/** What a template last gave, and for which values: a keystroke in one field leaves most templates as they were. */
const expandedTemplates = new WeakMap<StatementTemplate, RecentResults<Expansion>>();

function expandNow(template: StatementTemplate, readings: Readings): readonly ExpandedStatement[] {
  const rows = template.forEach
    ? (readings.byVariable.get(template.forEach)?.bindings ?? [])
    : [nothingBound];
  return rows.flatMap((bound, row) =>
    hasWantedPart(template, bound) ? [{ row, statement: expandStatement(template, bound, readings) }] : [],
  );
}

function hasWantedPart({ having }: StatementTemplate, bound: Binding): boolean {
  return !having || (bound[having.placeholder] === '') === (having.part === 'empty');
}

function expandStatement(template: StatementTemplate, bound: Binding, readings: Readings): Statement {
  const expand = (entries: readonly string[]) => expandEntries(entries, bound, readings);
  return {
    Sid: template.Sid,
    Effect: template.Effect,
    ...(template.Principal ? { Principal: expandPrincipal(template.Principal, expand) } : {}),
    Action: expand(template.Action),
    ...(template.Resource ? { Resource: expand(template.Resource) } : {}),
    ...(template.Condition ? { Condition: expandCondition(template.Condition, expand) } : {}),
  };
}

type Expand = (entries: readonly string[]) => readonly string[];

function expandPrincipal(principal: NonNullable<StatementTemplate['Principal']>, expand: Expand): Principal {
  if (principal === '*') return principal;
  return Object.fromEntries(Object.entries(principal).map(([type, values]) => [type, expand(values)]));
}

function expandCondition(
  condition: NonNullable<StatementTemplate['Condition']>,
  expand: Expand,
): ConditionBlock {
  const expandKeys = (keys: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(
      Object.entries(keys).map(([key, values]) => [expand([key])[0] ?? key, expand(values)]),
    );
  return Object.fromEntries(
    Object.entries(condition).map(([operator, keys]) => [operator, expandKeys(keys)]),
  );
}

function expandEntries(entries: readonly string[], bound: Binding, readings: Readings): readonly string[] {
  const expanded = entries.flatMap((entry) => {
    if (!entry.includes('<')) return [entry];
    return bound === nothingBound ? expandOnce(entry, readings) : expandEntry(entry, bound, readings);
  });
  return [...new Set(expanded)];
}

const nothingBound: Binding = {};

/** Many statements have the same entry: it is expanded once for the same readings. */
const expandedEntries = new WeakMap<Readings, Map<string, readonly string[]>>();

function expandOnce(entry: string, readings: Readings): readonly string[] {
  const textsByEntry = expandedEntries.get(readings) ?? new Map<string, readonly string[]>();
  expandedEntries.set(readings, textsByEntry);
  const expanded =
    textsByEntry.get(entry) ?? expandEntry(replaceParts(entry, singlesOf(readings)), nothingBound, readings);
  textsByEntry.set(entry, expanded);
  return expanded;
}

const singleBindings = new WeakMap<Readings, Binding>();

/** The parts of all variables that have one value, which need no multiplying: replaced in one go. */
function singlesOf(readings: Readings): Binding {
  const cached = singleBindings.get(readings);
  if (cached) return cached;
  const single = [...readings.byVariable.values()].filter(({ bindings }) => bindings.length === 1);
  const singles: Binding = Object.assign({}, ...single.flatMap(({ bindings }) => bindings));
  singleBindings.set(readings, singles);
  return singles;
}

/**
 * Values of one variable after the other, so that parts stay together. A part may itself hold placeholders (a read
 * action's resource): those are expanded in turn, and a variable is never expanded twice, so it ends.
 */
function expandEntry(
  entry: string,
  bound: Binding,
  readings: Readings,
  done: ReadonlySet<string> = new Set(),
): readonly string[] {
  const text = bound === nothingBound ? entry : replaceParts(entry, bound);
  const next = placeholderNames(text)
    .map((name) => variableOfPlaceholder(name, readings.ruleset))
    .find((variable) => variable && !done.has(variable.id) && !isBound(variable.placeholders, bound));
  if (!next) return [text];
  const bindings = readings.byVariable.get(next.id)?.bindings ?? [];
  return bindings.flatMap((binding) =>
    expandEntry(replaceParts(text, binding), bound, readings, new Set([...done, next.id])),
  );
}

const isBound = (placeholders: readonly string[], bound: Binding): boolean =>
  placeholders.some((name) => Object.hasOwn(bound, name));

/** An empty part takes its slash along: `bucket/<PREFIX>/*` of a whole bucket is `bucket/*`. */
function replaceParts(text: string, binding: Binding): string {
  if (!text.includes('<')) return text;
  const pieces = splitAtPlaceholders(text);
  return pieces.reduce((done, piece, index) => {
    if (index % 2 === 0) return done + piece;
    const value = Object.hasOwn(binding, piece) ? binding[piece] : undefined;
    const isEmpty = value === '' && pieces[index - 1]?.endsWith('/') === true;
    return isEmpty ? done.slice(0, -1) : done + (value ?? placeholderOf(piece));
  }, '');
}
