import type { ActivityReasons } from '../activityReasons.ts';
import { notebookDriver, notebookJobNetwork, taggedOnCreation } from './sharedReasons.ts';

const jobsPage = 'https://docs.aws.amazon.com/sagemaker/latest/dg/scheduled-notebook-policies-other.html';

export const scheduleNotebooksReasons: ActivityReasons = {
  companions: [
    {
      statements: ['SchedulePassRole'],
      text: 'EventBridge starts the pipeline with this role, and SageMaker runs the notebook with it.',
      source: jobsPage,
    },
    { statements: ['ScheduleDriver'], ...notebookDriver },
    { statements: ['ScheduleTag'], ...taggedOnCreation },
  ],
  notes: [
    notebookJobNetwork,
    {
      text: 'The AWS sample can pass any role and tag any job. It can also create the bucket sagemaker-automated-execution-…, which is not included. Create the bucket once, with encryption and versioning.',
      source: jobsPage,
    },
    {
      text: 'The conditions on the scheduler’s tag are those of the AWS sample, which was written for local Jupyter. AWS doesn’t document whether create requests carry the tag. Test scheduling a notebook first.',
      source: jobsPage,
    },
    {
      text: 'Users can change each other’s schedules and notebooks, and so run code with the execution roles of others. The scheduler’s tag doesn’t name the owner.',
      source: jobsPage,
    },
    {
      text: 'In Studio, the execution role of the user profile schedules notebooks. Its name prefix doesn’t apply, because job names are generated from the notebook.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/scheduled-notebook-policies-studio.html',
    },
  ],
};
