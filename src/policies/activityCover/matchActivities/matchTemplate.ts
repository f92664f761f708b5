import { splitAtPlaceholders } from '../../language/placeholder.ts';
import type { StatementTemplate } from '../../library/activities/activity.ts';
import { coversAction } from '../../language/subsumes.ts';
import { listOf, type OneOrMany, type Statement } from '../../language/policy.ts';
import { subsumesResource } from '../../language/resourcePattern.ts';
import { findVariable, type Ruleset, variableOfPlaceholder } from '../../library/ruleset.ts';
import { conditionAsText } from './statementAccess.ts';

/** The text in place of each of a template's placeholders, by the placeholder's name. */
export type PlaceholderTexts = Readonly<Record<string, string>>;

/** What a template's placeholders could be for a statement to be what it makes. */
export interface TemplateMatch {
  /** One for each entry of the statement that fits an entry of the template. */
  readonly bound: readonly PlaceholderTexts[];
  /** The same of conditions, where all values of a list belong together. */
  readonly whole: readonly PlaceholderTexts[];
}

/** Longer than any ARN; a text beyond it is no value of a variable. */
const MAX_ENTRY = 2048;

/**
 * Values that would make a statement hold what a template makes; nothing where none could. These are suggestions: whether they
 * are right shows when the template is expanded with them.
 */
export function matchTemplate(
  template: StatementTemplate,
  statement: Statement,
  ruleset: Ruleset,
): TemplateMatch | undefined {
  if (template.Effect !== statement.Effect) return undefined;
  const actions = unifyList(template.Action, listOf(statement.Action), coversAction, ruleset);
  if (!actions) return undefined;
  const resources = template.Resource
    ? unifyList(template.Resource, listOf(statement.Resource), subsumesResource, ruleset)
    : statement.Resource === undefined
      ? []
      : undefined;
  const principal = unifyPrincipal(template.Principal, statement.Principal, ruleset);
  const condition = unifyCondition(template.Condition ?? {}, statement.Condition ?? {}, ruleset);
  if (!resources || !principal || !condition) return undefined;
  const bound = [...actions, ...resources];
  const whole = [...principal, ...condition];
  return template.forEach ? { bound: row([...bound, ...whole]), whole: [] } : { bound, whole };
}

/** All entries of a `forEach` statement speak of one value: what one leaves open another may say. */
function row(bound: readonly PlaceholderTexts[]): readonly PlaceholderTexts[] {
  const parts: PlaceholderTexts = Object.fromEntries(bound.flatMap((one) => Object.entries(one)));
  return bound.map((one) => ({ ...parts, ...one }));
}

/** One entry of the template has to be found: merging puts the others into statements that hold more. */
function unifyList(
  patterns: readonly string[],
  entries: readonly string[],
  covers: (wide: string, narrow: string) => boolean,
  ruleset: Ruleset,
): readonly PlaceholderTexts[] | undefined {
  const bound = patterns.flatMap((pattern) =>
    pattern.includes('<') ? entries.flatMap((entry) => oneOf(matchEntry(pattern, entry, ruleset))) : [],
  );
  const isFound = (pattern: string) =>
    entries.includes(pattern) || entries.some((entry) => covers(entry, pattern));
  return bound.length > 0 || patterns.some(isFound) ? bound : undefined;
}

function unifyPrincipal(
  template: StatementTemplate['Principal'],
  principal: Statement['Principal'],
  ruleset: Ruleset,
): readonly PlaceholderTexts[] | undefined {
  if (template === undefined || template === '*') return template === principal ? [] : undefined;
  if (principal === undefined || principal === '*') return undefined;
  const types = Object.entries(template);
  const given = new Map(Object.entries<OneOrMany | undefined>(principal));
  if (types.length !== given.size) return undefined;
  return inAll(types.map(([type, patterns]) => unifyWhole(patterns, listOf(given.get(type)), ruleset)));
}

function unifyCondition(
  template: NonNullable<StatementTemplate['Condition']>,
  condition: NonNullable<Statement['Condition']>,
  ruleset: Ruleset,
): readonly PlaceholderTexts[] | undefined {
  const operators = Object.entries(template);
  const given = new Map(Object.entries(conditionAsText(condition)));
  if (operators.length !== given.size) return undefined;
  return inAll(
    operators.map(([operator, keys]) => {
      const block = Object.entries(given.get(operator) ?? {});
      const patterns = Object.entries(keys);
      if (block.length !== patterns.length) return undefined;
      return inAll(patterns.map(([key, values]) => unifyKey(key, values, block, ruleset)));
    }),
  );
}

