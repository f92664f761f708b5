import { beforeEach, describe, expect, it } from 'vitest';
import { compose } from '../../policies/compose/compose.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { exampleValues } from '../../policies/compose/exampleValues.ts';
import { matchActivities } from '../../policies/activityCover/matchActivities/matchActivities.ts';
import { variables } from '../../policies/library/variables/index.ts';
import { acceptOffers, planOffers } from './acceptOffers.ts';
import { draftHistory, undo, useStore } from '../store.ts';
import { importPolicies } from './addImported.ts';

const examples = Object.fromEntries(variables.map((one) => [one.id, exampleValues(one, 'aws')]));
const jobs = createDraft(
  {
    personas: ['notebookRole'],
    activities: { notebookRole: [{ activity: 'runJobs', stance: 'hardened', options: {} }] },
    variables: examples,
  },
  builtIn,
);
const made = compose(jobs, builtIn).find(({ kind }) => kind === 'identity')!.policy;
const foreign = { Sid: 'Mine', Effect: 'Allow', Action: 'sns:Publish', Resource: '*' } as const;
const text = JSON.stringify({ ...made, Statement: [foreign, ...made.Statement] }, null, 2);

async function taken(start: Draft) {
  useStore.setState({ draft: start, snapshots: [] });
  draftHistory().clear();
  await importPolicies([{ title: 'Jobs', kind: 'identity', text }], '14:02');
  const document = compose(useStore.getState().draft, builtIn).find(({ id }) => id === 'own-1')!;
  return { document, offers: matchActivities(document.policy, 'identity', builtIn).offers };
}

beforeEach(() => draftHistory().clear());

describe('using an offer', () => {
  it('makes the same statements from the choice, leaves the others, and is one step', async () => {
    const { document, offers } = await taken(createDraft({}, builtIn));
    const before = useStore.getState().draft;
    acceptOffers(document, offers);
    const { draft } = useStore.getState();
    expect(draft.activities).toEqual({
      notebookRole: [{ activity: 'runJobs', stance: 'hardened', options: {} }],
    });
    const documents = compose(draft, builtIn);
    expect(documents.find(({ id }) => id === 'own-1')?.policy.Statement).toEqual([foreign]);
    expect(documents.find(({ id }) => id === 'notebookRole' || id === 'merged')?.policy).toEqual(made);
    undo();
    expect(useStore.getState().draft).toBe(before);
  });

  const role = 'arn:aws:iam::444455556666:role/Other';
  it.each<[string, Partial<Draft>, string | undefined]>([
    ['fits equal values', { variables: examples }, undefined],
    ['never overwrites a value', { variables: { accountId: ['444455556666'] } }, 'values'],
    ['never adds its values to others', { variables: { trainingRoleArns: [role] } }, 'values'],
    [
      'never changes what is chosen',
      { ...jobs, activities: { notebookRole: [{ activity: 'runJobs', stance: 'published', options: {} }] } },
      'chosenOtherwise',
    ],
    ['fits what is chosen just so', jobs, undefined],
  ])('%s', async (_, start, obstacle) => {
    const { document, offers } = await taken(createDraft(start, builtIn));
    const before = useStore.getState().draft;
    const plan = planOffers(before, document, offers);
    expect(plan.offers.map((entry) => entry.obstacle)).toEqual([obstacle]);
    expect(plan.statements.length > 0).toBe(obstacle === undefined);
    acceptOffers(document, offers);
    expect(useStore.getState().draft === before).toBe(obstacle !== undefined);
  });

  it('brings nothing along that was chosen for the persona before', async () => {
    const kept = { notebookRole: [{ activity: 'notebookData', stance: 'published' as const, options: {} }] };
    const { document, offers } = await taken(createDraft({ activities: kept }, builtIn));
    acceptOffers(document, offers);
    const { activities } = useStore.getState().draft;
    expect(activities['notebookRole']?.map(({ activity }) => activity)).toEqual(['runJobs']);
  });
});
