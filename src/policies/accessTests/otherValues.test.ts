import { expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { runGuarantees } from '../guarantees/runGuarantees.ts';
import { builtIn } from '../library/builtIn.ts';
import { findActivity } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { runTests } from './runTests.ts';

/** A role with every activity that its persona offers, with the n-th value after the default of each option. */
function everythingOf(persona: string, nth: number): Draft {
  const chosen = (builtIn.personaById.get(persona)?.activities ?? []).map(({ activity }) => {
    const options = (findActivity(activity, builtIn)?.options ?? []).map(
      ({ id, choices, default: usual }) => {
        const at = choices.findIndex(({ value }) => value === usual);
        return [id, choices[(at + nth) % choices.length]?.value ?? usual] as const;
      },
    );
    return {
      ...chooseActivity(activity, builtIn),
      stance: 'hardened' as const,
      options: Object.fromEntries(options),
    };
  });
  return fillExamples(
    createDraft({ personas: [persona], activities: { [persona]: chosen } }, builtIn),
    builtIn,
  );
}

it.each(['notebookRole', 'hyperPodAdmin', 'mlopsEngineer', 'platformAdmin'])(
  '%s with all of its activities passes its tests and keeps its guarantees, whatever the values of options',
  (persona) => {
    for (const nth of [0, 1, 2]) {
      const draft = everythingOf(persona, nth);
      const documents = compose(draft, builtIn);
      const failed = runTests(draft, documents, builtIn).flatMap(({ state, proof }) =>
        state === 'fails' ? [proof.id] : [],
      );
      const violated = runGuarantees({ draft, documents, ruleset: builtIn }).flatMap(({ id, answer }) =>
        answer.state === 'proven' ? [] : [id],
      );
      expect([nth, ...failed, ...violated]).toEqual([nth]);
    }
  },
);
