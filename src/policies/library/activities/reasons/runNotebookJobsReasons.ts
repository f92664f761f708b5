import type { ActivityReasons } from '../activityReasons.ts';
import { notebookDriver, notebookJobNetwork, passedRole, taggedOnCreation } from './sharedReasons.ts';

export const runNotebookJobsReasons: ActivityReasons = {
  companions: [
    { statements: ['NotebookJobPassRole'], ...passedRole },
    { statements: ['NotebookJobDriver'], ...notebookDriver },
    { statements: ['NotebookJobTag'], ...taggedOnCreation },
  ],
  notes: [
    notebookJobNetwork,
    {
      text: 'The AWS sample can start any pipeline and any training job, and pass any role. This version starts only pipelines and jobs with the scheduler’s tags, inferred from its open-source code. Test a schedule first.',
      source: 'https://github.com/aws/amazon-sagemaker-jupyter-scheduler',
    },
    {
      text: 'Notebooks run with this role. Add access to the data that they read.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/scheduled-notebook-policies-other.html',
    },
  ],
};
