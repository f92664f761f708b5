import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readRefusals } from '../../policies/accessTests/refusals/readRefusals.ts';
import { compareEveryRequest } from '../../policies/access/everyRequest/compareEveryRequest.ts';
import { accessMatrix } from '../../policies/access/matrix.ts';
import { reachDifferences } from '../../policies/access/reach/reachDifferences.ts';
import { matrixContexts } from '../../policies/access/matrixContexts.ts';
import {
  findActivitiesThatAllow,
  findOptionsThatAllow,
} from '../../policies/accessTests/activitiesThatAllow.ts';
import { runTests, runScenarios } from '../../policies/accessTests/runTests.ts';
import type { Catalog } from '../../policies/catalog/catalog.ts';
import { deliver } from '../../policies/compose/deliver.ts';
import { fillExamples } from '../../policies/compose/exampleValues.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { withRoleInstances } from '../../policies/draft/roleInstances.ts';
import { comparePermissions } from '../../policies/exact/compare.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type { Preset } from '../../policies/library/preset.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { previewPreset } from '../../policies/presets/previewPreset.ts';
import { rulesetOf } from '../../policies/presets/rulesetOf.ts';
import { findFlips } from '../../policies/simulate/counterfactuals.ts';
import { simulate } from '../../policies/simulate/simulate.ts';
import { exhaustive } from '../../policies/testing/effort.ts';
import { testCatalog } from '../../policies/testing/testCatalog.ts';
import { NoData } from '../workers/serve.ts';
import type { EvidenceAnswer, EvidenceQuestion } from './evidenceProtocol.ts';
import { answerer } from './answerer.ts';

/** What the worker answers is what the engine answers. Questions and answers are copied, as between threads. */

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const ask = answerer(() => Promise.resolve(catalog));
const of = { place: 'here', catalog: '/' };
/** What the engine answers about the others is tested there. */
const ids = builtIn.personas.flatMap(({ id, specialized }) => (exhaustive || !specialized ? [id] : []));
const turn = () => Promise.resolve();
const noPart = () => {};
const posted = ({ draft }: { readonly draft: Draft }) => ({ draft, patternServices: [] });
const filled = (layout: 'merged' | 'perPersona', ruleset = builtIn) => {
  const draft = fillExamples(createDraft({ personas: ids, layout }, ruleset), ruleset);
  return { draft, documents: deliver(draft, ruleset).documents };
};

describe('the preview of a preset', () => {
  it('is that of the engine', async () => {
    const { draft } = filled('perPersona');
    const account = { values: ['444455556666'], owner: 'Security', reason: 'Because.' };
    const previewed: Preset = { version: 1, title: 'Acme', lockedValues: { accountId: account } };
    const question = { ...of, kind: 'presetPreview', draft, preset: null, previewed } as const;
    const answer = structuredClone(await ask(structuredClone(question), turn, noPart));
    expect(answer).toEqual({ kind: 'presetPreview', preview: previewPreset(draft, builtIn, previewed) });
  });
});

describe('tests', () => {
  it.each(['merged', 'perPersona'] as const)('are those of the engine: %s', async (layout) => {
    const draft = filled(layout);
    const question = { ...of, kind: 'tests', drafted: posted(draft), preset: null } as const;
    const answer = structuredClone(await ask(structuredClone(question), turn, noPart));
    expect(answer).toEqual({
      kind: 'tests',
      results: runTests(draft.draft, draft.documents, builtIn),
      tasks: runScenarios(draft.draft, draft.documents, builtIn),
      withExamples: false,
    });
  });

  it('are run of each role of a persona', async () => {
    const roles = { 'trainingRole-2': { name: '', persona: 'trainingRole', label: 'Team B' } };
    const partial = { personas: ['trainingRole', 'trainingRole-2'], roles };
    const ruleset = withRoleInstances(builtIn, partial);
    const draft = fillExamples(createDraft(partial, ruleset), ruleset);
    const both = { draft, documents: deliver(draft, withRoleInstances(builtIn, draft)).documents };
    const question = { ...of, kind: 'tests', drafted: posted(both), preset: null } as const;
    const answer = structuredClone(await ask(structuredClone(question), turn, noPart));
    const owners = answer.kind === 'tests' ? answer.results.map(({ owner }) => JSON.stringify(owner)) : [];
    for (const persona of partial.personas)
      expect(owners).toContain(JSON.stringify({ kind: 'persona', persona }));
    expect(answer).toEqual({
      kind: 'tests',
      results: runTests(draft, both.documents, withRoleInstances(builtIn, draft)),
      tasks: runScenarios(draft, both.documents, withRoleInstances(builtIn, draft)),
      withExamples: false,
    });
  });

  it('are run under the rules of the preset that comes with the question', async () => {
    const own = {
      id: 'own',
      title: 'Deletes a bucket',
      action: 's3:DeleteBucket',
      resource: '*',
      context: {},
    };
    const preset: Preset = {
      version: 1,
      title: 'Rules',
      proofs: { dataScientist: [{ ...own, expect: 'denied' }] },
    };
    const ruleset = rulesetOf(preset);
    const draft = filled('perPersona', ruleset);
    for (const rules of [ruleset, builtIn, ruleset]) {
      const question = {
        ...of,
        kind: 'tests',
        drafted: posted(draft),
        preset: rules.preset,
      } as const;
      const answer = await ask(structuredClone(question), turn, noPart);
      const results = answer.kind === 'tests' ? answer.results : [];
      expect(results).toEqual(runTests(draft.draft, draft.documents, rules));
      expect(results.some(({ proof }) => proof.id === 'own')).toBe(rules === ruleset);
    }
  });

  it('end where a turn does not come back', async () => {
    const draft = filled('perPersona');
    const question = { ...of, kind: 'tests', drafted: posted(draft), preset: null } as const;
    let turns = 0;
    const given = () => {
      turns += 1;
      return Promise.reject(new Error('replaced'));
    };
    await expect(ask(question, given, noPart)).rejects.toThrow('replaced');
    expect(turns).toBe(1);
  });
});

