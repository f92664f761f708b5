import { readOperator } from '../language/conditionOperator.ts';
import { globsMeet } from '../language/globsMeet.ts';
import { replaceUnknownText } from '../language/placeholder.ts';
import { listOf, type OneOrMany, type Path, type Statement } from '../language/policy.ts';
import { completeArn, isReadTwoWays } from '../language/resourcePattern.ts';
import type { Layer } from '../simulate/policySet.ts';
import { isReadableStatement, isPlainObject, statementsIn } from '../simulate/statementProblems.ts';
import { type Box, boxOf } from './box.ts';
import { EffectProofs } from './effectProofs.ts';

/** A part of a policy without which it means the same. */
export interface RedundantPart {
  readonly kind: 'statement' | 'action' | 'resource' | 'value';
  /** Its place: `["Statement", 1, "Action", 0]`. */
  readonly path: Path;
}

const STEPS = 200_000;

/**
 * The statements, actions, resources and condition values of a policy that others cover and that can all be removed together:
 * access is proven to be the same for every request, whatever other policies apply. Of parts that cover each other the first
 * stays. What is not proven stays as well. Nothing of a policy that has statements which IAM would refuse, in `layer` where it is
 * known. Never throws.
 */
export function redundantParts(
  document: unknown,
  { layer, steps = STEPS }: { readonly layer?: Layer; readonly steps?: number } = {},
): readonly RedundantPart[] {
  const statements = statementsIn(document);
  if (!statements || !isPlainObject(document) || !Array.isArray(document.Statement)) return [];
  const readable = statements.flatMap((statement) =>
    isReadableStatement(statement, layer) ? [statement] : [],
  );
  if (readable.length < statements.length) return [];
  return new Reduction(readable, document.Version === '2012-10-17', steps).parts();
}

/** A part with the statement that is left without it: nothing of a whole statement, the same where it cannot go. */
interface Removal {
  readonly part: RedundantPart;
  readonly without: (statement: Statement) => Statement | undefined;
  /** Of an action or resource. */
  readonly text?: string;
}

/** Takes away one part after the other. */
class Reduction {
  private readonly removals: readonly (readonly [place: number, removals: readonly Removal[]])[];
  private readonly statements: (Statement | undefined)[];
  private readonly variables: boolean;
  private readonly boxes = new WeakMap<Statement, Box>();
  private readonly proofs: EffectProofs;

  constructor(statements: readonly Statement[], variables: boolean, steps: number) {
    this.removals = removalsIn(statements);
    this.statements = [...statements];
    this.variables = variables;
    this.proofs = new EffectProofs(
      statements.map((statement) => this.boxOf(statement)),
      { steps },
    );
  }

  /** What went may leave more that can go: again, until nothing does. */
  parts(): readonly RedundantPart[] {
    const found = new Set<RedundantPart>();
    for (let before = -1; found.size > before; ) {
      before = found.size;
      for (const [place, removals] of this.removals)
        for (const part of this.removed(
          place,
          removals.filter((removal) => !found.has(removal.part)),
        ))
          found.add(part);
    }
    return [...found].filter(
      ({ kind, path: [, place] }) => kind === 'statement' || this.statements[Number(place)],
    );
  }

  private removed(place: number, removals: readonly Removal[]): readonly RedundantPart[] {
    return removals.flatMap(({ part, without, text }) => {
      const statement = this.statements[place];
      if (!statement) return [];
      const left = without(statement);
      if (left === statement || !this.mayGo(part, text) || !this.isSame(place, statement, left)) return [];
      this.statements[place] = left;
      return [part];
    });
  }

  /** Seen without a proof: an action or resource that is like no other is not covered by others. */
  private mayGo({ kind }: RedundantPart, text: string | undefined): boolean {
    if (text === undefined || kind === 'value') return true;
    const wanted = openText(text, kind);
    const texts = this.statements.flatMap((statement) => (statement ? entriesOfKind(statement, kind) : []));
    return texts.filter((other) => isLike(openText(other, kind), wanted)).length > 1;
  }

  /** Whether a statement can be replaced with what is left of it. An Allow may be covered by a Deny as well. */
  private isSame(place: number, statement: Statement, left: Statement | undefined): boolean {
    const others = this.statements.flatMap((other, at) =>
      other && at !== place && (other.Effect === statement.Effect || other.Effect === 'Deny') ? [other] : [],
    );
    const near = others.filter((other) => mayMeet(other, statement)).map((other) => this.boxOf(other));
    const [before, after] = [this.boxOf(statement), left ? [this.boxOf(left)] : []];
    if (near.length + after.length === 0) return false;
    return (
      this.proofs.isCovered(before, [...after, ...near]) &&
      after.every((box) => this.proofs.isCovered(box, [before, ...near]))
    );
  }

