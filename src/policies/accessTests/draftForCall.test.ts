import { describe, expect, it } from 'vitest';
import { createDraft } from '../draft/createDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import { readRefusal, type RefusedCall } from './accessDenied.ts';
import { findActivitiesThatAllow } from './activitiesThatAllow.ts';
import { draftAllowing, draftForCall, valuesOfCall } from './draftForCall.ts';

const caller = 'arn:aws:sts::999988887777:assumed-role/acme-ds/ana';

function refused(action: string, resource: string): RefusedCall {
  const reading = readRefusal(
    `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
  );
  if (!reading.ok) throw new Error(reading.why);
  return reading.call;
}

const offered = (call: RefusedCall, persona: string) =>
  findActivitiesThatAllow(
    draftForCall(call, persona, builtIn),
    persona,
    { principal: call.principal, action: call.action, resource: { arn: call.resource }, context: {} },
    builtIn,
  ).map(({ activity }) => activity);

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
    expect(offered(refused(action, resource), persona)).toContain(activity);
  });

  it('takes account and Region from the message', () => {
    expect(
      valuesOfCall(
        refused('sagemaker:CreateModel', 'arn:aws-us-gov:sagemaker:us-gov-west-1:999988887777:model/churn'),
      ),
    ).toMatchObject({ partition: ['aws-us-gov'], region: ['us-gov-west-1'], accountId: ['999988887777'] });
    expect(valuesOfCall(refused('s3:GetObject', 'arn:aws:s3:::acme-data/x'))).toMatchObject({
      accountId: ['999988887777'],
    });
  });

  it('adds the persona and the activity to the draft, and keeps the rest', () => {
    const call = refused(
      'sagemaker:CreateTrainingJob',
      'arn:aws:sagemaker:us-east-1:999988887777:training-job/churn-1',
    );
    const before = createDraft({ name: 'acme', variables: { dataKeyArns: ['kept'] } }, builtIn);
    const after = draftAllowing(before, call, 'dataScientist', 'manageJobs', builtIn);
    expect(after).toMatchObject({
      name: 'acme',
      personas: ['dataScientist'],
      variables: { dataKeyArns: ['kept'], region: ['us-east-1'] },
    });
    expect(after.activities['dataScientist']?.map(({ activity }) => activity)).toEqual([
      'consoleReadAccess',
      'notebookAccessByOwner',
      'studioAccessByOwner',
      'manageJobs',
    ]);
  });
});
