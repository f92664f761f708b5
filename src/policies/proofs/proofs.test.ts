import { describe, expect, it } from 'vitest';
import { compose } from '../compose.ts';
import type { DocumentKind } from '../document.ts';
import { createDraft, type Delivery, type Draft, noLimits } from '../draft.ts';
import { addOwnDocument } from '../edits/own.ts';
import { fillExamples } from '../example.ts';
import { guardrails } from '../guardrails/index.ts';
import { personas } from '../personas/index.ts';
import { guardrailProofs, personaProofs } from './index.ts';
import { type ProofResult, runProofs, runScenarios } from './run.ts';
import { scenarios } from './scenarios/index.ts';
import { taskInWords } from './words.ts';

const ids = personas.map(({ id }) => id);
const run = (partial: Partial<Draft>) => {
  const draft = fillExamples(createDraft(partial));
  return runProofs(draft, compose(draft));
};
const name = ({ owner, proof }: ProofResult) => `${JSON.stringify(Object.values(owner))} ${proof.id}`;
const notHolding = (results: readonly ProofResult[]) =>
  results.flatMap((result) =>
    result.state !== 'holds' && result.state !== 'notAsked'
      ? [
          `${name(result)}: ${result.state} ${result.decision.verdict} ${JSON.stringify(result.decision.nearestMisses[0] ?? result.decision.errors)}`,
        ]
      : [],
  );
const asked = (results: readonly ProofResult[]) => results.filter(({ state }) => state !== 'notAsked');

