import fc from 'fast-check';
import { dequal } from 'dequal';
import { describe, expect, it } from 'vitest';
import { activities } from '../library/activities/index.ts';
import { compose } from '../compose/compose.ts';
import type { DocumentKind } from '../language/policy.ts';
import { builtIn } from '../library/builtIn.ts';
import { findActivity } from '../library/ruleset.ts';
import { type GuardrailPlacement, type Draft, noLimits } from '../model/draft.ts';
import { createDraft } from '../draft/createDraft.ts';
import { addImportedPolicy } from '../handEdits/importedPolicies.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { guardrails } from '../library/guardrails/index.ts';
import { commonPersonas, personas } from '../library/personas/index.ts';
import { guardrailTests, personaTests } from '../library/accessTests/index.ts';
import type { TestResult } from './testResult.ts';
import { runTests, runScenarios } from './runTests.ts';
import type { AnsweredTest } from './testResult.ts';
import { scenarios } from '../library/accessTests/scenarios/index.ts';
import { causeInWords, skipLine, scenarioInWords } from './testWords.ts';
import { simulate } from '../simulate/simulate.ts';
import { pairsOf, runs } from '../testing/effort.ts';

const ids = personas.map(({ id }) => id);
const common = commonPersonas.map(({ id }) => id);

/** Results of drafts by what is chosen in them: several tests look at the same. */
function once<Result>(make: (partial: Partial<Draft>) => Result): (partial: Partial<Draft>) => Result {
  const made = new Map<string, Result>();
  return (partial) => {
    const key = JSON.stringify(partial);
    const result = made.get(key) ?? make(partial);
    made.set(key, result);
    return result;
  };
}

const run = once((partial) => {
  const draft = fillExamples(createDraft(partial, builtIn), builtIn);
  return runTests(draft, compose(draft, builtIn), builtIn);
});
const name = ({ owner, proof }: TestResult) => `${JSON.stringify(Object.values(owner))} ${proof.id}`;
const grounds = ({ policies, request }: AnsweredTest) => {
  const { nearestMisses, errors } = simulate(request, policies.set);
  return nearestMisses[0] ?? errors;
};
const notHolding = (results: readonly TestResult[]) =>
  results.flatMap((result) =>
    result.state !== 'holds' && result.state !== 'notAsked'
      ? [`${name(result)}: ${result.state} ${result.decision.verdict} ${JSON.stringify(grounds(result))}`]
      : [],
  );
const asked = (results: readonly TestResult[]) => results.filter(({ state }) => state !== 'notAsked');
const failing = (results: readonly TestResult[]) =>
  results.flatMap((result) => (result.state === 'fails' ? [result] : []));

/** Those that come out of a worker as something else. */
function changedByPosting<Result>(results: readonly Result[]): readonly Result[] {
  const posted = structuredClone(results);
  return results.filter((result, index) => !dequal(result, posted[index]));
}

describe('results', () => {
  it.each<[what: string, partial: Partial<Draft>]>([
    ['a role for each persona', { personas: ids, layout: 'perPersona' }],
    ['one role', { personas: ids, layout: 'merged' }],
    ['no activities', { personas: ids, activities: Object.fromEntries(ids.map((id) => [id, []])) }],
    [
      'guardrails in a boundary',
      {
        personas: ids,
        limits: {
          ...noLimits,
          delivery: 'boundary',
          chosen: guardrails.map(({ id }) => ({ guardrail: id, options: {} })),
        },
      },
    ],
  ])('are plain data, which a worker can post: %s', (_, partial) => {
    const results = run(partial);
    expect(changedByPosting(results)).toEqual([]);
    const draft = fillExamples(createDraft(partial, builtIn), builtIn);
    expect(changedByPosting(runScenarios(draft, compose(draft, builtIn), builtIn))).toEqual([]);
  });
});

