import { serviceForm } from './serviceForm.ts';

export const notebookJobService = serviceForm({
  id: 'notebookJobService',
  title: 'SageMaker and EventBridge',
  summary: 'EventBridge assumes the role to start a scheduled notebook, and SageMaker to run it.',
  principals: ['events.amazonaws.com', 'sagemaker.amazonaws.com'],
  sid: 'SchedulesAssumeRole',
  documented: false,
  notes: [
    {
      text: 'AWS documents both services for notebook jobs, in one statement without conditions.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/scheduled-notebook-policies-other.html',
    },
  ],
});
