import { expect, it } from 'vitest';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { rules } from '../../policies/checks/index.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { guardrails } from '../../policies/library/guardrails/index.ts';
import { openingOf } from './openChoice.ts';

const empty = createDraft({}, builtIn);
const scientist = createDraft({ personas: ['dataScientist'] }, builtIn);
const two = createDraft(
  { personas: ['dataScientist', 'mlopsEngineer'], activities: { mlopsEngineer: [] } },
  builtIn,
);

it.each([
  ['#open=guardrail:vpcOnly', empty, 'limits', { choice: 'vpcOnly' }],
  ['#open=persona:trainingRole', empty, 'who', { choice: 'trainingRole' }],
  ['#open=activity:manageJobs', scientist, 'what', { choice: 'dataScientist/manageJobs' }],
  ['#open=activity:manageJobs', two, 'what', { choice: 'dataScientist/manageJobs' }],
])('%s shows the choice in its step', (hash, draft, step, focusTarget) => {
  const { screen, text } = openingOf(hash, draft, builtIn);
  expect(screen).toMatchObject({ step, focusTarget, half: 'build', dialog: null });
  expect(text).toBeUndefined();
});

it.each([
  ...builtIn.activities.map(({ id }) => `activity:${id}`),
  ...guardrails.map(({ id }) => `guardrail:${id}`),
  ...builtIn.personas.map(({ id }) => `persona:${id}`),
  ...rules.map(({ code }) => `check:${code}`),
])('#open=%s, as the reference has it, shows the entry before anything is selected', (entry) => {
  const { screen } = openingOf(`#open=${entry}`, empty, builtIn);
  expect(screen?.focusTarget ?? null).not.toBeNull();
});

it('shows a check in the list of checks', () => {
  expect(openingOf('#open=check:MISSING_VERSION', empty, builtIn)).toEqual({
    screen: { dialog: 'checks', focusTarget: { check: 'MISSING_VERSION' } },
  });
});

it('names the personas of an activity that no selected persona has', () => {
  const { screen, text } = openingOf('#open=activity:jobData', scientist, builtIn);
  expect(screen).toMatchObject({ step: 'who', focusTarget: { choice: 'trainingRole' } });
  expect(text).toMatch(/is an activity of: .* Select one of them to see it in step 2\.$/);
});

it.each([
  ['#open=activity:no-such', 'This page has no activity with the ID no-such.'],
  ['#open=guardrail:__proto__', 'This page has no guardrail with the ID __proto__.'],
  ['#open=persona:constructor', 'This page has no persona with the ID constructor.'],
])('says of an unknown id that there is none: %s', (hash, text) => {
  expect(openingOf(hash, empty, builtIn)).toEqual({ text });
});

it.each([
  '#open=',
  '#open=guardrail',
  '#open=guardrail:',
  '#open=variable:region',
  '#open=guardrail:vpcOnly ',
  '#open=guardrail:vpcOnly\n',
  '#open=guardrail:"]<img>',
  '#open=guardrail:%76pcOnly',
  '#open=guardrail:vpcOnly&open=persona:trainingRole',
  `#open=guardrail:${'a'.repeat(65)}`,
])('opens nothing for what is no such link, and repeats none of it: %j', (hash) => {
  const { screen, text } = openingOf(hash, empty, builtIn);
  expect(screen).toBeUndefined();
  expect(text).toBe(
    'The part after # isn’t a valid link to an activity, a guardrail, a persona, or a check.',
  );
});