describe('the access matrix', () => {
  it.each(matrixContexts)('is that of the engine: $label', async (context) => {
    const draft = filled('perPersona');
    const question = { ...of, kind: 'matrix', drafted: posted(draft), context, preset: null } as const;
    expect(structuredClone(await ask(structuredClone(question), turn, noPart))).toEqual({
      kind: 'matrix',
      matrix: accessMatrix(draft.draft, draft.documents, catalog, context, builtIn),
    });
  });

  it('is not made up where the service is not there', async () => {
    const without = answerer(() => Promise.resolve({ ...catalog, service: () => undefined }));
    const [context] = matrixContexts;
    const question = {
      ...of,
      kind: 'matrix',
      drafted: posted(filled('merged')),
      context: context!,
      preset: null,
    } as const;
    await expect(without(question, turn, noPart)).rejects.toThrow(NoData);
  });
});

it('comparisons are those of the engine, one for each pair, by action and over every request', async () => {
  const [one, other] = (['merged', 'perPersona'] as const).map((layout) =>
    filled(layout).documents.map(({ policy }) => policy),
  );
  const kind = 'identity' as const;
  const pairs = [
    { kind, before: one!, after: other! },
    { kind, before: other!, after: [] },
    { kind, before: one!, after: one! },
  ];
  const question = { ...of, kind: 'comparison', pairs } as const;
  const changes = pairs.map(({ before, after }) => comparePermissions(before, after, catalog));
  expect(structuredClone(await ask(structuredClone(question), turn, noPart))).toEqual({
    kind: 'comparison',
    changes,
    everyRequest: pairs.map((pair, place) => [...compareEveryRequest(pair, changes[place]!, catalog)].at(-1)),
  });
});

it('a comparison that takes long says how far it is', async () => {
  let clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (clock += 100));
  const [document] = filled('merged').documents;
  const pairs = [{ kind: 'identity', before: [], after: [document!.policy] } as const];
  const parts: EvidenceAnswer[] = [];
  const answer = await ask({ ...of, kind: 'comparison', pairs }, turn, (part) => parts.push(part));
  vi.restoreAllMocks();
  expect(parts.length).toBeGreaterThan(1);
  expect(parts[0]).toEqual({ ...answer, everyRequest: [undefined] });
});

describe('reach', () => {
  it('is of each role, and says where roles differ', async () => {
    const drafted = posted(filled('perPersona'));
    const question = { ...of, kind: 'reach', drafted, preset: null } as const;
    const answer = structuredClone(await ask(structuredClone(question), turn, noPart));
    expect(answer).toMatchObject({ kind: 'reach', roles: expect.any(Array) });
    if (answer.kind !== 'reach') return;
    expect(answer.roles.map(({ id }) => id)).not.toContain('vpcEndpoint');
    expect(answer.roles.every(({ rows, errors }) => rows.length > 0 && errors.length === 0)).toBe(true);
    expect(answer.differences).toEqual(
      reachDifferences(answer.roles).map((difference) => ({ ...difference, undecided: [] })),
    );
  });
});

