import { type Box, Budget, boxOf, isBoxCovered } from '../exact/box.ts';
import { denialsOf } from './acceptanceDenials.ts';
import { patternSubsumes } from '../language/subsumes.ts';
import type { Path, PolicyDocument } from '../language/policy.ts';
import { isPlainObject, isReadableStatement } from '../simulate/statementProblems.ts';

/** What a finding is about. */
export interface SubjectFinding {
  readonly path: Path;
  readonly values: Readonly<Record<string, string>>;
  readonly also?: readonly { readonly path: Path }[];
}

/** What a finding is about, in one form for all ways of writing it. */
export interface Subject {
  /** The place within its statement, without the number of an entry; of the whole policy where it is in none. */
  readonly place: string;
  /** The text at the place; empty where it is no single text. */
  readonly text: string;
  /** The values of the finding by name, numbers apart: those count what is beside it. */
  readonly values: readonly (readonly [name: string, value: string])[];
  /** Whether `${…}` is a policy variable: so since version 2012-10-17. */
  readonly variables: boolean;
  /** The statements that it is about, without their names. */
  readonly statements: readonly unknown[];
  /**
   * What other statements of the document deny of what these allow. Left out where they deny nothing of it, and in what older
   * versions of the page stored: both are read as limited by no Deny, so that only changes of the statements themselves count.
   */
  readonly denies?: readonly unknown[];
}

/** The subject of a finding of a policy. */
export function subjectOf({ path, values, also = [] }: SubjectFinding, policy: PolicyDocument): Subject {
  const list: readonly unknown[] = [policy.Statement].flat();
  const places = [path, ...also.map((place) => place.path)].map((place) => statementIndex(place));
  const indexes = [...new Set(places.filter((index) => index !== undefined))];
  const isPolicy = statementIndex(path) === undefined;
  const identifyingValues = Object.entries(values).filter(([, value]) => !/^[\d,.]+$/.test(value));
  const text = valueAt(policy, path);
  const variables = policy.Version === '2012-10-17';
  const statements = isPolicy ? list : indexes.map((index) => list[index]);
  const others = isPolicy ? [] : list.filter((_, index) => !indexes.includes(index));
  const denies = inOrder(denialsOf(statements, others, variables));
  return {
    place: JSON.stringify(withoutEntry(isPolicy ? path : path.slice(typeof path[1] === 'number' ? 2 : 1))),
    text: typeof text === 'string' ? text : '',
    values: identifyingValues.toSorted(byName),
    variables,
    statements: inOrder(statements),
    ...(denies.length > 0 ? { denies } : {}),
  };
}

const inOrder = (statements: readonly unknown[]): readonly unknown[] =>
  statements.map(plainStatement).toSorted((one, other) => byText(JSON.stringify(one), JSON.stringify(other)));

/** A lone statement is the first. */
function statementIndex([first, second]: Path): number | undefined {
  if (first !== 'Statement' || second === undefined) return undefined;
  return typeof second === 'number' ? second : 0;
}

const withoutEntry = (path: Path): Path => (typeof path.at(-1) === 'number' ? path.slice(0, -1) : path);

function valueAt(value: unknown, path: Path): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  return typeof value === 'object' && value !== null
    ? valueAt(new Map<string, unknown>(Object.entries(value)).get(String(name)), rest)
    : undefined;
}

const byText = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  byText(one, other);

/** A statement without its name: elements, keys and lists in one order, a list of one as its value. */
function plainStatement(statement: unknown): unknown {
  if (!isPlainObject(statement)) return plain(statement);
  const { Sid: _, ...unnamed } = statement;
  return plain(unnamed);
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    const entries = new Map(value.map((entry) => [JSON.stringify(plain(entry)), plain(entry)]));
    const sorted = [...entries].toSorted(byName).map(([, entry]) => entry);
    return sorted.length === 1 ? sorted[0] : sorted;
  }
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, entry]) => [key, plain(entry)] as const)
      .toSorted(byName),
  );
}

/** A subject from its text, as far as it has the right shape. */
export function readSubject(text: string): Subject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isPlainObject(value)) return undefined;
    const { place, text: at, values, variables, statements, denies } = value;
    return typeof place === 'string' &&
      typeof at === 'string' &&
      isValues(values) &&
      typeof variables === 'boolean' &&
      Array.isArray(statements) &&
      (denies === undefined || Array.isArray(denies))
      ? { place, text: at, values, variables, statements, ...(denies ? { denies } : {}) }
      : undefined;
  } catch {
    return undefined;
  }
}

const isValues = (values: unknown): values is Subject['values'] =>
  Array.isArray(values) &&
  values.every(
    (pair: unknown) =>
      Array.isArray(pair) && pair.length === 2 && pair.every((part: unknown) => typeof part === 'string'),
  );

/**
 * Whether a finding can be another one after its texts became narrower: at the same place, its text and each of its values the
 * same or covered. A statement can have several findings of one code; this distinguishes them.
 */
export function isNarrowerFinding(one: Subject, other: Subject): boolean {
  const wide = new Map(other.values);
  return (
    one.place === other.place &&
    patternSubsumes(other.text, one.text) &&
    one.values.length === wide.size &&
    one.values.every(([name, value]) => patternSubsumes(wide.get(name) ?? '', value))
  );
}

/**
 * Whether everything that one subject's statements say is said by the other's: of an Allow no more, of a Deny the same, for less
 * of it is more access. Statements that IAM would refuse must be there as they are. Sound: never true when it should not be.
 */
export function isWithin(one: Subject, other: Subject): boolean {
  const [inner, outer] = [sidesOf(one), sidesOf(other)];
  const budget = new Budget();
  const covered = (boxes: readonly Box[], by: readonly Box[]) =>
    boxes.every((box) => isBoxCovered(box, by, budget));
  return (
    inner.unreadable.every((text) => outer.unreadable.includes(text)) &&
    covered(inner.allows, outer.allows) &&
    covered(inner.denies, outer.denies) &&
    covered(outer.denies, inner.denies) &&
    budget.left >= 0
  );
}

function sidesOf({ statements, variables }: Subject) {
  const readable = statements.filter((statement) => isReadableStatement(statement));
  const boxes = readable.map((statement) => boxOf(statement, variables));
  return {
    allows: boxes.filter(({ effect }) => effect === 'Allow'),
    denies: boxes.filter(({ effect }) => effect === 'Deny'),
    unreadable: statements
      .filter((statement) => !isReadableStatement(statement))
      .map((statement) => JSON.stringify(statement)),
  };
}