describe('tests of personas', () => {
  it.each(ids)('%s ships at least eight, both ways, each with its own id', (persona) => {
    const own = personaTests[persona] ?? [];
    expect(own.length).toBeGreaterThanOrEqual(8);
    expect(new Set(own.map(({ id, expect: way }) => `${id} ${way}`)).size).toBe(own.length);
    expect(new Set(own.map(({ expect: way }) => way)).size).toBe(2);
  });

  it.each(ids)('all of %s hold for what is recommended', (persona) => {
    const results = run({ personas: [persona] });
    expect(notHolding(results)).toEqual([]);
    expect(asked(results).length).toBeGreaterThanOrEqual(8);
  });

  it('all hold for everybody at once, with a role for each', () => {
    const results = run({ personas: ids, layout: 'perPersona' });
    expect(notHolding(results)).toEqual([]);
    expect(asked(results).length).toBeGreaterThanOrEqual(100);
  });

  it('one role for everything is asked what every role is asked, and its failures name that choice', () => {
    const apart = run({ personas: common, layout: 'perPersona' });
    const together = run({ personas: common, layout: 'merged' });
    expect(asked(together).length).toBeGreaterThanOrEqual(asked(apart).length);
    const found = failing(together);
    expect(found.map(name)).toEqual([
      '["persona","dataScientist"] registry-no-vpc',
      '["persona","trainingRole"] other-account',
      '["persona","hostingRole"] transform-overwrite',
      '["persona","hostingRole"] overwrite',
      '["persona","hostingRole"] overwrite-output',
      '["persona","hostingRole"] encrypt',
      '["persona","hostingRole"] other-subnet',
      '["persona","hostingRole"] other-account',
      '["persona","mlopsEngineer"] other-subnet',
    ]);
    expect(found.every(({ cause }) => cause === 'oneRole')).toBe(true);
    expect(found.map((result) => causeInWords(result, builtIn))).toContain(
      'You selected one role for everything, so this role has the permissions of all personas. With one policy per role, this call is denied.',
    );
  });

  it('a failure that one policy per role would not mend does not name the layout', () => {
    const open = {
      persona: 'dataScientist',
      title: 'x',
      action: 'sagemaker:ListNotebookInstances',
      resource: '*',
    };
    const proofs = [{ ...open, id: 'own', expect: 'denied' as const, context: {} }];
    const [found] = failing(run({ personas: ids, layout: 'merged', proofs })).filter(
      ({ owner }) => owner.kind === 'user',
    );
    expect(found).toMatchObject({ state: 'fails' });
    expect(found?.cause).toBeUndefined();
  });

  it.each<[DocumentKind, boolean]>([
    ['identity', false],
    ['permissions-boundary', false],
    ['trust', false],
    ['vpc-endpoint', false],
    ['service-control', true],
    ['resource-control', true],
  ])('a document of one’s own that denies everything, as %s: counts %s', (kind, counts) => {
    const limits = { ...noLimits, chosen: [{ guardrail: 'vpcOnly', options: {} }] };
    const draft = fillExamples(
      createDraft({ personas: ids, limits: { ...limits, delivery: 'boundary' } }, builtIn),
      builtIn,
    );
    const deny = { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' };
    const { Principal: _, ...plain } = deny;
    const statement = /trust|endpoint|resource/.test(kind) ? deny : plain;
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    const added = addImportedPolicy(draft, { title: 'x', kind, text }).draft;
    const states = (of: Draft) => runTests(of, compose(of, builtIn), builtIn).map(({ state }) => state);
    expect(compose(added, builtIn)).toHaveLength(compose(draft, builtIn).length + 1);
    expect(JSON.stringify(states(added)) !== JSON.stringify(states(draft))).toBe(counts);
  });

  it('the guide’s own samples fail some', () => {
    const draft = fillExamples(createDraft({ personas: ids, layout: 'perPersona' }, builtIn), builtIn);
    const published = {
      ...draft,
      activities: Object.fromEntries(
        Object.entries(draft.activities).map(([persona, choices]) => [
          persona,
          choices.map((choice) => ({ ...choice, stance: 'published' as const })),
        ]),
      ),
    };
    const filled = fillExamples(published, builtIn);
    expect(notHolding(runTests(filled, compose(filled, builtIn), builtIn)).length).toBeGreaterThan(3);
  });
});

/** Choices of personas, activities, stances, limits and trust, as far as tests depend on them. */
const drafts = fc
  .record({
    personas: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }),
    without: fc.subarray(activities.map(({ id }) => id)),
    stance: fc.constantFrom('hardened' as const, 'published' as const),
    chosen: fc.subarray(guardrails.map(({ id }) => ({ guardrail: id, options: {} }))),
    trust: fc.constantFrom('samePrincipals', 'crossAccount', 'sageMakerService'),
    region: fc.constantFrom('eu-west-1', 'ap-southeast-7', 'eu-central-2', 'us-west-9'),
  })
  .map(({ personas: some, without, stance, chosen, trust, region }) => {
    const draft = createDraft({ personas: some, limits: { ...noLimits, chosen } }, builtIn);
    const left = Object.entries(draft.activities).map(([persona, choices]) => [
      persona,
      choices
        .filter(({ activity }) => !without.includes(activity))
        .map((choice) => (findActivity(choice.activity, builtIn)?.[stance] ? { ...choice, stance } : choice)),
    ]);
    return fillExamples(
      {
        ...draft,
        activities: Object.fromEntries(left),
        variables: { region: [region] },
        trust: Object.fromEntries(some.map((persona) => [persona, { form: trust, options: {} }])),
      },
      builtIn,
    );
  });

