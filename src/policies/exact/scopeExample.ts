import { readOperator } from '../language/conditionOperator.ts';
import { type ConditionClause, readClause } from '../simulate/conditions/clause.ts';
import { type AccessRequest, contextOfRequest } from '../simulate/request.ts';
import { resourceMatchers } from '../language/resourcePattern.ts';
import { OTHER_VALUES, sampleValues } from '../simulate/sampleValues.ts';
import { YES } from '../simulate/ternary.ts';
import { ATTACHED_RESOURCE, type Requirement, type Scope, scopeKey } from './scope.ts';

type Values = AccessRequest['context'];

/** More than this is left to a search. */
const MOST_CONTEXTS = 200;

/** What a request is about, and its context. */
export interface ScopeExample {
  readonly resource: string;
  readonly context: Values;
}

/**
 * Finds requests by trying values that conditions name: most questions have one, and a request that is found saves the search for
 * the proof that there is none. Each is evaluated as `simulate` does; nothing is said where none is found.
 */
export class ScopeExamples {
  private readonly scopes = new WeakMap<Scope, ReadScope>();
  private readonly clauses = new Map<string, ConditionClause | undefined>();
  private left = 0;

  /** A request that is in all of the scopes and outside of the others. */
  find(scopes: readonly Scope[], outside: readonly Scope[]): ScopeExample | undefined {
    const inside = scopes.map((scope) => this.readScope(scope));
    const others = outside.map((scope) => this.readScope(scope));
    if (![...inside, ...others].every(({ isRead }) => isRead)) return undefined;
    this.left = MOST_CONTEXTS;
    const clauses = inside.flatMap((scope) => scope.clauses);
    for (const { example: resource } of inside) {
      if (resource === undefined || !inside.every(({ matches }) => matches(resource))) continue;
      const start = this.contextIn(clauses);
      const near = others.filter(({ mayMatch }) => mayMatch(resource)).map((scope) => scope.clauses);
      const context = start && this.contextOutside(start, clauses, near);
      if (context) return { resource, context: context.values };
    }
    return undefined;
  }

  private readScope(scope: Scope): ReadScope {
    const known = this.scopes.get(scope);
    if (known) return known;
    const { requirements, variables = false } = scope;
    const clauses = requirements.flatMap((requirement) => this.readClause(requirement, variables) ?? []);
    const isRead = clauses.length === requirements.length;
    const read = { ...readResource(scope.resource, variables), clauses, isRead };
    this.scopes.set(scope, read);
    return read;
  }

  /** The same condition is in many scopes. */
  private readClause(requirement: Requirement, variables: boolean): ConditionClause | undefined {
    const text = `${variables} ${scopeKey(requirement)}`;
    if (!this.clauses.has(text)) {
      const { operator, key, values } = requirement;
      this.clauses.set(text, readClause(operator, key, values, variables));
    }
    return this.clauses.get(text);
  }

  /** A context that meets conditions, key by key. */
  private contextIn(clauses: readonly ConditionClause[]): Context | undefined {
    let found = new Context({});
    for (const clause of clauses) {
      if (found.meets(clause)) continue;
      const own = clauses.filter(({ lowerKey }) => lowerKey === clause.lowerKey);
      const next = this.firstOf(own, found, (context) => context.meetsAll(own));
      if (!next) return undefined;
      found = next;
    }
    return found.meetsAll(clauses) ? found : undefined;
  }

  /** Changes a context until it meets not all conditions of any of the others. */
  private contextOutside(
    start: Context,
    inside: readonly ConditionClause[],
    others: readonly (readonly ConditionClause[])[],
  ): Context | undefined {
    let context = start;
    for (const [place, clauses] of others.entries()) {
      if (!context.meetsAll(clauses)) continue;
      const isOutside = (one: Context) => !others.slice(0, place + 1).some((all) => one.meetsAll(all));
      const next = this.firstOf(clauses, context, (one) => isOutside(one) && one.meetsAll(inside));
      if (!next) return undefined;
      context = next;
    }
    return context;
  }

  /** The first context with another value of a key of some clause of which something is so. */
  private firstOf(
    clauses: readonly ConditionClause[],
    context: Context,
    isSo: (context: Context) => boolean,
  ): Context | undefined {
    for (const clause of clauses)
      for (const other of alternatives(clause, context)) {
        this.left -= 1;
        if (this.left < 0) return undefined;
        if (isSo(other)) return other;
      }
    return undefined;
  }
}

/** The context of a request. */
class Context {
  readonly values: Values;
  readonly read: ReturnType<typeof contextOfRequest>;

  constructor(values: Values) {
    this.values = values;
    this.read = contextOfRequest(values);
  }

  meets(clause: ConditionClause): boolean {
    return clause.test(this.read) === YES;
  }

  meetsAll(clauses: readonly ConditionClause[]): boolean {
    return clauses.every((clause) => this.meets(clause));
  }
}

/** The context with each value of a clause’s key that is worth trying, and without the key. */
function* alternatives({ lowerKey, ...clause }: ConditionClause, context: Context): Generator<Context> {
  const { [lowerKey]: _own, ...others } = context.values;
  yield new Context(others);
  const isList = readOperator(clause.operator)?.qualifier !== undefined;
  for (const sample of [...sampleValues({ lowerKey, ...clause }, context.read), ...OTHER_VALUES])
    yield new Context({ ...others, [lowerKey]: isList ? [sample] : sample });
}

/** A scope ready to be tested. */
interface ReadScope extends ReadResource {
  readonly clauses: readonly ConditionClause[];
  /** Whether each of its conditions can be read. */
  readonly isRead: boolean;
}

interface ReadResource {
  /** A resource that it is about; nothing where that depends on unknown text. */
  readonly example: string | undefined;
  /** Whether it is about a resource for certain. */
  matches(resource: string): boolean;
  /** Whether it is or can be, where that depends on unknown text. */
  mayMatch(resource: string): boolean;
}

const anything: ReadResource = { example: '*', matches: () => true, mayMatch: () => true };

function readResource(resource: Scope['resource'], variables: boolean): ReadResource {
  if (resource === ATTACHED_RESOURCE) return anything;
  const isExcept = typeof resource !== 'string';
  const patterns = isExcept ? resource.allBut : [resource];
  const read = patterns.map((pattern) => patternMatcher(pattern, variables));
  const matches = (text: string) => read.every((pattern) => pattern?.(text) === !isExcept);
  const mayMatch = (text: string) => read.every((pattern) => pattern?.(text) !== isExcept);
  const example =
    isExcept || resource === '*' ? '*' : resource.replaceAll(/\*+/g, 'zq-1').replaceAll('?', 'z');
  return { example: matches(example) ? example : undefined, matches, mayMatch };
}

/** Nothing where a pattern has unknown text: a policy variable, or a missing value. */
const patternMatcher = (pattern: string, variables: boolean) =>
  pattern.includes('<') || (variables && pattern.includes('${'))
    ? undefined
    : resourceMatchers({ text: pattern }).fields;
