import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtIn } from '../../library/builtIn.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { compose } from '../../compose/compose.ts';
import { createDraft } from '../../draft/createDraft.ts';
import { fillExamples } from '../../compose/exampleValues.ts';
import { globMatcher } from '../../language/glob.ts';
import { guideSamples } from '../../library/guide/guideSamples.ts';
import { personas } from '../../library/personas/index.ts';
import { printPolicy } from '../../language/print.ts';
import type { Finding } from '../check.ts';
import type { PolicyType } from '../../language/policyType.ts';
import { checkPolicy } from '../checkPolicy.ts';
import { isOutdated } from './outdatedData.ts';
import { canMeet } from './reach.ts';

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
});

const check = (text: string, type: PolicyType = 'identity') =>
  checkPolicy(text, type, { catalog, placeholders: 'open' });

/** Code and what it is about. */
const brief = ({ code, values }: Finding) =>
  [code, values['action'], values['service'] ?? values['companion']].filter(Boolean).join(' ');

describe('canMeet', () => {
  const short = fc.stringMatching(/^[ab*]{0,6}$/);
  const texts = ['', 'a', 'b'].flatMap((one) =>
    ['', 'a', 'b', 'ab', 'ba', 'aab', 'bba'].map((two) => one + two),
  );

  it('holds whenever some text matches both patterns', () => {
    fc.assert(
      fc.property(short, short, (one, other) => {
        const [matchesOne, matchesOther] = [globMatcher(one), globMatcher(other)];
        if (texts.some((text) => matchesOne(text) && matchesOther(text)))
          expect(canMeet(one, other)).toBe(true);
      }),
    );
  });

  it('is symmetric, and for a plain text the same as matching', () => {
    fc.assert(
      fc.property(short, fc.stringMatching(/^[ab]{0,6}$/), (pattern, text) => {
        expect(canMeet(pattern, text)).toBe(globMatcher(pattern)(text));
        expect(canMeet(text, pattern)).toBe(globMatcher(pattern)(text));
      }),
    );
  });

  it('ends soon on patterns made to be slow', () => {
    expect(canMeet(`${'a*'.repeat(300)}b`, `${'*a'.repeat(300)}c`)).toBe(false);
  });
});

describe('an action reaches', () => {
  const statement = (Action: string, Resource: string) =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] });
  const dead = (Action: string, Resource: string) =>
    check(statement(Action, Resource)).some(({ code }) => code === 'SPB_ACTION_NEVER_ALLOWED');

  it.each([
    ['s3:GetObject', 'arn:aws:s3:::ml-input/*', true],
    ['s3:GetObject', 'arn:aws:s3:::ml-input', false],
    ['s3:ListBucket', 'arn:aws:s3:::ml-input', true],
    ['s3:ListBucket', 'arn:aws:s3:::ml-input/*', false],
    ['s3:GetObject', 'arn:aws:s3:eu-west-1:111122223333:accesspoint/ap/object/*', true],
    ['s3:GetObject', 'arn:aws:s3::111122223333:accesspoint/ap.mrap/object/*', true],
    ['s3:*', 'arn:aws:s3:::ml-input', true],
    ['ssm:GetParameter', 'arn:aws:ssm:eu-west-1::parameter/aws/service/*', true],
    ['logs:PutLogEvents', 'arn:aws:logs:*:*:log-group:/aws/sagemaker/*', true],
    ['logs:PutLogEvents', 'arn:aws:logs:*:*:/aws/sagemaker/*', false],
    ['ecr:GetAuthorizationToken', 'arn:aws:ecr:*:*:repository/*', false],
    ['ecr:GetAuthorizationToken', '*', true],
    ['kms:Decrypt', '<DATA_KMS_CMK_ARN>', true],
    ['kms:Decrypt', 'arn:aws:s3:::ml-input/*', false],
    ['route53:ChangeResourceRecordSets', 'arn:aws:route53:::hostedzone/Z1', true],
    ['dynamodb:Query', 'arn:aws:dynamodb:*:*:table/t/index/*', true],
  ])('%s on %s: %s', (action, resource, reached) => {
    expect(dead(action, resource)).toBe(!reached);
  });
});

