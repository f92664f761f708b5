import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import * as draftConflicts from '../../policies/compose/draftConflicts.ts';
import * as roleStates from '../../policies/compose/roleStates.ts';
import * as variablesInUse from '../../policies/compose/variablesInUse.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { fillExamples } from '../../policies/compose/exampleValues.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { useStore } from '../../state/store.ts';
import { WhereStep } from './WhereStep.tsx';

/** Drawn without a browser, a store shows the state that it began with: here it shows the present one. */
vi.mock('../../state/store.ts', async (load) => {
  const actual = await load<typeof import('../../state/store.ts')>();
  const present = <Part,>(select: (state: ReturnType<typeof actual.useStore.getState>) => Part) =>
    select(actual.useStore.getState());
  return {
    ...actual,
    useStore: Object.assign(present, actual.useStore),
    useRuleset: actual.rulesetInForce,
  };
});
vi.mock('../common/characters.ts', async (load) => ({
  ...(await load<typeof import('../common/characters.ts')>()),
  useCharacters: () => null,
}));
vi.mock('../../policies/compose/draftConflicts.ts', { spy: true });
vi.mock('../../policies/compose/roleStates.ts', { spy: true });
vi.mock('../../policies/compose/variablesInUse.ts', { spy: true });

const everyone = builtIn.personas.map(({ id }) => id);

/** How often each function runs when the step is drawn after a letter. */
function countsAfterLetter(personas: readonly string[]) {
  const draft = fillExamples(createDraft({ personas }, builtIn), builtIn);
  const drawn = (shown: Draft) => {
    useStore.setState({ draft: shown, ruleset: builtIn });
    return renderToStaticMarkup(<WhereStep />);
  };
  const before = drawn(draft);
  vi.clearAllMocks();
  const after = drawn({ ...draft, variables: { ...draft.variables, accountId: ['111122223334'] } });
  expect(after).not.toBe(before);
  const counted = {
    draftConflicts: draftConflicts.draftConflicts,
    rolesWithState: roleStates.rolesWithState,
    variablesInUse: variablesInUse.variablesInUse,
  };
  return {
    fields: [...after.matchAll(/<input/g)].length,
    ...Object.fromEntries(
      Object.entries(counted).map(([name, one]) => [name, vi.mocked(one).mock.calls.length]),
    ),
    variablesOfRole: vi.mocked(variablesInUse.variablesOfRole).mock.calls.length / personas.length,
  };
}

it('a letter in a field computes once what all fields show of the roles', () => {
  const counts = countsAfterLetter(everyone);
  expect(counts.fields).toBeGreaterThan(50);
  expect(counts).toMatchObject({
    draftConflicts: 1,
    rolesWithState: 2,
    variablesInUse: 1,
    variablesOfRole: 1,
  });
});