function unifyKey(
  pattern: string,
  values: readonly string[],
  block: readonly (readonly [string, string | readonly string[]])[],
  ruleset: Ruleset,
): readonly PlaceholderTexts[] | undefined {
  for (const [key, given] of block) {
    const bound = pattern === key ? {} : matchEntry(pattern, key, ruleset);
    const rest = bound && unifyWhole(values, listOf(given), ruleset);
    if (bound && rest) return [bound, ...rest];
  }
  return undefined;
}

/** Every entry of either side has its counterpart. */
function unifyWhole(
  patterns: readonly string[],
  entries: readonly string[],
  ruleset: Ruleset,
): readonly PlaceholderTexts[] | undefined {
  const found = entries.map((entry) => {
    for (const pattern of patterns) {
      const bound = pattern === entry ? {} : matchEntry(pattern, entry, ruleset);
      if (bound) return bound;
    }
    return undefined;
  });
  return inAll(found.map((bound) => (bound ? [bound] : undefined)));
}

const oneOf = (bound: PlaceholderTexts | undefined): readonly PlaceholderTexts[] => (bound ? [bound] : []);

function inAll(
  lists: readonly (readonly PlaceholderTexts[] | undefined)[],
): readonly PlaceholderTexts[] | undefined {
  const all: PlaceholderTexts[] = [];
  for (const list of lists) {
    if (!list) return undefined;
    all.push(...list);
  }
  return all;
}

interface EntryPattern {
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

const entryPatterns = new WeakMap<Ruleset, Map<string, EntryPattern>>();

function matchEntry(template: string, entry: string, ruleset: Ruleset): PlaceholderTexts | undefined {
  if (!template.includes('<') || entry.length > MAX_ENTRY) return undefined;
  const patterns = entryPatterns.get(ruleset) ?? new Map<string, EntryPattern>();
  entryPatterns.set(ruleset, patterns);
  const entryPattern = patterns.get(template) ?? patternOf(template, ruleset);
  patterns.set(template, entryPattern);
  const found = entryPattern.pattern.exec(entry);
  if (!found) return undefined;
  const bound: Record<string, string> = {};
  for (const [index, name] of entryPattern.names.entries()) {
    const text = found[index + 1] ?? '';
    if ((bound[name] ?? text) !== text) return undefined;
    bound[name] = text;
  }
  return bound;
}

/** A part that may be empty takes its slash along, as in `expandTemplate`. */
function patternOf(template: string, ruleset: Ruleset): EntryPattern {
  const names: string[] = [];
  let source = '';
  for (const [index, piece] of splitAtPlaceholders(template).entries()) {
    if (index % 2 === 0) {
      source += piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      continue;
    }
    names.push(piece);
    const slash = source.endsWith('/');
    if (!isPrefix(piece, ruleset)) source += classOf(piece, ruleset);
    else if (slash) source = `${source.slice(0, -1)}(?:/([^*?]+))?`;
    else source += '([^*?]*)';
  }
  return { pattern: new RegExp(`^${source}$`), names };
}

/** Second part of a place in S3. */
const isPrefix = (name: string, ruleset: Ruleset): boolean => {
  const variable = variableOfPlaceholder(name, ruleset);
  return variable?.kind === 's3Location' && variable.placeholders[0] !== name;
};

/** Fields of an ARN have no colon; values that are ARNs themselves have. */
function classOf(name: string, ruleset: Ruleset): string {
  const kind = variableOfPlaceholder(name, ruleset)?.kind;
  if (kind === 'readAction') return '(.+)';
  if (kind === 's3Location' || kind === 's3Bucket') return '([^/:*?]+)';
  const isField =
    kind === 'partition' || kind === 'region' || kind === 'accountId' || kind === 'resourceNamePrefix';
  return isField ? '([^:/*?]+)' : '([^*?]+)';
}

/** The value of a variable that has these parts; nothing where a part is missing or the text is an open placeholder. */
export function variableValue(
  variable: string,
  bound: PlaceholderTexts,
  ruleset: Ruleset,
): string | undefined {
  const found = findVariable(variable, ruleset);
  if (!found) return undefined;
  const [first, ...others] = found.placeholders;
  const text = bound[first];
  if (text === undefined || text === '' || text.startsWith('<')) return undefined;
  const prefix = found.kind === 's3Location' ? (bound[others[0] ?? ''] ?? '') : '';
  return prefix === '' ? text : `${text}/${prefix}`;
}
