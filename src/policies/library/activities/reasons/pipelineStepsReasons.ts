import type { ActivityReasons } from '../activityReasons.ts';
import { passedRole, taggedOnCreation } from './sharedReasons.ts';

const guide = 'https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html';

export const pipelineStepsReasons: ActivityReasons = {
  companions: [
    {
      statements: ['StepsResults'],
      text: 'Conditions and JsonGet read the property files of earlier steps.',
      source: guide,
    },
    { statements: ['StepsPassTrainingRole', 'StepsPassModelRole', 'StepsPassOwnRole'], ...passedRole },
    { statements: ['StepsTag', 'StepsTagByPrefix'], ...taggedOnCreation },
  ],
  notes: [
    {
      text: 'AWS documents what the role needs in words: pass the roles of the steps, create and describe each type of job, and read S3 for JsonGet. The only sample policy lists s3:HeadObject, which isn’t an action.',
      source: guide,
    },
    {
      text: 'With generated names, the role can also follow and stop the jobs of other pipelines in the account.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html#build-and-manage-step-permissions-prefix',
    },
    {
      text: 'AutoML, Clarify, and quality check steps are not included. Clarify and quality checks run as processing jobs, with generated names that AWS doesn’t document.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps.html',
    },
  ],
};
