import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { createDraft } from '../draft/createDraft.ts';
import type { AccessTest, ContextTemplate } from '../library/accessTests/accessTest.ts';
import { builtIn } from '../library/builtIn.ts';
import { personas } from '../library/personas/index.ts';
import { noLimits } from '../model/draft.ts';
import { testCatalog } from '../testing/testCatalog.ts';
import { answerRefusal } from './refusals/answerRefusal.ts';
import { readRefusals } from './refusals/readRefusals.ts';
import { runPersonaTest } from './runTest.ts';
import { runTests } from './runTests.ts';
import { testContext } from './testContext.ts';

const catalog = await testCatalog();

const withGuardrails = (...guardrails: readonly string[]) => {
  const chosen = guardrails.map((guardrail) => ({ guardrail, options: {} }));
  const limits = { ...noLimits, chosen };
  return fillExamples(createDraft({ personas: ['trainingRole'], limits }, builtIn), builtIn);
};

describe('who can assume a role', () => {
  const forJobs: ContextTemplate = {
    'aws:SourceAccount': '<ACCOUNT_ID>',
    'aws:SourceArn': 'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:training-job/<NAME_PREFIX>1',
  };
  const verdictOf = (context: ContextTemplate, guardrails: readonly string[]): string => {
    const draft = withGuardrails(...guardrails);
    const proof: AccessTest = {
      id: 'x',
      title: 'assumes the role',
      expect: 'denied',
      action: 'sts:AssumeRole',
      resource: '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>',
      context: { ...forJobs, ...context },
      trust: 'sageMakerService',
      caller: 'sagemaker.amazonaws.com',
    };
    const test = { owner: { kind: 'persona', persona: 'trainingRole' }, proof } as const;
    const result = runPersonaTest(test, testContext(draft, compose(draft, builtIn), builtIn));
    return 'decision' in result ? result.decision.verdict : result.state;
  };

  it.each<[string, readonly string[], ContextTemplate, string]>([
    ['a service for the account', ['storePerimeter', 'storeTls'], {}, 'allowed'],
    ['without TLS', ['storeTls'], { 'aws:SecureTransport': 'false' }, 'explicitDeny'],
    [
      'without TLS, where nothing requires it',
      ['storePerimeter'],
      { 'aws:SecureTransport': 'false' },
      'allowed',
    ],
    ['for another organization', ['storePerimeter'], { 'aws:SourceOrgID': 'o-zzzzzzzzzz' }, 'explicitDeny'],
    [
      'for another organization, where none counts',
      ['storeTls'],
      { 'aws:SourceOrgID': 'o-zzzzzzzzzz' },
      'allowed',
    ],
  ])('%s', (_, guardrails, context, verdict) => {
    expect(verdictOf(context, guardrails)).toBe(verdict);
  });

  it('every test of a trust policy in the library passes beside the guardrails of data stores', () => {
    const ids = personas.map(({ id }) => id);
    const chosen = ['storePerimeter', 'storeTls'].map((guardrail) => ({ guardrail, options: {} }));
    const limits = { ...noLimits, chosen };
    const draft = fillExamples(
      createDraft({ personas: ids, layout: 'perPersona', limits }, builtIn),
      builtIn,
    );
    const results = runTests(draft, compose(draft, builtIn), builtIn).filter(
      ({ proof, state }) => proof.trust !== undefined && state !== 'notAsked',
    );
    expect(results.length).toBeGreaterThan(20);
    expect(results.filter(({ state }) => state !== 'holds').map(({ proof }) => proof.id)).toEqual([]);
  });
});

describe('a call that AWS denied', () => {
  const draft = withGuardrails('storePerimeter');
  const bucket = draft.variables['inputPrefixes']?.[0] ?? 'ml-input/team-a';
  const answerOf = (caller: string, resource: string, guardrails: readonly string[]) => {
    const message = `User: arn:aws:sts::111122223333:assumed-role/${caller}/SageMaker is not authorized to perform: s3:GetObject on resource: ${resource} with an explicit deny in a resource control policy`;
    const [group] = readRefusals(message);
    if (!group) throw new Error('not read');
    return answerRefusal(withGuardrails(...guardrails), {
      ...group,
      persona: 'trainingRole',
      ruleset: builtIn,
      catalog,
    });
  };

  it('has the resource control policies of the set beside those of the role', () => {
    const answer = answerOf('X', `arn:aws:s3:::${bucket}/x`, ['storePerimeter']);
    expect(answer.policies?.set.resourceControl?.flat().length).toBeGreaterThan(0);
    expect(answer.request.context).toMatchObject({ 'aws:PrincipalIsAWSService': 'false' });
    expect(answer.request.context).toHaveProperty('aws:PrincipalOrgID');
  });

  it('depends on what the message doesn’t say, and only where a policy asks for it', () => {
    const keysOf = (...guardrails: readonly string[]) =>
      answerOf('X', 'arn:aws:s3:::ml-input/team-a/x', guardrails).openKeys;
    expect(keysOf('storeTls')).toContain('aws:SecureTransport');
    expect(keysOf('storePerimeter')).not.toContain('aws:PrincipalOrgID');
    expect(keysOf()).not.toContain('aws:SecureTransport');
  });
});
