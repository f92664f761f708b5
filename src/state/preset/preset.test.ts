import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { type PreviewedChange, previewPreset } from '../../policies/presets/previewPreset.ts';
import { readPreset } from '../../policies/presets/readPreset.ts';
import { rulesetOf } from '../../policies/presets/rulesetOf.ts';
import { local } from '../storage/area.ts';
import { useStore } from '../store.ts';
import { presetInAddress, useHostPreset } from './presetInUse.ts';
import { earlierSet, previewNamed, readPreviewed } from './previewedPreset.ts';
import { previewLine } from './previewLines.ts';
import { samplePresets } from './samplePresets.ts';

const folder = new URL('../../../public/presets/', import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, folder), 'utf8');

it('the samples that are offered are those that are deployed, by their titles', () => {
  const deployed = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !['index.json', 'preset.schema.json'].includes(name))
    .map((file) => {
      const reading = readPreset(file, textOf(file));
      return { file, title: reading.ok ? reading.preset.title : '' };
    });
  const byFile = (one: { file: string }, other: { file: string }) => one.file.localeCompare(other.file);
  expect(samplePresets.toSorted(byFile)).toEqual(deployed.toSorted(byFile));
});

it.each<[hash: string, file: string | undefined]>([
  ['#preset=acme.json', 'acme.json'],
  ['#preset=', ''],
  ['#preset=../../secret.json', '../../secret.json'],
  ['#new', undefined],
  ['', undefined],
])('the address %s names %s', (hash, file) => {
  expect(presetInAddress(hash)).toBe(file);
});

const why = { owner: 'Security', reason: 'Because.' };

it.each<[Omit<PreviewedChange, 'why'>, string]>([
  [
    { kind: 'filled', id: 'accountId', was: [], is: ['111122223333'] },
    'Account ID: filled in with 111122223333',
  ],
  [{ kind: 'value', id: 'region', was: ['us-east-1'], is: ['eu-west-1'] }, 'Region: us-east-1 → eu-west-1'],
  [{ kind: 'value', id: 'region', was: ['us-east-1'], is: [] }, 'Region: us-east-1 is removed'],
  [
    { kind: 'value', id: 'region', was: ['eu-west-1'], is: ['eu-west-1'] },
    'Region: other values of roles and environments are removed',
  ],
  [
    { kind: 'value', id: 'region', was: [], is: ['eu-west-1'] },
    'Region: other values of roles and environments are removed',
  ],
  [
    { kind: 'activity', id: 'consoleReadAccess', was: ['dataScientist', 'gone'], is: [] },
    'View the SageMaker console: removed from Data scientist, gone',
  ],
  [
    { kind: 'delivery', id: '', was: ['deny'], is: ['boundary'] },
    'Enforcement of guardrails and exemptions: deny statements in each policy → permissions boundary',
  ],
  [{ kind: 'name', id: '', was: ['Fraud'], is: ['acme-fraud'] }, 'Policy set name: Fraud → acme-fraud'],
])('%j reads well', (change, line) => {
  expect(previewLine({ ...change, why }, builtIn)).toEqual(line);
});

it('every change that a sample makes in a set has a line of its own', () => {
  const draft = createDraft({ personas: ['dataScientist', 'trainingRole'], name: 'Fraud' }, builtIn);
  for (const { file } of samplePresets) {
    const reading = readPreset(file, textOf(file));
    if (!reading.ok) throw new Error(file);
    const { changes } = previewPreset(draft, builtIn, reading.preset);
    const lines = changes.map((change) => previewLine(change, rulesetOf(reading.preset)));
    expect(new Set(lines).size).toBe(changes.length);
    expect(changes.length).toBeGreaterThan(1);
  }
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  useStore.setState({ snapshots: [], notices: [] });
});

it.each<[string | null, boolean, string]>([
  [null, false, 'none'],
  ['{}', false, 'opens'],
  ['{}', true, 'kept'],
])(
  'a set made earlier (%j) next to a page without a set, with a snapshot %j: %s',
  (stored, hasSnapshot, expected) => {
    vi.spyOn(local, 'read').mockReturnValue(stored);
    const draft = createDraft({}, builtIn);
    if (hasSnapshot) useStore.setState({ snapshots: [{ id: 'p', name: 'Before', draft }] });
    expect(earlierSet()).toBe(expected);
  },
);

it('a preset that the page can’t even look for is reported', async () => {
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
  expect(await readPreviewed('acme.json')).toBeUndefined();
  expect(useStore.getState().notices).toEqual([{ id: 'previewUnreachable', text: 'presets/acme.json' }]);
});

it('a preview of a copy that the browser has kept says so, and not that it is in force', async () => {
  vi.stubGlobal('fetch', async (address: string) =>
    address.endsWith('index.json')
      ? new Response('{"use":null}')
      : new Response(textOf('regulated.json'), { headers: { 'x-kept-because': 'status%20503' } }),
  );
  expect(await readPreviewed('regulated.json')).toMatchObject({ file: 'regulated.json', isHosts: false });
  const text = 'presets/regulated.json: status 503';
  expect(useStore.getState().notices).toEqual([{ id: 'previewKept', text }]);
});

it.each<[host: string | undefined, words: string]>([
  [undefined, 'Acme is in use in this tab, so presets/other.json isn’t previewed.'],
  ['acme.json', 'Acme applies to everyone who opens this page, so presets/other.json can’t be previewed.'],
  ['other.json', ''],
])('a link to a preset while one is in force, from the host: %s', async (file, words) => {
  vi.stubGlobal('location', { hash: '', pathname: '/', search: '' });
  vi.stubGlobal('history', { replaceState: () => undefined });
  const ruleset = rulesetOf({ version: 1, title: 'Acme' });
  const before = useStore.getState().ruleset;
  useStore.setState({ ruleset });
  useHostPreset.setState({ file });
  await previewNamed('#preset=other.json');
  const said = useStore.getState().notices.map((notice) => ('text' in notice ? notice.text : ''));
  expect(said.join('')).toContain(words);
  expect(said).toHaveLength(words === '' ? 0 : 1);
  useStore.setState({ ruleset: before });
  useHostPreset.setState({ file: undefined });
});

it.each<[hash: string, notice: string]>([
  ['#preset=acme.json', 'presetInUseUnreachable'],
  ['', 'presetUnreachable'],
])('where nothing answers at the start of %j, the notice is %s', async (hash, id) => {
  vi.resetModules();
  vi.stubGlobal('location', { hash });
  vi.stubGlobal('history', { state: { presetInUse: 'acme.json' } });
  vi.stubGlobal('fetch', () => Promise.reject(new Error('nothing answers')));
  const { startPreset } = await import('./startPreset.ts');
  await startPreset();
  const store = await import('../store.ts');
  expect(store.useStore.getState().notices).toEqual([{ id }]);
});
