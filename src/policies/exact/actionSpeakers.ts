import type { ActionUniverse } from './actionUniverse.ts';
import type { ComparedStatement } from './comparedStatement.ts';

type Statements = readonly ComparedStatement[];

/** An action of which the two sides do not say the same, and the statements of each that speak of it. */
export interface SpokenAction {
  /** In the entries of the universe. */
  readonly place: number;
  /** The same for actions of which the same is said on either side. */
  readonly signature: string;
  old(): Statements;
  now(): Statements;
}

/** The actions that some changed statement is about and for which the sides do not say the same, in the order of the universe. */
export function* spokenActions(
  old: Statements,
  now: Statements,
  changed: Statements,
  universe: ActionUniverse,
): Generator<SpokenAction> {
  const count = universe.entries.length;
  const isChanged = new Uint8Array(count);
  for (const statement of changed) for (const place of placesOf(statement, universe)) isChanged[place] = 1;
  const paths = new Paths();
  const [one, other] = [old, now].map((side) => new Side(side, paths, universe));
  for (let place = 0; place < count; place += 1) {
    const [before, after] = [one?.pathAt(place), other?.pathAt(place)];
    if (isChanged[place] === 0 || before === after) continue;
    yield {
      place,
      signature: `${before} ${after}`,
      old: () => one?.speakersOf(place) ?? [],
      now: () => other?.speakersOf(place) ?? [],
    };
  }
}

/** The places of the actions that a statement is about; some can be there twice. */
function placesOf({ patterns, isExcept }: ComparedStatement, universe: ActionUniverse): readonly number[] {
  const [first = [], ...others] = patterns.map((pattern) => universe.matching(pattern));
  const named = others.length === 0 ? first : [first, ...others].flat();
  if (!isExcept) return named;
  const left = new Set(named);
  return [...universe.entries.keys()].filter((place) => !left.has(place));
}

/** Sets of numbers, each with a number of its own: they are built in ascending order, one number after the other. */
class Paths {
  private readonly ends: number[] = [-1];
  private readonly starts: number[] = [0];
  private readonly longer: Map<number, number>[] = [new Map()];

  /** The set with one number more; the same set where that is its last number. */
  with(path: number, number: number): number {
    if (this.ends[path] === number) return path;
    const found = this.longer[path]?.get(number);
    if (found !== undefined) return found;
    const made = this.ends.length;
    this.ends.push(number);
    this.starts.push(path);
    this.longer.push(new Map());
    this.longer[path]?.set(number, made);
    return made;
  }

  numbersIn(path: number): ReadonlySet<number> {
    const numbers = new Set<number>();
    for (let at = path; at !== 0; at = this.starts[at] ?? 0) numbers.add(this.ends[at] ?? -1);
    return numbers;
  }
}

/** One side: for each action the set of statements that speak of it. */
class Side {
  private readonly statements: Statements;
  private readonly paths: Paths;
  private readonly universe: ActionUniverse;
  private readonly pathByPlace: Uint32Array;

  constructor(statements: Statements, paths: Paths, universe: ActionUniverse) {
    this.statements = statements;
    this.paths = paths;
    this.universe = universe;
    this.pathByPlace = new Uint32Array(universe.entries.length);
    for (const statement of statements.toSorted((one, other) => one.id - other.id))
      for (const place of placesOf(statement, universe))
        this.pathByPlace[place] = paths.with(this.pathAt(place), statement.id);
  }

  pathAt(place: number): number {
    return this.pathByPlace[place] ?? 0;
  }

  /** In their order. Of those that say the same, only some may speak of the action. */
  speakersOf(place: number): Statements {
    const ids = this.paths.numbersIn(this.pathAt(place));
    const found = this.statements.filter(({ id }) => ids.has(id));
    return found.length === ids.size
      ? found
      : found.filter((one) => placesOf(one, this.universe).includes(place));
  }
}
