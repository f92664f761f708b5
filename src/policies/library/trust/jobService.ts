import { serviceForm } from './serviceForm.ts';

const page = 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-customize-mtrl-prereqs.html';

export const jobService = serviceForm({
  id: 'jobService',
  title: 'SageMaker model customization',
  summary: 'The CreateJob service assumes the role to run a model customization job.',
  principals: ['job.sagemaker.amazonaws.com'],
  sid: 'JobsAssumeRole',
  documented: false,
  notes: [
    {
      text: 'CreateJob uses job.sagemaker.amazonaws.com, both here and in iam:PassedToService. sagemaker.amazonaws.com alone isn’t enough.',
      source: page,
    },
  ],
});