/** What an audit of the chapter found by hand, and what the checks find by themselves. */
const published: readonly (readonly [policy: number, findings: readonly string[]])[] = [
  [1, ['SPB_PATTERN_OPENS_DATA sagemaker:GetRecord']],
  [2, []],
  [3, []],
  [4, ['JSON_SYNTAX_ERROR']],
  [5, []],
  [
    6,
    [
      'SPB_COMPANION_MISSING ecr:CreateRepository ecr:TagResource',
      'SPB_ACTION_NEVER_ALLOWED ecr:GetAuthorizationToken',
    ],
  ],
  [7, []],
  [
    8,
    [
      'SPB_COMPANION_MISSING kms:Encrypt kms:GenerateDataKey',
      'SPB_ACTION_NEVER_ALLOWED s3:ListBucket',
      'SPB_ACTION_NEVER_ALLOWED ecr:GetAuthorizationToken',
    ],
  ],
  [9, ['JSON_SYNTAX_ERROR']],
  [10, ['INVALID_POLICY_ELEMENT', 'SPB_ACTION_NEVER_ALLOWED s3:ListAllMyBuckets']],
];

it.each(published)('finds in sample policy %s of the guide what the audit found', (policy, findings) => {
  const { persona, text } = guideSamples.find((sample) => sample.policy === policy) ?? {
    persona: '',
    text: '',
  };
  expect(check(text, persona === 'vpcEndpoint' ? 'vpc-endpoint' : 'identity').map(brief)).toEqual(findings);
});

it('finds the retired service and the scoped token in sample policy 9 without its trailing comma', () => {
  const { text } = guideSamples.find(({ policy }) => policy === 9) ?? { text: '' };
  expect(check(text.replaceAll(/,(\s*[\]}])/g, '$1')).map(brief)).toEqual(
    expect.arrayContaining([
      'SPB_ACTION_NEVER_ALLOWED ecr:GetAuthorizationToken',
      'SPB_SERVICE_RETIRED elastic-inference',
    ]),
  );
});

/** As published, repaired where nothing would work: what is left is what the audit names besides. */
const asPublished: Readonly<Record<string, readonly string[]>> = {
  'dataScientist consoleReadAccess': ['SPB_PATTERN_OPENS_DATA sagemaker:GetRecord'],
  'hostingRole elasticInference': ['SPB_SERVICE_RETIRED elastic-inference'],
  'notebookRole buildAndPushImages': ['SPB_COMPANION_MISSING ecr:CreateRepository ecr:TagResource'],
  // It passes any role to Lambda and EMR, and the reference has no resource for RunJobFlow.
  'pipelineRole pipelineIntegrations': [
    'SPB_PRIVILEGE_ESCALATION',
    'SPB_ACTION_NEVER_ALLOWED elasticmapreduce:RunJobFlow',
  ],
  // It limits actions to domains for which the reference has no resource.
  'unifiedDomainRole runUnifiedDomain': ['SPB_ACTION_NEVER_ALLOWED datazone:GetAccountPool'],
  // The sample compares a tag, whose values are strings, as an ARN.
  'studioUser remoteIde': ['TYPE_MISMATCH'],
};

it.each(personas.flatMap(({ id, activities }) => activities.map(({ activity }) => [id, activity] as const)))(
  '%s with %s, as published, raises what the audit says',
  (persona, activity) => {
    const choice = { activity, stance: 'published' as const, options: {} };
    const draft = createDraft({ personas: [persona], activities: { [persona]: [choice] } }, builtIn);
    const found = compose(fillExamples(draft, builtIn), builtIn)
      .filter(({ kind }) => kind !== 'trust')
      .flatMap(({ kind, policy }) =>
        check(printPolicy(policy).text, kind === 'vpc-endpoint' ? 'vpc-endpoint' : 'identity').map(brief),
      );
    expect(found).toEqual(asPublished[`${persona} ${activity}`] ?? []);
  },
);

describe('the age of the data', () => {
  it.each([
    ['2026-09-26', '2026-09-26', false],
    ['2026-09-26', '2027-03-26', false],
    ['2026-09-26', '2027-03-27', true],
    ['2026-08-31', '2027-02-28', false],
    ['2026-08-31', '2027-03-01', true],
    ['2026-09-26', '2030-01-01', true],
    ['2026-09-26', 'today', false],
    ['2026-09-26', '2020-01-01', false],
  ])('data of %s on %s: outdated %s', (data, today, outdated) => {
    expect(isOutdated(data, today)).toBe(outdated);
  });

  it('is reported once, says what that means, and only where the day is known', () => {
    const statement = { Effect: 'Allow', Action: ['sagemaker:CreateRocket', 's3:GetRocket'], Resource: '*' };
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    const found = checkPolicy(text, 'identity', { catalog, today: '2099-01-01' });
    const reported = found.filter(({ code }) => code === 'SPB_DATA_OUTDATED');
    expect(reported).toHaveLength(1);
    expect(reported[0]?.values).toEqual({ date: catalog.dataDate });
    expect(checkPolicy(text, 'identity', { catalog }).map(({ code }) => code)).not.toContain(
      'SPB_DATA_OUTDATED',
    );
  });
});
