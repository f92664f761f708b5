import { globsMeet } from '../../language/globsMeet.ts';
import { isPattern } from '../../language/glob.ts';
import type { CheckedStatement } from '../checkedStatement.ts';
import type { TextEntry } from '../../language/textEntries.ts';

/** Statements by the actions that they name, so that most can be ruled out without a proof. */
export class ActionIndex {
  private readonly byName = new Map<string, CheckedStatement[]>();
  private readonly byPattern: (readonly [pattern: string, statement: CheckedStatement])[] = [];
  /** Those that speak of all actions but some. */
  private readonly open: CheckedStatement[] = [];

  constructor(statements: readonly CheckedStatement[]) {
    for (const statement of statements) {
      if (statement.notActions.length > 0) this.open.push(statement);
      for (const { text } of statement.actions) this.add(text.toLowerCase(), statement);
    }
  }

  private add(lower: string, statement: CheckedStatement): void {
    if (isPattern(lower)) this.byPattern.push([lower, statement]);
    const statements = this.byName.get(lower);
    if (statements) statements.push(statement);
    else this.byName.set(lower, [statement]);
  }

  /**
   * The other statements that may cover some of what a statement applies to; none where it has an action that none of them
   * applies to.
   */
  mayCover(statement: CheckedStatement): readonly CheckedStatement[] {
    const found = new Set<CheckedStatement>();
    for (const { text } of statement.actions) {
      const meeting = this.meeting(text.toLowerCase()).filter(
        (other) => other !== statement && mayMeet(other, statement),
      );
      const near = askedAlike(statement, meeting);
      if (near.length === 0) return [];
      for (const other of near) found.add(other);
    }
    return [...found];
  }

  private meeting(lower: string): readonly CheckedStatement[] {
    const service = lower.slice(0, lower.indexOf(':') + 1);
    const wild = this.byPattern.flatMap(([pattern, statement]) =>
      (pattern.startsWith(service) || !/^[^*?]*:/.test(pattern) || isPattern(service)) &&
      globsMeet(pattern, lower)
        ? [statement]
        : [],
    );
    return [...(this.byName.get(lower) ?? []), ...wild, ...this.open];
  }
}

/**
 * Without statements whose condition has a key that neither the statement nor another of them has: they leave out requests that
 * none of the others covers.
 */
function askedAlike(
  { conditions }: CheckedStatement,
  others: readonly CheckedStatement[],
): readonly CheckedStatement[] {
  const keys = new Set(conditions.map(({ lowerKey }) => lowerKey));
  const counts = new Map<string, number>();
  for (const other of others)
    for (const key of new Set(other.conditions.map(({ lowerKey }) => lowerKey)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  return others.filter((other) =>
    other.conditions.every(({ lowerKey }) => keys.has(lowerKey) || (counts.get(lowerKey) ?? 0) > 1),
  );
}

/** Whether a resource may be of both, by how their patterns begin. */
function mayMeet({ resources: one }: CheckedStatement, { resources: other }: CheckedStatement): boolean {
  if (one.length === 0 || other.length === 0) return true;
  return one.some((first) => other.some((second) => beginAlike(first, second)));
}

function beginAlike({ text: one }: TextEntry, { text: other }: TextEntry): boolean {
  const [first, second] = [startOf(one), startOf(other)];
  return first.startsWith(second) || second.startsWith(first);
}

function startOf(pattern: string): string {
  const end = pattern.search(/[*?$<]/);
  return end === -1 ? pattern : pattern.slice(0, end);
}
