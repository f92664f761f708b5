import { replacePlaceholders } from '../language/placeholder.ts';
import type { Draft } from '../model/draft.ts';
import type { Ruleset } from '../library/ruleset.ts';
import { draftOfRole, isLikeTheRest } from '../draft/roleInstances.ts';
import { RecentResults } from './recentResults.ts';
import { impliedArns, passesFirstRole } from './roleStates.ts';
import { kindOf } from '../library/variables/kinds.ts';
import { refusedValue } from '../library/variables/pattern.ts';
import type { ValueReading, Variable } from '../library/variables/variable.ts';

/** One value as statements use it: text per placeholder. Not filled in: the placeholders themselves. */
export type Binding = Readonly<Record<string, string>>;

export interface Reading {
  readonly variable: Variable;
  /** Never empty: an unfilled or invalid value is bound to the variable's placeholders. */
  readonly bindings: readonly Binding[];
  readonly state: 'filled' | 'default' | 'unfilled';
  /** Index among the values as entered, and the rule that the value breaks. */
  readonly invalid: readonly { readonly index: number; readonly rule: string }[];
}

/** The values of a draft, read under a ruleset. */
export interface Readings {
  readonly ruleset: Ruleset;
  /** Variable id → reading. */
  readonly byVariable: ReadonlyMap<string, Reading>;
}

/**
 * Reads every variable of a draft; `role`: with the values that the role has in place of the draft's, and the roles that it
 * passes. Ids that the ruleset does not have are ignored; nothing throws.
 */
export function readVariables(whole: Draft, ruleset: Ruleset, role?: string): Readings {
  const draft = role === undefined ? whole : draftOfRole(whole, role);
  const partition = partitionOf(draft);
  const [account] = draft.variables['accountId'] ?? [];
  const place = { partition, region: regionOf(draft, partition), account: account?.trim() };
  const implied = impliedArns(draft, partition, ruleset, role);
  const parts = accountParts(draft, place, ruleset);
  const readings = ruleset.variables.map((variable) => {
    const arns = implied.get(variable.id)?.map((arn) => bindPlaceholders(arn, parts));
    const passes = role === undefined || passesFirstRole(draft, role, variable.id, ruleset);
    const values = passes ? draft.variables[variable.id] : [];
    return [variable.id, readVariable(variable, values ?? [], place, arns)] as const;
  });
  return { ruleset, byVariable: new Map(readings) };
}

/** The readings for the policies of one role: the shared ones where it has no values of its own. */
export const readingsOfRole = (draft: Draft, shared: Readings, role: string): Readings =>
  isLikeTheRest(draft, role) ? shared : readVariables(draft, shared.ruleset, role);

/** Where the draft's work runs. */
interface PlaceOfWork {
  readonly partition: string;
  /** Nothing while none, or an impossible one, is entered. */
  readonly region: string | undefined;
  /** The account of the draft's own resources; nothing while none is entered. */
  readonly account: string | undefined;
}

const OTHER_ACCOUNT = 'Enter an account other than your account ID: roles of your account don’t need this.';

/** What the ARN of a role that is created is made of. */
function accountParts(draft: Draft, place: PlaceOfWork, { variables }: Ruleset): Binding {
  const parts = variables
    .filter(({ id }) => id === 'partition' || id === 'accountId')
    .map((variable) => readVariable(variable, draft.variables[variable.id] ?? [], place).bindings[0] ?? {});
  return Object.assign({}, ...parts);
}

/** A text with the placeholders that are bound replaced. */
export const bindPlaceholders = (text: string, bound: Binding): string =>
  replacePlaceholders(text, (name) => (Object.hasOwn(bound, name) ? bound[name] : undefined));

/** The partition as entered; `aws` while none or an impossible one is entered. */
export function partitionOf(draft: Draft): string {
  const entered = draft.variables['partition']?.[0] ?? 'aws';
  return kindOf('partition').read(entered, { partition: entered }).ok ? entered : 'aws';
}