describe('whatever is chosen', () => {
  const keyOf = ({ owner, proof }: TestResult) => `${JSON.stringify(owner)} ${proof.expect} ${proof.id}`;

  it('every registered test is asked, or skipped with a reason and a next step', () => {
    fc.assert(
      fc.property(drafts, fc.constantFrom('merged' as const, 'perPersona' as const), (draft, layout) => {
        const results = runTests({ ...draft, layout }, compose({ ...draft, layout }, builtIn), builtIn);
        const registered = [
          ...draft.personas.flatMap((persona) => personaTests[persona] ?? []),
          ...draft.limits.chosen.flatMap(({ guardrail }) => guardrailTests[guardrail] ?? []),
        ];
        expect(results).toHaveLength(registered.length);
        const proofs = new Set(results.map(({ proof }) => proof));
        expect(registered.filter((test) => !proofs.has(test))).toEqual([]);
        for (const result of results)
          if (result.state === 'notAsked') expect(skipLine(result, builtIn)).toMatch(/^.{10,}\. .{10,}\.$/);
      }),
      { numRuns: runs(25) },
    );
  });

  it('the number of tests asked does not fall when roles are made one', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const askedIn = (layout: Draft['layout']) =>
          asked(runTests({ ...draft, layout }, compose({ ...draft, layout }, builtIn), builtIn)).map(keyOf);
        const inOneRole = new Set(askedIn('merged'));
        expect(askedIn('perPersona').filter((key) => !inOneRole.has(key))).toEqual([]);
      }),
      { numRuns: runs(25) },
    );
  });

  it('what must be denied is asked of every role whatever activities it has', () => {
    const draft = fillExamples(
      createDraft({ personas: ids, activities: Object.fromEntries(ids.map((id) => [id, []])) }, builtIn),
      builtIn,
    );
    const unasked = runTests(draft, compose(draft, builtIn), builtIn).filter(
      ({ state, proof }) =>
        state === 'notAsked' &&
        proof.expect === 'denied' &&
        !proof.trust &&
        !proof.endpoint &&
        !proof.attachedTo,
    );
    expect(unasked.map(keyOf)).toEqual([]);
  });
});

const deliveries: readonly GuardrailPlacement[] = ['deny', 'conditions', 'boundary', 'serviceControl'];
const options = guardrails.flatMap(({ id, options: own }) => {
  const [first] = own;
  const values = first ? first.choices.map(({ value }) => ({ [first.id]: value })) : [{}];
  return values.map((chosen) => ({ guardrail: id, options: chosen }));
});