  private boxOf(statement: Statement): Box {
    const cached = this.boxes.get(statement);
    if (cached) return cached;
    const box = boxOf(statement, this.variables);
    this.boxes.set(statement, box);
    return box;
  }
}

/** By place, the last first. A statement without one of its exceptions may cover others, so exceptions go first. */
function removalsIn(statements: readonly Statement[]) {
  const of = (removals: (statement: Statement, place: number) => readonly Removal[]) =>
    statements.map((statement, place) => [place, removals(statement, place)] as const).toReversed();
  return [...of(exceptionsOf), ...of((_, place) => [wholeStatement(place)]), ...of(entriesOf)];
}

const entriesOfKind = (
  { Action, NotAction, Resource, NotResource }: Statement,
  kind: RedundantPart['kind'],
): readonly string[] => {
  const [named, except] = kind === 'action' ? [Action, NotAction] : [Resource, NotResource];
  // All but something is like anything.
  return named === undefined && except !== undefined ? ['*', ...listOf(except)] : listOf(named);
};

/** Policy variables and missing values can be anything. */
const openText = (text: string, kind: RedundantPart['kind']): string =>
  replaceUnknownText(kind === 'action' ? text.toLowerCase() : completeArn(text), '*');

const isLike = (one: string, other: string): boolean => isReadTwoWays(one) || globsMeet(one, other);

/** Whether an action may be of both. */
function mayMeet({ Action: one }: Statement, { Action: other }: Statement): boolean {
  if (one === undefined || other === undefined) return true;
  return listOf(one).some((first) =>
    listOf(other).some((second) => globsMeet(first.toLowerCase(), second.toLowerCase())),
  );
}

const wholeStatement = (place: number): Removal => ({
  part: { kind: 'statement', path: ['Statement', place] },
  without: () => undefined,
});

/** The entries of lists with several, the last first. */
const entriesOf = (statement: Statement, place: number): readonly Removal[] => [
  ...listed('Action', statement, place),
  ...listed('Resource', statement, place),
  ...valuesOf(statement, place, false),
];

/** The same of what a statement is not about: without one of them it is about more. */
const exceptionsOf = (statement: Statement, place: number): readonly Removal[] => [
  ...listed('NotAction', statement, place),
  ...listed('NotResource', statement, place),
  ...valuesOf(statement, place, true),
];

function listed(
  name: 'Action' | 'NotAction' | 'Resource' | 'NotResource',
  statement: Statement,
  place: number,
): readonly Removal[] {
  return removalsOf(statement[name], (index, value) => ({
    part: { kind: name.endsWith('Action') ? 'action' : 'resource', path: ['Statement', place, name, index] },
    text: value,
    without: (now) => {
      const left = withoutOne(now[name], value);
      return left ? { ...now, [name]: left } : now;
    },
  }));
}

function valuesOf({ Condition = {} }: Statement, place: number, isNegated: boolean): readonly Removal[] {
  const operators = Object.keys(Condition).filter((name) => {
    const operator = readOperator(name);
    return operator?.family !== 'Null' && (operator?.negated === true) === isNegated;
  });
  return operators.flatMap((operator) =>
    Object.entries(Condition[operator] ?? {}).flatMap(([key, values]) =>
      removalsOf(values, (index, value) => ({
        part: { kind: 'value', path: ['Statement', place, 'Condition', operator, key, index] },
        without: (now) => {
          const { Condition: block = {} } = now;
          const left = withoutOne(block[operator]?.[key], value);
          if (!left) return now;
          return { ...now, Condition: { ...block, [operator]: { ...block[operator], [key]: left } } };
        },
      })),
    ),
  );
}

function removalsOf(
  values: OneOrMany | undefined,
  removal: (index: number, value: string) => Removal,
): readonly Removal[] {
  if (!Array.isArray(values) || values.length < 2) return [];
  return values.map((value: string, index) => removal(index, value)).toReversed();
}

/** Without the last entry that is this; nothing where that is the only one, since a list without entries is another statement. */
function withoutOne(values: OneOrMany | undefined, value: string): readonly string[] | undefined {
  const list = listOf(values);
  const at = list.lastIndexOf(value);
  return list.length < 2 || at === -1 ? undefined : list.toSpliced(at, 1);
}
