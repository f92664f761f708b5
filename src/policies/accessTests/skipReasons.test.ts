import { expect, it } from 'vitest';
import { createDraft } from '../draft/createDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import { mustAllow, mustDeny } from '../library/accessTests/accessTest.ts';
import { skipReasonOfPersona } from './skipReasons.ts';

const offered = builtIn.personaById.get('trainingRole')?.activities ?? [];
const [recommended, optional] = [true, false].map(
  (selected) => offered.find((one) => one.selected === selected)?.activity,
);
const elsewhere = builtIn.activities.find(({ id }) => offered.every(({ activity }) => activity !== id))?.id;

it.each([
  ['is recommended', recommended, 'activity'],
  ['is offered as an addition', optional, 'optionalActivity'],
  ['the persona doesn’t offer', elsewhere, 'activity'],
] as const)('a test of an activity that %s and isn’t selected', (_, activity, reason) => {
  expect(activity).toBeDefined();
  const [test] = mustAllow([['x', 'x', 's3:GetObject', '*', {}, { activity: `${activity}` }]]);
  const draft = createDraft({ personas: ['trainingRole'], activities: { trainingRole: [] } }, builtIn);
  expect(skipReasonOfPersona(test!, 'trainingRole', draft, new Map(), builtIn)).toBe(reason);
});

it.each([recommended, optional, elsewhere])('a call that must be denied is tested without %s', (activity) => {
  const [test] = mustDeny([['x', 'x', 's3:GetObject', '*', {}, { activity: `${activity}` }]]);
  const draft = createDraft({ personas: ['trainingRole'], activities: { trainingRole: [] } }, builtIn);
  expect(skipReasonOfPersona(test!, 'trainingRole', draft, new Map(), builtIn)).toBeUndefined();
});