function regionOf(draft: Draft, partition: string): string | undefined {
  const entered = draft.variables['region']?.map((value) => value.trim()).find((value) => value !== '');
  const isRegion = entered !== undefined && kindOf('region').read(entered, { partition }).ok;
  return isRegion ? entered : undefined;
}

const recentReadings = new WeakMap<
  Variable,
  RecentResults<{ readonly key: string; readonly reading: Reading }>
>();

/** The same object for the same values, so that what is computed from it can be cached. */
function readVariable(
  variable: Variable,
  values: readonly string[],
  place: PlaceOfWork,
  implied?: readonly string[],
): Reading {
  const key = JSON.stringify([
    place.partition,
    values,
    implied,
    ...(variable.byRegion ? [place.region] : []),
    ...(variable.notOwnAccount ? [place.account] : []),
  ]);
  const recent =
    recentReadings.get(variable) ?? new RecentResults<{ readonly key: string; readonly reading: Reading }>();
  recentReadings.set(variable, recent);
  return recent.get(
    (last) => last.key === key,
    () => ({ key, reading: readNow(variable, values, place, implied) }),
  ).reading;
}

/** White space around a value is a slip of copying, never part of it. */
function readNow(
  variable: Variable,
  values: readonly string[],
  place: PlaceOfWork,
  implied: readonly string[] = [],
): Reading {
  const { partition, account } = place;
  const entered = values.map((value) => value.trim());
  const given = entered.map((value, index) => ({ value, index })).filter(({ value }) => value !== '');
  const usedValues = variable.many ? given : given.slice(0, 1);
  if (usedValues.length === 0)
    return implied.length === 0 ? withoutValues(variable, place) : impliedReading(variable, implied);
  const read = usedValues.map(({ value, index }) => ({
    index,
    reading:
      variable.notOwnAccount && value === account
        ? refusedValue(OTHER_ACCOUNT)
        : kindOf(variable.kind).read(value, { partition }),
  }));
  return {
    variable,
    state: 'filled',
    bindings: [...read.map(({ reading }) => bind(variable, reading)), ...impliedBindings(variable, implied)],
    invalid: read.flatMap(({ index, reading }) => (reading.ok ? [] : [{ index, rule: reading.rule }])),
  };
}

function withoutValues(variable: Variable, { partition, region }: PlaceOfWork): Reading {
  const ofRegion = region === undefined ? undefined : variable.byRegion?.[region];
  if (variable.byRegion && region !== undefined && !ofRegion) return withoutAny(variable);
  const values = variable.default ?? ofRegion ?? [];
  const defaults = values.map((value) => kindOf(variable.kind).read(value, { partition }));
  if (defaults.length === 0) {
    return { variable, state: 'unfilled', bindings: [bindToPlaceholders(variable)], invalid: [] };
  }
  return {
    variable,
    state: 'default',
    bindings: defaults.map((reading) => bind(variable, reading)),
    invalid: [],
  };
}

/** The Region has no such values: the placeholders become empty. */
const withoutAny = (variable: Variable): Reading => ({
  variable,
  state: 'default',
  bindings: [Object.fromEntries(variable.placeholders.map((name) => [name, '']))],
  invalid: [],
});

/** The ARN of a role that is created or given elsewhere needs no entry. An account that is not given stays a placeholder. */
const impliedReading = (variable: Variable, arns: readonly string[]): Reading => ({
  variable,
  state: 'default',
  bindings: impliedBindings(variable, arns),
  invalid: [],
});

const impliedBindings = ({ placeholders: [placeholder] }: Variable, arns: readonly string[]) =>
  arns.map((arn): Binding => ({ [placeholder]: arn }));

function bind(variable: Variable, reading: ValueReading): Binding {
  if (!reading.ok) return bindToPlaceholders(variable);
  return Object.fromEntries(
    variable.placeholders.map((name, part) => [name, reading.parts[part] ?? `<${name}>`]),
  );
}

function bindToPlaceholders(variable: Variable): Binding {
  return Object.fromEntries(variable.placeholders.map((name) => [name, `<${name}>`]));
}