/** What a guardrail denies that a persona is for: its test fails until the role is excluded, as the guardrail's texts say. */
const contradicted = (delivery: GuardrailPlacement): Readonly<Record<string, readonly string[]>> => ({
  modelApproval: ['["persona","modelApprover"] approve: fails explicitDeny'],
  // An app of Canvas is in no space.
  ...(delivery === 'conditions' ? { ownSpace: ['["persona","canvasUser"] leave: fails implicitDeny'] } : {}),
});

/** The sign-in of a new domain can be only one of two: the test has what the guardrail has where it does not say. */
const otherSignIn = (delivery: GuardrailPlacement): readonly string[] => [
  `["persona","platformAdmin"] create: fails ${delivery === 'conditions' ? 'implicitDeny' : 'explicitDeny'}`,
];

const verdictsOf = (lines: readonly string[]) =>
  lines.map((line) => line.slice(0, line.lastIndexOf('Deny') + 4));

describe('tests of guardrails', () => {
  it.each(guardrails.map(({ id }) => id))('%s ships both ways', (id) => {
    const own = guardrailTests[id] ?? [];
    expect(new Set(own.map(({ expect: way }) => way)).size).toBe(2);
  });

  it.each(pairsOf(options, deliveries, 4).map(([choice, delivery]) => ({ delivery, ...choice })))(
    '$guardrail $options as $delivery: every denial holds, and nothing else is denied',
    ({ delivery, guardrail, options: chosen }) => {
      const limits = { ...noLimits, delivery, chosen: [{ guardrail, options: chosen }] };
      const results = run({ personas: ids, limits, layout: 'perPersona' });
      const lines = notHolding(results);
      const expected = chosen['mode'] === 'iam' ? otherSignIn(delivery) : contradicted(delivery)[guardrail];
      expect(verdictsOf(lines)).toEqual(expected ?? []);
      expect(asked(results).some(({ owner }) => owner.kind === 'guardrail')).toBe(true);
    },
  );

  it.each(deliveries)('all guardrails together, as %s', (delivery) => {
    const limits = {
      ...noLimits,
      delivery,
      chosen: guardrails.map(({ id }) => ({ guardrail: id, options: {} })),
    };
    const results = run({ personas: ids, limits, layout: 'perPersona' });
    expect(verdictsOf(notHolding(results)).toSorted()).toEqual(
      Object.values(contradicted(delivery)).flat().toSorted(),
    );
  });
});

describe('a pattern that AWS may read in two ways', () => {
  /** With an SCP that denies training jobs, by a pattern with five fields. */
  const draftWith = (Resource: string) => {
    const draft = fillExamples(createDraft({ personas: ids, layout: 'perPersona' }, builtIn), builtIn);
    const text = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'sagemaker:CreateTrainingJob', Resource },
      ],
    });
    return addImportedPolicy(draft, { title: 'x', kind: 'service-control', text }).draft;
  };
  const short = draftWith('arn:aws:sagemaker:*:training-job/*');
  const whole = draftWith('arn:aws:sagemaker:*:*:training-job/*');
  const statesOf = (draft: Draft) =>
    new Map(
      runTests(draft, compose(draft, builtIn), builtIn).map((result) => [
        `${name(result)} ${result.proof.expect}`,
        result.state,
      ]),
    );

  it('makes unknown what fails with all six fields, and nothing else', () => {
    const [unclear, clear] = [statesOf(short), statesOf(whole)];
    const failing = [...clear].filter(([, state]) => state === 'fails').map(([key]) => key);
    expect(failing.length).toBeGreaterThan(0);
    expect([...unclear].filter(([, state]) => state === 'unknown').map(([key]) => key)).toEqual(failing);
    expect([...unclear.values()]).not.toContain('fails');
  });

  it('a whole task stops being sure at its first such call', () => {
    const [unclear, clear] = [short, whole].map((draft) =>
      runScenarios(draft, compose(draft, builtIn), builtIn).find(
        ({ scenario }) => scenario.id === 'trainInVpc',
      ),
    );
    const first = clear?.firstFailing ?? -1;
    expect(first).toBeGreaterThanOrEqual(0);
    expect([unclear?.firstFailing, unclear?.steps[first]?.state]).toEqual([first, 'unknown']);
    expect(unclear && scenarioInWords(unclear)).toMatch(/^unknown from call \d+, “/);
  });
});

