import { findVariable, type Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { textsOfGuarantees } from './guaranteeWithout.ts';

/** A text that a person wrote, and where it is. */
export interface RemainingText {
  readonly where: string;
  readonly text: string;
}

/** Everything that a person wrote and that stays in a draft without identifiers. `variables`: the values that stay. */
export const remainingTexts = (
  draft: Draft,
  variables: ReadonlyMap<string, readonly string[]>,
  ruleset: Ruleset,
): readonly RemainingText[] => [
  ...textsOfTests(draft),
  ...textsOfGuarantees(draft),
  ...textsOfEdits(draft),
  ...textsOfVariables(variables, ruleset),
];

const textsOfTests = ({ proofs }: Draft): readonly RemainingText[] =>
  proofs.map(({ title, action, resource, context }) => ({
    where: 'Test',
    text: [title, action, resource, ...Object.entries(context).flat(2)].join(' · '),
  }));

const textsOfEdits = ({ edits }: Draft): readonly RemainingText[] =>
  Object.entries(edits).flatMap(([id, { own, head, tail, entries, removed }]) => {
    const where = own ? `Document ${own.title}` : `Edit in ${id}`;
    const texts = [head, tail, ...entries.flatMap(({ text, base }) => [text, base])];
    return [...texts, ...removed.map(({ base }) => base)].flatMap((text) =>
      text === undefined ? [] : [{ where, text }],
    );
  });

const textsOfVariables = (
  remaining: ReadonlyMap<string, readonly string[]>,
  ruleset: Ruleset,
): readonly RemainingText[] =>
  [...remaining].flatMap(([id, values]) => {
    const variable = findVariable(id, ruleset);
    return variable?.kind === 'tagKey' ? [{ where: variable.label, text: values.join(', ') }] : [];
  });
