import { bench, describe } from 'vitest';
import { builtIn } from '../library/builtIn.ts';
import { compose } from './compose.ts';
import { deliver } from './deliver.ts';
import type { Statement } from '../language/policy.ts';
import { type Draft, noLimits } from '../model/draft.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { fillExamples } from './exampleValues.ts';
import { guardrails } from '../library/guardrails/index.ts';
import { mergeStatements } from './merge/mergeStatements.ts';
import { personas } from '../library/personas/index.ts';
import { printPolicy } from '../language/print.ts';

const ids = personas.map(({ id }) => id);
const everyone = fillExamples(createDraft({ personas: ids }, builtIn), builtIn);
const everything = fillExamples(
  createDraft(
    {
      personas: ids,
      activities: Object.fromEntries(
        personas.map(({ id, activities }) => [
          id,
          activities.map(({ activity }) => chooseActivity(activity, builtIn)),
        ]),
      ),
      limits: {
        ...noLimits,
        chosen: guardrails.map(({ id }) => ({ guardrail: id, options: {} })),
        exemption: true,
      },
    },
    builtIn,
  ),
  builtIn,
);

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

describe('one keystroke, budget 2 ms', () => {
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