describe('proofs of personas', () => {
  it.each(ids)('%s ships at least eight, both ways, each with its own id', (persona) => {
    const own = personaProofs[persona] ?? [];
    expect(own.length).toBeGreaterThanOrEqual(8);
    expect(new Set(own.map(({ id, expect: way }) => `${id} ${way}`)).size).toBe(own.length);
    expect(new Set(own.map(({ expect: way }) => way)).size).toBe(2);
  });

  it.each(ids)('all of %s hold for what is recommended', (persona) => {
    const results = run({ personas: [persona] });
    expect(notHolding(results)).toEqual([]);
    expect(asked(results).length).toBeGreaterThanOrEqual(8);
  });

  it('all hold for everybody at once, a role for each', () => {
    const results = run({ personas: ids });
    expect(notHolding(results)).toEqual([]);
    expect(asked(results).length).toBeGreaterThanOrEqual(60);
  });

  it('one role for everything fails where one persona’s trust lets in what another’s refuses', () => {
    const results = run({ personas: ids, layout: 'merged' });
    expect(results.filter(({ state }) => state === 'fails').map(name)).toEqual([
      '["persona","trainingRole"] other-account',
      '["persona","hostingRole"] other-account',
    ]);
    expect(asked(results).length).toBeGreaterThanOrEqual(60);
  });

  it.each<[DocumentKind, boolean]>([
    ['identity', false],
    ['permissions-boundary', false],
    ['trust', false],
    ['vpc-endpoint', false],
    ['service-control', true],
  ])('a document of one’s own that denies everything, as %s: counts %s', (kind, counts) => {
    const limits = { ...noLimits, chosen: [{ guardrail: 'vpcOnly', options: {} }] };
    const draft = fillExamples(createDraft({ personas: ids, limits: { ...limits, delivery: 'boundary' } }));
    const deny = { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' };
    const { Principal: _, ...plain } = deny;
    const statement = kind === 'trust' || kind === 'vpc-endpoint' ? deny : plain;
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    const added = addOwnDocument(draft, { title: 'x', kind, text }).draft;
    const states = (of: Draft) => runProofs(of, compose(of)).map(({ state }) => state);
    expect(compose(added)).toHaveLength(compose(draft).length + 1);
    expect(JSON.stringify(states(added)) !== JSON.stringify(states(draft))).toBe(counts);
  });

  it('the guide’s own samples fail some', () => {
    const draft = fillExamples(createDraft({ personas: ids, layout: 'perPersona' }));
    const published = {
      ...draft,
      activities: Object.fromEntries(
        Object.entries(draft.activities).map(([persona, choices]) => [
          persona,
          choices.map((choice) => ({ ...choice, stance: 'published' as const })),
        ]),
      ),
    };
    const filled = fillExamples(published);
    expect(notHolding(runProofs(filled, compose(filled))).length).toBeGreaterThan(3);
  });
});

const deliveries: readonly Delivery[] = ['deny', 'conditions', 'boundary', 'serviceControl'];
const options = guardrails.flatMap(({ id, options: own }) => {
  const [first] = own;
  const values = first ? first.choices.map(({ value }) => ({ [first.id]: value })) : [{}];
  return values.map((chosen) => ({ guardrail: id, options: chosen }));
});

describe('proofs of guardrails', () => {
  it.each(guardrails.map(({ id }) => id))('%s ships both ways', (id) => {
    const own = guardrailProofs[id] ?? [];
    expect(new Set(own.map(({ expect: way }) => way)).size).toBe(2);
  });

  it.each(deliveries.flatMap((delivery) => options.map((choice) => ({ delivery, ...choice }))))(
    '$guardrail $options as $delivery: every denial holds, and nothing else is denied',
    ({ delivery, guardrail, options: chosen }) => {
      const limits = { ...noLimits, delivery, chosen: [{ guardrail, options: chosen }] };
      const results = run({ personas: ids, limits });
      expect(notHolding(results)).toEqual([]);
      expect(asked(results).some(({ owner }) => owner.kind === 'guardrail')).toBe(true);
    },
  );

  it.each(deliveries)('all guardrails together, as %s', (delivery) => {
    const limits = {
      ...noLimits,
      delivery,
      chosen: guardrails.map(({ id }) => ({ guardrail: id, options: {} })),
    };
    expect(notHolding(run({ personas: ids, limits }))).toEqual([]);
  });
});

describe('a pattern that AWS may read in two ways', () => {
  /** With an SCP that denies training jobs, by a pattern with five fields. */
  const draftWith = (Resource: string) => {
    const draft = fillExamples(createDraft({ personas: ids, layout: 'perPersona' }));
    const text = JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'sagemaker:CreateTrainingJob', Resource },
      ],
    });
    return addOwnDocument(draft, { title: 'x', kind: 'service-control', text }).draft;
  };
  const short = draftWith('arn:aws:sagemaker:*:training-job/*');
  const whole = draftWith('arn:aws:sagemaker:*:*:training-job/*');
  const statesOf = (draft: Draft) =>
    new Map(
      runProofs(draft, compose(draft)).map((result) => [
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
      runScenarios(draft, compose(draft)).find(({ scenario }) => scenario.id === 'trainInVpc'),
    );
    const first = clear?.firstFailing ?? -1;
    expect(first).toBeGreaterThanOrEqual(0);
    expect([unclear?.firstFailing, unclear?.steps[first]?.state]).toEqual([first, 'unknown']);
    expect(unclear && taskInWords(unclear)).toMatch(/^unknown from call \d+, “/);
  });
});

const runTasks = (partial: Partial<Draft>) => {
  const draft = fillExamples(createDraft(partial));
  return runScenarios(draft, compose(draft));
};

describe('whole tasks', () => {
  it.each(scenarios.map(({ id }) => id))('%s goes through with what is recommended', (id) => {
    const result = runTasks({ personas: ids, layout: 'perPersona' }).find(
      ({ scenario }) => scenario.id === id,
    );
    expect(notHolding(result?.steps ?? [])).toEqual([]);
    expect(result?.steps.every(({ state }) => state === 'holds')).toBe(true);
  });

  it('names the first call that is refused', () => {
    const draft = { personas: ids, layout: 'perPersona' as const, activities: { trainingRole: [] } };
    const task = runTasks(draft).find(({ scenario }) => scenario.id === 'trainInVpc');
    expect(
      task?.steps[task.firstFailing ?? -1]?.proof.title ??
        task?.steps.find(({ state }) => state === 'notAsked')?.proof.title,
    ).toBe('joins the subnet');
  });
});