const runTasks = once((partial) => {
  const draft = fillExamples(createDraft(partial, builtIn), builtIn);
  return runScenarios(draft, compose(draft, builtIn), builtIn);
});

describe('scenarios', () => {
  it.each(scenarios.map(({ id }) => id))('%s is allowed with what is recommended', (id) => {
    const result = runTasks({ personas: ids, layout: 'perPersona' }).find(
      ({ scenario }) => scenario.id === id,
    );
    expect(notHolding(result?.steps ?? [])).toEqual([]);
    expect(result?.steps.every(({ state }) => state === 'holds')).toBe(true);
  });

  const choose = (activity: string, options: Readonly<Record<string, string>> = {}) =>
    ({ activity, stance: 'hardened', options }) as const;
  const under = (...ids: readonly string[]): Pick<Draft, 'limits'> => ({
    limits: { ...noLimits, chosen: ids.map((guardrail) => ({ guardrail, options: {} })) },
  });

  it.each<[string, string, Partial<Draft>, string | undefined]>([
    [
      'no permissions of the training role',
      'trainInVpc',
      { activities: { trainingRole: [] } },
      'creates a network interface in the subnet',
    ],
    [
      'no tags on jobs',
      'trainInVpc',
      { activities: { notebookRole: [choose('runJobs', { tags: 'off' })] } },
      'adds the tags',
    ],
    [
      'no tags on customization jobs',
      'customizeWithAgent',
      { activities: { modelCustomizer: [choose('startCustomization', { tags: 'off' })] } },
      'adds the tags',
    ],
    [
      'a VPC required, without interfaces',
      'customizeWithAgent',
      under('vpcOnly'),
      'creates a network interface in the subnet',
    ],
    [
      'an output key required, without its use',
      'customizeWithAgent',
      under('outputEncryption'),
      'gets a data key for the output',
    ],
    [
      'both required, and allowed',
      'customizeWithAgent',
      {
        ...under('vpcOnly', 'outputEncryption'),
        activities: {
          customizationJobRole: [
            choose('customizeModel', { vpc: 'on' }),
            choose('jobVpcNetworking'),
            choose('jobEncryption'),
            choose('jobData'),
            choose('registerModels'),
          ],
        },
      },
      undefined,
    ],
    [
      'no interfaces of clusters',
      'runCluster',
      { activities: { hyperPodInstanceRole: [choose('clusterInstances', { vpc: 'off' })] } },
      'creates a network interface',
    ],
  ])('with %s, in %s, the first call that fails is named', (_, id, partial, title) => {
    const task = runTasks({ personas: ids, layout: 'perPersona', ...partial }).find(
      ({ scenario }) => scenario.id === id,
    );
    expect(task?.steps[task.firstFailing ?? -1]?.proof.title).toBe(title);
    expect(task?.scenario.steps.map(({ proof }) => proof.id)).toEqual(
      task?.steps.map((_, index) => `${index + 1}`),
    );
  });

  it('skips the calls of roles that are not chosen', () => {
    const [task] = runTasks({ personas: ['notebookRole'] }).filter(
      ({ scenario }) => scenario.id === 'trainInVpc',
    );
    expect(task?.firstFailing).toBeUndefined();
    expect(new Set(task?.steps.flatMap((step) => (step.state === 'notAsked' ? [step.why] : [])))).toEqual(
      new Set(['persona']),
    );
  });
});
