import { bench, describe } from 'vitest';
import { builtIn } from '../../src/policies/library/builtIn.ts';
import { compose } from '../../src/policies/compose/compose.ts';
import { deliver } from '../../src/policies/compose/deliver.ts';
import type { Statement } from '../../src/policies/language/policy.ts';
import { type Draft } from '../../src/policies/model/draft.ts';
import { mergeStatements } from '../../src/policies/compose/merge/mergeStatements.ts';
import { printPolicy } from '../../src/policies/language/print.ts';
import { eightRoles, everyChoice, everyPersona } from './everyChoice.ts';

const eight = eightRoles();
const everyone = everyPersona();
const everything = everyChoice();

let typed = 0;

/** Ten keys in one field, then ten in the next: a value more, and a value less. */
function keystroke(draft: Draft): Draft {
  const fields = Object.keys(draft.variables);
  const field = fields[Math.floor(typed / 10) % fields.length] ?? '';
  typed += 1;
  const values = draft.variables[field] ?? [];
  const changed = typed % 2 === 0 ? values : [...values, ...values.slice(0, 1)];
  return { ...draft, variables: { ...draft.variables, [field]: changed } };
}

/** Statements like those that composing makes, with nothing in common between the copies. */
function copies(times: number): readonly Statement[] {
  const statements = compose(everyone, builtIn).flatMap(({ policy }) => policy.Statement);
  return Array.from({ length: times }, (_, copy) =>
    JSON.stringify(statements).replaceAll('111122223333', `${copy + 100_000_000_000}`),
  ).flatMap((text): readonly Statement[] => JSON.parse(text));
}

const [one, ten] = [copies(1), copies(10)];

describe('one keystroke, budget 2 ms for eight roles, and 10 ms for every persona and guardrail', () => {
  bench('compose, merge and print, eight roles', () => {
    for (const { policy } of compose(keystroke(eight), builtIn)) printPolicy(policy);
  });
  bench('compose, merge and print, all personas', () => {
    for (const { policy } of compose(keystroke(everyone), builtIn)) printPolicy(policy);
  });
  bench('compose, merge and print, every activity and guardrail', () => {
    for (const { policy } of compose(keystroke(everything), builtIn)) printPolicy(policy);
  });
  bench('the same, split to fit the quotas', () => {
    for (const { policy } of deliver(keystroke(everything), builtIn).documents) printPolicy(policy);
  });
});

describe('ten times the statements, budget 12 times the time', () => {
  bench('merge once', () => void mergeStatements(one));
  bench('merge ten times as many', () => void mergeStatements(ten));
});
