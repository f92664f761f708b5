import { beforeEach, describe, expect, it } from 'vitest';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { personas } from '../../policies/library/personas/index.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { checkPolicy } from '../../policies/checks/checkPolicy.ts';
import { describeFinding } from '../../policies/checks/described.ts';
import { suppressionOf } from '../../policies/checks/suppression.ts';
import { testCatalog } from '../../policies/testing/testCatalog.ts';
import { useChecks } from '../checks/findingsStore.ts';
import { documentsOf } from '../derived/derived.ts';
import { edit, show, useStore } from '../store.ts';
import { commandEntries } from './commandEntries.ts';
import { searchContent } from './content.ts';
import type { Entry, EntryGroup } from './searchEntry.ts';
import { findEntries } from './find.ts';
import { cpuSeconds } from '../../policies/testing/cpuSeconds.ts';

const everyone = createDraft({ personas: personas.map(({ id }) => id) }, builtIn);
const all = async (): Promise<readonly Entry[]> => [
  ...commandEntries(useStore.getState()),
  ...(await searchContent()),
];
const first = async (query: string, group: EntryGroup): Promise<Entry> => {
  const entry = findEntries(await all(), query).entries.find((one) => one.group === group);
  if (!entry) throw new Error(`nothing for ${query}`);
  return entry;
};
const screen = () => useStore.getState().screen;

beforeEach(() => {
  edit(() => everyone, 'test');
  show({
    dialog: 'palette',
    step: 'who',
    half: 'build',
    documentId: null,
    view: 'policy',
    focusTarget: null,
  });
});

describe('what the palette finds', () => {
  it('has a key of its own, and a name', async () => {
    const keys = (await all()).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect((await all()).filter(({ label }) => label.trim() === '')).toEqual([]);
  });

  it('leads an action to its place in the text', async () => {
    (await first('createtrainingjob', 'Actions')).run();
    const { revealedRange, documentId, half } = screen();
    const document = documentsOf(everyone).find(({ id }) => id === documentId);
    const { offset = 0, length = 0 } = revealedRange ?? {};
    expect(document?.text.slice(offset, offset + length)).toBe('sagemaker:CreateTrainingJob');
    expect([half, revealedRange?.focus]).toEqual(['policy', true]);
  });

  it('has condition keys apart from actions, and leads them to their place', async () => {
    const entries = await all();
    const labelsOf = (group: EntryGroup) =>
      new Set(entries.filter((one) => one.group === group).map(({ label }) => label));
    const [actions, keys] = [labelsOf('Actions'), labelsOf('Condition keys')];
    expect([...keys].filter((key) => actions.has(key))).toEqual([]);
    for (const action of ['kms:CreateGrant', 'iam:PassRole']) expect([...actions]).toContain(action);
    for (const key of ['kms:GrantIsForAWSResource', 'iam:PassedToService']) expect([...keys]).toContain(key);
    (await first('PassedToService', 'Condition keys')).run();
    const { revealedRange, documentId } = screen();
    const text = documentsOf(everyone).find(({ id }) => id === documentId)!.text;
    expect(text.slice(revealedRange!.offset - 1)).toMatch(/^"iam:PassedToService": /);
  });

  it('leads a field to itself, in its step', async () => {
    (await first('account id', 'Fields')).run();
    expect([screen().step, screen().dialog, screen().focusTarget]).toEqual([
      'where',
      null,
      { variable: 'accountId' },
    ]);
  });

  it.each([
    ['training, tuning', 'Activities', 'what'],
    ['vpc', 'Guardrails', 'limits'],
    ['data scientist', 'Personas', 'who'],
  ] as const)('leads %s to its row', async (query, group, step) => {
    (await first(query, group)).run();
    expect(screen().step).toBe(step);
    expect(screen().focusTarget).toHaveProperty('choice');
  });

  it('finds activities by the actions in them, and checks by their codes', async () => {
    expect((await first('sagemaker:createendpoint', 'Activities')).label).not.toBe('');
    (await first('pass role star', 'Checks')).run();
    expect([screen().dialog, screen().focusTarget]).toEqual([
      'checks',
      { check: 'PASS_ROLE_WITH_STAR_IN_RESOURCE' },
    ]);
  });

  it('leads a policy to itself, and a finding to its line', async () => {
    const [document] = documentsOf(everyone);
    const text = document!.text.replace(/"Version": "[^"]*"/, '"Version": "2012-10-18"');
    const catalog = await testCatalog();
    const findings = checkPolicy(text, 'identity', { catalog, placeholders: 'open' }).map((finding) =>
      describeFinding(finding, 'identity', catalog),
    );
    useChecks.setState({ byDocument: { [document!.id]: { text, roles: '', findings, suppressionOf } } });
    (await first('2012-10-18', 'Findings')).run();
    expect(screen().revealedRange).toMatchObject({ documentId: document!.id, ...findings[0]!.range });
    (await first(document!.title, 'Policies')).run();
    expect([screen().documentId, screen().view]).toEqual([document!.id, 'policy']);
  });

  it('offers the nearest where nothing has the words', async () => {
    const { entries, isNearest } = findEntries(await all(), 'sagemaker:CreateTrainngJob');
    expect(isNearest).toBe(true);
    expect(entries[0]?.label).toBe('sagemaker:CreateTrainingJob');
    expect(findEntries(await all(), 'zzqx').entries).toEqual([]);
  });

  it.each([
    ['review', 'Review'],
    ['guarantee', 'Tests and guarantees'],
    ['cloudtrail', 'Build from CloudTrail activity'],
    ['compare', 'Compare'],
  ])('offers for “%s” the command that begins with it first', async (query, label) => {
    expect(findEntries(await all(), query).entries[0]?.label).toBe(label);
  });

  it('offers what can be done now before what can’t', async () => {
    const areOff = findEntries(await all(), '').entries.map(({ isOff }) => isOff === true);
    expect(areOff).toContain(true);
    expect(areOff.slice(areOff.indexOf(true))).not.toContain(false);
  });

  it('shows the commands alone before anything is typed, and few of each group after', async () => {
    expect(new Set(findEntries(await all(), ' ').entries.map(({ group }) => group))).toEqual(
      new Set(['Commands']),
    );
    const { entries } = findEntries(await all(), 'sagemaker');
    for (const group of ['Actions', 'Activities'] as const)
      expect(entries.filter((entry) => entry.group === group)).toHaveLength(6);
  });

  it('is found within a frame or three, with every persona', async () => {
    const entries = await all();
    for (const query of ['s', 'sagemaker create', 'sagemaker:CreateTrainngJob', 'zzqx']) {
      const times = Array.from({ length: 5 }, () => cpuSeconds(() => void findEntries(entries, query)));
      // The quickest: other tests of this process may run beside it.
      expect(Math.min(...times), query).toBeLessThan(0.05);
    }
  });
});