describe('one call', () => {
  const policies = {
    identity: [
      {
        Version: '2012-10-17' as const,
        Statement: [
          {
            Effect: 'Allow' as const,
            Action: 's3:GetObject',
            Resource: '*',
            Condition: { Bool: { 'aws:SecureTransport': 'true' } },
          },
        ],
      },
    ],
  };
  const request = {
    principal: 'arn:aws:iam::111122223333:role/x',
    action: 's3:GetObject',
    resource: { arn: 'arn:aws:s3:::bucket/key' },
    context: { 'aws:SecureTransport': 'false', 'sagemaker:VpcSubnets': 'subnet-1' },
  };
  const answerTo = async (question: EvidenceQuestion) =>
    structuredClone(await ask(structuredClone({ ...question, catalog: '/' }), turn, noPart));

  it.each(['absent', 'unknown'] as const)(
    'is decided as the engine does: missing keys %s',
    async (missingKeys) => {
      for (const context of [request.context, {}]) {
        const asked = { ...request, context };
        expect(
          await answerTo({ place: 'here', kind: 'decision', request: asked, policies, missingKeys }),
        ).toEqual({ kind: 'decision', decision: simulate(asked, policies, { missingKeys }) });
      }
    },
  );

  it('has the flips of the engine', async () => {
    const answer = await answerTo({ place: 'here', kind: 'flips', request, policies });
    expect(answer).toEqual({ kind: 'flips', flips: findFlips(request, policies) });
    expect(answer.kind === 'flips' && answer.flips.length).toBeGreaterThan(0);
  });

  it('has the keys that AWS does not send, and no action that AWS does not have', async () => {
    expect(await answerTo({ place: 'here', kind: 'unknownKeys', request, policies })).toEqual({
      kind: 'unknownKeys',
      isKnownAction: true,
      unknownKeys: ['sagemaker:VpcSubnets'],
    });
    const unknown = { ...request, action: 's3:NoSuchAction' };
    expect(await answerTo({ place: 'here', kind: 'unknownKeys', request: unknown, policies })).toMatchObject({
      isKnownAction: false,
    });
  });

  it('has the offers of the engine', async () => {
    const draft = createDraft({ personas: ['dataScientist'], activities: { dataScientist: [] } }, builtIn);
    const call = { ...request, action: 'sagemaker:ListTrainingJobs', resource: { arn: '*' }, context: {} };
    const question = {
      place: 'here',
      draft,
      persona: 'dataScientist',
      request: call,
      otherSide: {},
      preset: null,
    };
    const offers = findActivitiesThatAllow(draft, 'dataScientist', call, builtIn);
    expect(offers.length).toBeGreaterThan(0);
    expect(await answerTo({ ...question, kind: 'offers' })).toEqual({ kind: 'offers', offers });
    expect(await answerTo({ ...question, kind: 'optionOffers' })).toEqual({
      kind: 'optionOffers',
      offers: findOptionsThatAllow(draft, 'dataScientist', call, builtIn),
    });
  });
});

describe('a refused call', () => {
  const [refused] = readRefusals(
    'User: arn:aws:sts::111122223333:assumed-role/X/y is not authorized to perform: sagemaker:DeleteModel on resource: arn:aws:sagemaker:eu-west-1:111122223333:model/team-a-1 because no identity-based policy allows it',
  );
  const answerFor = async (persona: string | undefined, draft = filled('perPersona').draft) => {
    if (!refused) throw new Error('not read');
    const { call, resources } = refused;
    const question = { ...of, kind: 'refusal', draft, call, resources, persona, preset: null } as const;
    return structuredClone(await ask(structuredClone(question), turn, noPart));
  };

  it('is answered as the engine does, with something to change', async () => {
    const answer = await answerFor('notebookRole');
    expect(answer).toMatchObject({ kind: 'refusal', answer: { verdict: 'implicitDeny' } });
    expect(answer.kind === 'refusal' && answer.answer.offers.length).toBeGreaterThan(0);
  });

  it('is answered without a role by where one would begin', async () => {
    // A role is offered where the draft does not have it.
    const alone = fillExamples(createDraft({ personas: ['dataScientist'] }, builtIn), builtIn);
    const answer = await answerFor(undefined, alone);
    expect(answer.kind === 'refusalStarts' && answer.answer.starts.length).toBeGreaterThan(0);
  });
});

describe('guardrails that are moved', () => {
  it('are compared over all layers', async () => {
    const { draft } = filled('perPersona');
    const limits = { chosen: [{ guardrail: 'noDirectInternet', options: {} }], exemption: false } as const;
    const [before, after] = (['deny', 'boundary'] as const).map((delivery) => {
      const own = { ...draft, limits: { ...limits, delivery, ceiling: 'services' as const } };
      return posted({ draft: own });
    });
    if (!before || !after) throw new Error('two drafts');
    const question = { ...of, kind: 'placement', before, after, preset: null } as const;
    expect(structuredClone(await ask(structuredClone(question), turn, noPart))).toEqual({
      kind: 'placement',
      effect: { state: 'same' },
    });
  });
});
