import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isProvenNone, isProvenSame } from '../access/everyRequest/accessDifference.ts';
import { compareEveryRequest } from '../access/everyRequest/compareEveryRequest.ts';
import { compareRoles } from '../access/everyRequest/compareRoles.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { compose } from '../compose/compose.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { createDraft } from '../draft/createDraft.ts';
import { comparePermissions } from '../exact/compare.ts';
import { builtIn } from '../library/builtIn.ts';
import type { Preset } from '../library/preset.ts';
import type { Draft } from '../model/draft.ts';
import { runs } from '../testing/effort.ts';
import { testCatalog } from '../testing/testCatalog.ts';
import { enforcePreset } from './enforce.ts';
import { previewPreset } from './previewPreset.ts';
import { readPreset } from './readPreset.ts';
import { rulesetOf } from './rulesetOf.ts';

const folder = new URL('../../../public/presets/', import.meta.url);

function presetOf(text: string): Preset {
  const reading = readPreset('test.json', text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.preset;
}

const names = ['example.json', 'regulated.json', 'several-teams.json', 'many-accounts.json'];
const presets = names.map((name) => presetOf(readFileSync(new URL(name, folder), 'utf8')));
const why = { owner: 'Security', reason: 'Because.' };
const only = (rules: Partial<Preset>): Preset =>
  presetOf(JSON.stringify({ version: 1, title: 'Test', ...rules }));

const scientist = createDraft({ personas: ['dataScientist'] }, builtIn);
const filled = fillExamples(scientist, builtIn);
const notebook = fillExamples(createDraft({ personas: ['notebookRole'] }, builtIn), builtIn);

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

/** What the comparison of each policy says of new and removed access. */
const accessOf = (draft: Draft, preset: Preset) =>
  previewPreset(draft, builtIn, preset).pairs.map(({ id, kind, before, after }) => {
    const pair = { kind, before: before.policies, after: after.policies };
    const changes = comparePermissions(pair.before, pair.after, catalog);
    const comparison = [...compareEveryRequest(pair, changes, catalog)].at(-1);
    if (!comparison) throw new Error(id);
    return { id, comparison };
  });

const linesOf = (draft: Draft, preset: Preset) =>
  previewPreset(draft, builtIn, preset).changes.map(
    ({ kind, id, was, is }) => `${kind} ${id}: ${was.join(',')} > ${is.join(',')}`,
  );

describe('what a preset changes in a set', () => {
  it.each<[string, Partial<Preset>, Partial<Draft>, readonly string[]]>([
    ['nothing', {}, {}, []],
    [
      'fills a locked value in',
      { lockedValues: { region: { values: ['eu-west-1'], ...why } } },
      { variables: { region: [' '] } },
      ['filled region:  > eu-west-1'],
    ],
    [
      'replaces a value',
      { lockedValues: { region: { values: ['eu-west-1'], ...why } } },
      { variables: { region: ['us-east-1'] } },
      ['value region: us-east-1 > eu-west-1'],
    ],
    [
      'drops a value that is not listed',
      { allowedValues: { region: { values: [{ value: 'eu-west-1' }], ...why } } },
      { variables: { region: ['us-east-1'] } },
      ['value region: us-east-1 > '],
    ],
    [
      'replaces a value of the set and of an environment, in one line',
      { lockedValues: { region: { values: ['eu-west-1'], ...why } } },
      {
        variables: { region: ['us-east-1'] },
        environments: [{ name: 'prod', values: { region: 'us-east-2' } }],
      },
      ['value region: us-east-1 > eu-west-1'],
    ],
    [
      'adds a guardrail',
      { requiredGuardrails: [{ guardrail: 'vpcOnly', ...why }] },
      {},
      ['limit vpcOnly:  > vpcOnly'],
    ],
    ['moves the guardrails', { delivery: { as: 'boundary', ...why } }, {}, ['delivery : deny > boundary']],
    [
      'drops an activity from each persona that has it',
      { hiddenActivities: [{ activity: 'consoleReadAccess', ...why }] },
      {
        personas: ['dataScientist'],
        activities: {
          dataScientist: [{ activity: 'consoleReadAccess', stance: 'hardened', options: {} }],
        },
      },
      ['activity consoleReadAccess: dataScientist > '],
    ],
    ['renames', { naming: { prefix: 'acme-', ...why } }, { name: 'fraud' }, ['name : fraud > acme-fraud']],
  ])('%s', (_, rules, partial, expected) => {
    expect(linesOf({ ...scientist, ...partial }, only(rules))).toEqual(expected);
  });

  it.each<[string, Draft['environments'], boolean]>([
    ['no environment', undefined, false],
    ['an environment without a value for it', [{ name: 'prod', values: {} }], false],
    ['an environment with another value', [{ name: 'prod', values: { region: 'us-east-2' } }], true],
  ])('says whether values of environments change: %s', (_, environments, expected) => {
    const variables = { region: ['eu-west-1'] };
    const draft = { ...scientist, variables, ...(environments && { environments }) };
    const preset = only({ lockedValues: { region: { values: ['eu-west-1'], ...why } } });
    expect(previewPreset(draft, builtIn, preset).environmentsChange).toBe(expected);
  });

  it('is nothing while nothing is selected', () => {
    for (const preset of presets) {
      const preview = previewPreset(createDraft({}, builtIn), builtIn, preset);
      expect(preview).toMatchObject({ isEmpty: true, changes: [], pairs: [] });
    }
  });
});

describe('the policies with and without a preset', () => {
  it('are proven the same where the preset has no rule for the set', () => {
    const compared = accessOf(filled, only({ defaultValues: { region: ['eu-west-1'] } }));
    expect(compared.length).toBeGreaterThan(1);
    for (const { comparison } of compared) expect(isProvenSame(comparison)).toBe(true);
  });

  it('have removed access and no new one where a guardrail is added', () => {
    const compared = accessOf(notebook, only({ requiredGuardrails: [{ guardrail: 'vpcOnly', ...why }] }));
    expect(compared.filter(({ comparison }) => comparison.removedAccess.state === 'some')).not.toEqual([]);
    for (const { comparison } of compared) expect(isProvenNone(comparison.newAccess)).toBe(true);
  });

  it('have new and removed access where a value is replaced', () => {
    const region = { ...filled, variables: { ...filled.variables, region: ['us-east-1'] } };
    const states = accessOf(region, only({ lockedValues: { region: { values: ['eu-west-1'], ...why } } }))
      .filter(({ comparison }) => !isProvenSame(comparison))
      .map(({ comparison }) => [comparison.newAccess.state, comparison.removedAccess.state]);
    expect(states).not.toEqual([]);
    for (const pair of states) expect(pair).toEqual(['some', 'some']);
  });

  it('are never called the same where a missing value decides', () => {
    const open = { ...filled, variables: {} };
    const changed = accessOf(
      open,
      only({ allowedValues: { region: { values: [{ value: 'eu-west-1' }], ...why } } }),
    );
    const filledIn = accessOf(open, only({ lockedValues: { region: { values: ['eu-west-1'], ...why } } }));
    for (const { comparison } of [...changed, ...filledIn])
      expect(comparison.newAccess.state === 'some' || comparison.removedAccess.state === 'some').toBe(false);
  });

  it('are undecided where a required guardrail waits for a value', () => {
    const compared = accessOf(
      notebook,
      only({ requiredGuardrails: [{ guardrail: 'instanceTypes', ...why }] }),
    );
    const [role] = compared.filter(({ comparison }) => !isProvenSame(comparison));
    expect(role?.comparison.removedAccess).toMatchObject({
      state: 'undecided',
      because: { reason: 'missingValue' },
    });
  });

  it('have a service control policy that was not there, and the roles under it can do less', () => {
    const preset = only({
      requiredGuardrails: [{ guardrail: 'vpcOnly', ...why }],
      delivery: { as: 'serviceControl', ...why },
    });
    const { pairs } = previewPreset(notebook, builtIn, preset);
    expect(pairs.filter(({ kind }) => kind === 'service-control').map(({ presence }) => presence)).toEqual([
      'new',
    ]);
    const [role] = pairs.filter(({ kind }) => kind === 'identity');
    const compared = role && compareRoles(role.before.set, role.after.set, role.caller.principal, catalog);
    expect(compared?.newAccess.state).toBe('none');
    expect(compared?.removedAccess.state).toBe('some');
  });

  it('are two where the policy is of another resource, which its text doesn’t name', () => {
    const shared = fillExamples(createDraft({ personas: ['sharedRegistry'] }, builtIn), builtIn);
    const preset = only({ lockedValues: { sharedModelRepository: { values: ['inference/other'], ...why } } });
    const { pairs } = previewPreset(shared, builtIn, preset);
    expect(
      pairs.filter(({ title }) => title === 'Repository policy').map(({ presence }) => presence),
    ).toEqual(['new', 'gone']);
    expect(pairs.filter(({ presence }) => presence === 'inBoth')).toHaveLength(3);
  });

  it('are those that the page makes before and after, for any preset and any values', () => {
    const drafts = fc.record({
      personas: fc.subarray(['dataScientist', 'notebookRole', 'trainingRole'], { minLength: 1 }),
      region: fc.constantFrom([], ['us-east-1'], ['eu-west-1']),
      accountId: fc.constantFrom([], ['999988887777']),
    });
    fc.assert(
      fc.property(drafts, fc.constantFrom(...presets), ({ personas, region, accountId }, preset) => {
        const draft = createDraft({ personas, variables: { region, accountId } }, builtIn);
        const preview = previewPreset(draft, builtIn, preset);
        const ruleset = rulesetOf(preset);
        expect(preview.draft).toEqual(enforcePreset(draft, ruleset));
        expect(previewPreset(preview.draft, ruleset, preset).changes).toEqual([]);
        const after = compose(preview.draft, ruleset).map(({ policy }) => policy);
        const shown = preview.pairs
          .filter(({ presence }) => presence !== 'gone')
          .map(({ after: { policies } }) => policies.at(-1));
        expect(shown).toEqual(after);
        expect(structuredClone(preview.pairs)).toEqual(preview.pairs);
      }),
      { numRuns: runs(20) },
    );
  });
});
