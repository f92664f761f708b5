import { describe, expect, it } from 'vitest';
import { setGuardrails, setSizing, setStance } from '../../policies/draft/editDraft.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { guardrails } from '../../policies/library/guardrails/index.ts';
import { useStore } from '../store.ts';
import { changedPairs } from './changedPairs.ts';

useStore.setState({ ruleset: builtIn });
const draft = createDraft({ personas: ['dataScientist', 'trainingRole'] }, builtIn);

describe('the policies that differ between two drafts', () => {
  it('are those of the role whose choice is another one', () => {
    const [choice] = draft.activities['dataScientist'] ?? [];
    const published = setStance(draft, 'dataScientist', choice!.activity, 'published');
    const pairs = changedPairs(published, draft);
    expect(pairs.map(({ kind }) => kind)).toEqual(['identity']);
    expect(pairs[0]?.before).not.toEqual(pairs[0]?.after);
    expect(changedPairs(draft, draft)).toEqual([]);
  });

  it('are compared with all parts of a policy that is split', () => {
    const ids = guardrails.map(({ id }) => id);
    const [whole, split] = [false, true].map((on) =>
      setSizing(setGuardrails(draft, ids, true), { split: on }),
    );
    const pairs = changedPairs(whole!, split!);
    expect(pairs.length).toBeGreaterThan(0);
    for (const { before, after } of pairs) {
      expect(before).toHaveLength(1);
      expect(after.length).toBeGreaterThan(1);
    }
  });
});
