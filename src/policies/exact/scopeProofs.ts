import type { ComparisonMemory } from './comparisonMemory.ts';
import { ATTACHED_RESOURCE, type Scope } from './scope.ts';
import { SCOPE_STEPS, type ScopeAnswer } from './scopeSearch.ts';

/**
 * Proofs that every request of a scope is in some others, taken together, as `simulate` matches requests. What is not proven may
 * be so nonetheless. The answers of one comparison have a number of steps together, which is the same whatever is known already.
 */
export class ScopeProofs {
  readonly memory: ComparisonMemory;
  private left = SCOPE_STEPS;
  private readonly paid = new Set<ScopeAnswer>();
  private used: ScopeAnswer[] = [];

  constructor(memory: ComparisonMemory) {
    this.memory = memory;
  }

  /** Whether all that is in a scope is in one of the others. */
  isCovered(scope: Scope, by: readonly Scope[]): boolean {
    const near = by.length === 0 ? by : by.filter((other) => mayCover(other, scope));
    return this.isEmpty([scope], near);
  }

  /** Whether all that is both in a scope and in some of `within` is in one of the others. */
  isApart(scope: Scope, within: readonly Scope[], by: readonly Scope[]): boolean {
    const near = by.filter((other) => mayCover(other, scope));
    return within.every((other) => !mayShare(other, scope) || this.isEmpty([scope, other], near));
  }

  get areUsedUp(): boolean {
    return this.left <= 0;
  }

  /** Finds something out, together with the answers that it follows from. */
  collect<Value>(find: () => Value): { readonly value: Value; readonly answers: readonly ScopeAnswer[] } {
    this.used = [];
    const value = find();
    return { value, answers: this.used };
  }

  /** Pays for answers that are known; gives whether there were enough steps, and takes none where there were not. */
  pay(answers: readonly ScopeAnswer[]): boolean {
    const open = [...new Set(answers)].filter((one) => !this.paid.has(one));
    const steps = open.reduce((sum, one) => sum + one.steps, 0);
    if (this.left < steps) return false;
    for (const one of open) this.paid.add(one);
    this.left -= steps;
    return true;
  }

  private isEmpty(scopes: readonly Scope[], outside: readonly Scope[]): boolean {
    const answer = this.memory.answer(scopes, outside);
    if (answer.steps === 0) return answer.isEmpty;
    this.used.push(answer);
    if (this.pay([answer])) return answer.isEmpty;
    this.left = 0;
    return false;
  }
}
const mayCover = (wide: Scope, narrow: Scope): boolean =>
  (wide.principal === '*' || wide.principal === narrow.principal) && startsMeet(wide, narrow);

/** Callers that are named in different ways may be the same. */
const mayShare = (one: Scope, other: Scope): boolean => startsMeet(one, other);

/** Whether a resource may match both, by how they begin. */
function startsMeet({ resource: one }: Scope, { resource: other }: Scope): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return true;
  if (one === ATTACHED_RESOURCE || other === ATTACHED_RESOURCE) return true;
  const [first, second] = [startOf(one), startOf(other)];
  return first.startsWith(second) || second.startsWith(first);
}

const startOf = (pattern: string): string => {
  const end = pattern.search(/[*?$<]/);
  return end === -1 ? pattern : pattern.slice(0, end);
};
