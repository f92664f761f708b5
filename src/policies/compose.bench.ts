import { bench, describe } from 'vitest';
import { compose } from './compose.ts';
import type { Statement } from './document.ts';
import { createDraft } from './draft.ts';
import { fillExamples } from './example.ts';
import { mergeStatements } from './merge.ts';
import { personas } from './personas/index.ts';
import { printPolicy } from './print.ts';

const everyone = fillExamples(createDraft({ personas: personas.map(({ id }) => id) }));

/** Statements like those that composing makes, with nothing in common between the copies. */
function copies(times: number): readonly Statement[] {
  const statements = compose(everyone).flatMap(({ policy }) => policy.Statement);
  return Array.from({ length: times }, (_, copy) =>
    JSON.stringify(statements).replaceAll('111122223333', `${copy + 100_000_000_000}`),
  ).flatMap((text): readonly Statement[] => JSON.parse(text));
}

const [one, ten] = [copies(1), copies(10)];

describe('one keystroke, all personas, budget 2 ms', () => {
  bench('compose, merge and print', () => {
    for (const { policy } of compose(everyone)) printPolicy(policy);
  });
});

describe('ten times the statements, budget 12 times the time', () => {
  bench('merge once', () => void mergeStatements(one));
  bench('merge ten times as many', () => void mergeStatements(ten));
});
