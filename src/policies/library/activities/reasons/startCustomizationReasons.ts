import type { ActivityReasons } from '../activityReasons.ts';
import { passedRole, taggedOnCreation } from './sharedReasons.ts';

const page = 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-customize-mtrl-prereqs.html';

export const startCustomizationReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['CustomizationJobs'],
      text: 'Limited to jobs with the name prefix in this account and Region.',
      source: page,
    },
    {
      tag: 'validity',
      statements: ['CustomizationJobsList'],
      text: 'Lists jobs and reads the schemas that the API reference says to call before CreateJob.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateJob.html',
    },
  ],
  companions: [
    { statements: ['CustomizationPassRole'], ...passedRole },
    {
      statements: ['CustomizationAgents'],
      text: 'Studio lists the agent runtimes and their versions to choose from.',
      source: page,
    },
    { statements: ['CustomizationTag'], ...taggedOnCreation },
  ],
  notes: [
    {
      text: 'These actions are not in AmazonSageMakerFullAccess. Multi-turn reinforcement learning also needs the other model customization prerequisites.',
      source: page,
    },
  ],
};
