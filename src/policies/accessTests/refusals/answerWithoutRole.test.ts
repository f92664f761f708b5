import { describe, expect, it } from 'vitest';
import { createDraft } from '../../draft/createDraft.ts';
import { builtIn } from '../../library/builtIn.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { answerRefusal } from './answerRefusal.ts';
import { answerWithoutRole } from './answerWithoutRole.ts';
import { readRefusals } from './readRefusals.ts';
import { startWithChange } from './startWithChange.ts';
import { valuesOfCall } from './valuesOfCall.ts';

const catalog = await testCatalog();

function refused(action: string, resource: string, role = 'acme-ds') {
  const [group] = readRefusals(
    `User: arn:aws:sts::999988887777:assumed-role/${role}/ana is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  );
  if (!group) throw new Error('not read');
  return group;
}

const noRole = createDraft({}, builtIn);

const answer = (action: string, resource: string, role?: string, draft = noRole) =>
  answerWithoutRole(draft, { ...refused(action, resource, role), ruleset: builtIn, catalog });

describe('a refused call without any role', () => {
  it.each<[action: string, resource: string, persona: string, activity: string]>([
    [
      'sagemaker:CreateTrainingJob',
      'arn:aws:sagemaker:us-east-1:999988887777:training-job/churn-1',
      'dataScientist',
      'manageJobs',
    ],
    ['s3:GetObject', 'arn:aws:s3:::acme-data/churn/train.csv', 'trainingRole', 'jobData'],
    ['s3:ListBucket', 'arn:aws:s3:::acme-data', 'trainingRole', 'jobData'],
    ['iam:PassRole', 'arn:aws:iam::999988887777:role/acme-training', 'notebookRole', 'runJobs'],
    [
      'sagemaker:CreateEndpoint',
      'arn:aws:sagemaker:us-east-1:999988887777:endpoint/churn',
      'mlopsEngineer',
      'manageEndpoints',
    ],
  ])('%s on %s: an activity of %s allows it', (action, resource, persona, activity) => {
    const { starts, statement } = answer(action, resource);
    const offers = starts.find((start) => start.persona === persona)?.offers ?? [];
    expect(offers.flatMap(({ change }) => (change.kind === 'activity' ? [change.activity] : []))).toContain(
      activity,
    );
    expect(statement?.change).toBeUndefined();
  });

  it.each([
    ['acme-ml', 'dataScientist'],
    ['acme-ml-notebook', 'notebookRole'],
    ['AcmeStudioRole', 'notebookRole'],
    ['acme-mlops-prod', 'mlopsEngineer'],
  ])('of a role named %s: first what makes it a %s', (role, persona) => {
    const { starts } = answer(
      'sagemaker:CreateTrainingJob',
      'arn:aws:sagemaker:us-east-1:999988887777:training-job/churn-1',
      role,
    );
    expect(starts[0]?.persona).toBe(persona);
  });

  it('fills no field that the call does not need: who reads from a bucket need not write to it', () => {
    const { starts } = answer('s3:GetObject', 'arn:aws:s3:::acme-data/churn/train.csv');
    const [offer] = starts.find(({ persona }) => persona === 'trainingRole')?.offers ?? [];
    expect(offer?.change).toMatchObject({
      activity: 'jobData',
      values: [{ variable: 'inputData', values: ['acme-data/churn'] }],
    });
  });

  it('takes account and Region from the message', () => {
    const gov = 'arn:aws-us-gov:sagemaker:us-gov-west-1:999988887777:model/churn';
    expect(valuesOfCall(refused('sagemaker:CreateModel', gov).call, gov)).toMatchObject({
      partition: ['aws-us-gov'],
      region: ['us-gov-west-1'],
      accountId: ['999988887777'],
    });
  });

  it.each<[persona: string, action: string, resource: string]>([
    ['trainingRole', 'sagemaker:CreateEndpoint', 'arn:aws:sagemaker:us-east-1:999988887777:endpoint/churn'],
    [
      'trainingRole',
      'sagemaker:CreateEndpoint',
      'arn:aws:sagemaker:us-east-1:999988887777:endpoint-config/churn',
    ],
    ['dataScientist', 's3:GetObject', 'arn:aws:s3:::acme-data/churn/train.csv'],
    ['trainingRole', 'iam:PassRole', 'arn:aws:iam::999988887777:role/acme-training'],
    [
      'vpcEndpoint',
      'kms:Decrypt',
      'arn:aws:kms:us-east-1:999988887777:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    ],
  ])(
    'beside %s: each role that is offered for %s on %s allows it, and replaces nothing',
    (persona, action, resource) => {
      const before = createDraft({ personas: [persona] }, builtIn);
      const { starts } = answer(action, resource, undefined, before);
      expect(starts.length).toBeGreaterThan(0);
      expect(starts.map((start) => start.persona)).not.toContain(persona);
      for (const start of starts) {
        const [offer] = start.offers;
        if (!offer) throw new Error('no offer');
        const after = startWithChange(before, start.persona, offer.change, builtIn);
        expect(after.personas).toEqual([persona, start.persona]);
        expect(after.activities[persona]).toEqual(before.activities[persona]);
        const asked = { ...refused(action, resource), persona: start.persona, ruleset: builtIn, catalog };
        expect(['allowed', 'unknown']).toContain(answerRefusal(after, asked).verdict);
      }
    },
  );

  it('adds the persona and the activity to the draft, and keeps the rest', () => {
    const { starts } = answer(
      'sagemaker:CreateTrainingJob',
      'arn:aws:sagemaker:us-east-1:999988887777:training-job/churn-1',
    );
    const offers = starts.find(({ persona }) => persona === 'dataScientist')?.offers ?? [];
    const before = createDraft({ name: 'acme', variables: { dataKeyArns: ['kept'] } }, builtIn);
    const change = offers[0]?.change;
    const after = change && startWithChange(before, 'dataScientist', change, builtIn);
    expect(after).toMatchObject({
      name: 'acme',
      personas: ['dataScientist'],
      variables: { dataKeyArns: ['kept'], region: ['us-east-1'], namePrefixes: ['churn-1'] },
    });
    expect(after?.activities['dataScientist']?.map(({ activity }) => activity)).toEqual([
      'consoleReadAccess',
      'notebookAccessByOwner',
      'studioAccessByOwner',
      'manageJobs',
    ]);
  });
});
