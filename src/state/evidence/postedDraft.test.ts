import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Catalog } from '../../policies/catalog/catalog.ts';
import { fillExamples } from '../../policies/compose/exampleValues.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { addImportedPolicy } from '../../policies/handEdits/importedPolicies.ts';
import { withParsedEdits } from '../../policies/handEdits/parsedEdits.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import type { Preset } from '../../policies/library/preset.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { enforcePreset } from '../../policies/presets/enforce.ts';
import { rulesetOf } from '../../policies/presets/rulesetOf.ts';
import { testCatalog } from '../../policies/testing/testCatalog.ts';
import { servicePatterns } from '../catalog/servicePatterns.ts';
import { deliveredOf, setPatterns } from '../derived/derived.ts';
import { useStore } from '../store.ts';
import { NoData } from '../workers/serve.ts';
import { composer } from './composePosted.ts';
import { postedDraft } from './postedDraft.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const plain = createDraft({ personas: ['dataScientist', 'notebookRole'] }, builtIn);
const text = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}';
const entries = [{ key: 'hand-1', text: '{"Effect":"Deny","Action":"sagemaker:*","Resource":"*"}' }];
const edited = withParsedEdits({ ...plain, edits: { dataScientist: { entries, removed: [] } } });
const { draft: imported } = addImportedPolicy(edited, { title: 'X', kind: 'service-control', text });
const patterned: Draft = { ...plain, sizing: { ...plain.sizing, shorten: 'wildcards' } };
const ofRegion: Draft = { ...plain, variables: { ...plain.variables, region: ['eu-west-1'] } };
const locked: Preset = {
  version: 1,
  title: 'Rules',
  lockedValues: { region: { values: ['us-east-1'], owner: 'Security', reason: 'Data stays there.' } },
};
const preset = rulesetOf(locked);

describe('the worker composes the documents that the page shows', () => {
  beforeEach(() => () => {
    setPatterns([], () => undefined);
    useStore.setState({ ruleset: builtIn, enforce: (draft) => draft });
  });

  it.each([
    ['as they are', plain, builtIn, []],
    ['hand edits and an imported policy', imported, builtIn, []],
    [
      'to be split and inline',
      { ...plain, sizing: { ...plain.sizing, split: true, attach: 'inline' } },
      builtIn,
      [],
    ],
    ['patterns for actions, of no service yet', patterned, builtIn, []],
    ['patterns for actions of some services', patterned, builtIn, ['sagemaker', 's3']],
    [
      'a further role',
      {
        ...plain,
        personas: [...plain.personas, 'notebookRole-2'],
        roles: { 'notebookRole-2': { name: '', persona: 'notebookRole', label: 'B' } },
      },
      builtIn,
      [],
    ],
    ['values that a preset does not have', ofRegion, preset, []],
  ] as const)('%s', async (_, draft, ruleset, services) => {
    setPatterns(services, servicePatterns(services, catalog));
    useStore.setState({ ruleset, enforce: (one) => enforcePreset(one, ruleset) });
    const compose = composer(ruleset, () => Promise.resolve(catalog));
    const posted = structuredClone(postedDraft(draft));
    for (const fill of [undefined, 'all', 'butRoles'] as const) {
      const shown = fill ? fillExamples(draft, ruleset, fill) : draft;
      const { documents } = await compose(posted, fill);
      const policiesOf = (of: typeof documents) => of.map(({ id, policy }) => [id, policy]);
      expect(policiesOf(documents)).toEqual(policiesOf(deliveredOf(shown).documents));
    }
  });

  it('or none, where it cannot load the data that the page has', async () => {
    setPatterns(['sagemaker'], servicePatterns(['sagemaker'], catalog));
    const without = { ...catalog, load: () => Promise.resolve(undefined) };
    const compose = composer(builtIn, () => Promise.resolve(without));
    await expect(compose(postedDraft(patterned))).rejects.toThrow(NoData);
    await expect(compose(postedDraft(plain))).resolves.toBeDefined();
  });
});

it('leaves out the places of values in texts that were written by hand', () => {
  const placed = (value: unknown) => JSON.stringify(value).match(/"places":\[\{/g)?.length ?? 0;
  // What is around the statements of the imported policy has a handful.
  expect([placed(imported), placed(postedDraft(imported).draft)]).toEqual([3, 1]);
});

it('posts a draft without hand edits as it is', () => {
  expect(postedDraft(plain).draft).toBe(plain);
});
