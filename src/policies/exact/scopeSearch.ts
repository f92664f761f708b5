import { readOperator } from '../language/conditionOperator.ts';
import { hasPlaceholder } from '../language/placeholder.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { ask, searchOutside } from './decide/search.ts';
import { ValueFinder } from './decide/values.ts';
import { conditionLiteral } from './question/conditionLiteral.ts';
import { keyFactsOf } from './question/readQuestion.ts';
import { resourceLiterals, type QuestionReading } from './question/readStatement.ts';
import type { Box } from './question/test.ts';
import { Tests } from './question/tests.ts';
import { ATTACHED_RESOURCE, hasTwoReadings, type Requirement, type Scope } from './scope.ts';
import { ScopeExamples } from './scopeExample.ts';
import { Steps } from './steps.ts';
import type { Reading } from './texts/textPattern.ts';

type ScopeReading = Exclude<Reading, 'plain'>;

/** Whether no request is in all of some scopes and outside of others: false where it is not proven. */
export interface ScopeAnswer {
  readonly isEmpty: boolean;
  /** How many steps it took. */
  readonly steps: number;
}

/** The steps that one question may take, and all of a comparison together. */
export const SCOPE_STEPS = 40_000;

const OPEN: ScopeAnswer = { isEmpty: false, steps: 0 };

/** Answers questions about scopes. What it remembers of them is the same whatever was asked before. */
export class ScopeSearch {
  private readonly examples = new ScopeExamples();
  private readonly tests: Readonly<Record<ScopeReading, Tests>> = { fields: new Tests(), short: new Tests() };

  /** Looks for a request first: most questions have one. */
  answer(scopes: readonly Scope[], outside: readonly Scope[]): ScopeAnswer {
    const all = [...scopes, ...outside];
    if (!all.every(isWholeText) || this.examples.find(scopes, outside)) return OPEN;
    const steps = new Steps(SCOPE_STEPS);
    const keys = keyFactsOf(all.map(documentOf), 'layers', undefined);
    const isEmptyIn = (reading: ScopeReading) => {
      const tests = this.tests[reading];
      const question: QuestionReading = { tests, reading, fillings: new Map(), keys, rules: 'layers' };
      return isEmpty(scopes, outside, question, steps);
    };
    const found = isEmptyIn('fields') && (!all.some(hasTwoReadings) || isEmptyIn('short'));
    return { isEmpty: found, steps: steps.taken };
  }
}

function isEmpty(
  scopes: readonly Scope[],
  outside: readonly Scope[],
  question: QuestionReading,
  steps: Steps,
): boolean {
  const finder = new ValueFinder('upper', question.keys, false, steps, 'layers');
  const boxes = scopes.flatMap((scope) => boxOfScope(scope, question));
  const asked = ask(new Map(), boxes, finder);
  const others = outside.map((scope) => boxOfScope(scope, question));
  const found = asked && searchOutside(asked, others, finder, steps);
  return !found && !steps.areUsedUp;
}

/** Its conditions as a policy, of which keys are read. */
const documentOf = ({ requirements }: Scope): PolicyDocument => ({
  Statement: requirements.map(({ operator, key, values }) => ({
    Effect: 'Allow',
    Condition: { [operator]: { [key]: values } },
  })),
});

/** Who calls is left out: only scopes of the same callers are compared. */
function boxOfScope({ resource, requirements, variables = false }: Scope, question: QuestionReading): Box {
  const named = typeof resource === 'string' ? { Resource: resource } : { NotResource: resource.allBut };
  return [
    ...(resource === ATTACHED_RESOURCE ? [] : resourceLiterals(named, variables, question)),
    ...requirements.map((requirement) => literalOf(requirement, variables, question)),
  ];
}

const literalOf = (
  { operator, key, values }: Requirement,
  variables: boolean,
  { tests, fillings, rules, keys }: QuestionReading,
) =>
  conditionLiteral({
    operator: readOperator(operator),
    operatorText: operator,
    key,
    values,
    domain: keys.get(key)?.domain ?? 'text',
    variables,
    tests,
    fillings,
    rules,
  });

/** Whether nothing is missing where it is no text of a set: in the names of keys, and under `Null`. */
const isWholeText = ({ requirements }: Scope): boolean =>
  requirements.every(
    ({ operator, key, values }) =>
      !hasPlaceholder(key) && !(operator === 'null' && values.some(hasPlaceholder)),
  );
