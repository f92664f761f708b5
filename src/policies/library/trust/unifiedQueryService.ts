import { serviceForm } from './serviceForm.ts';

export const unifiedQueryService = serviceForm({
  id: 'unifiedQueryService',
  title: 'Lake Formation and AWS Glue',
  summary: 'Lake Formation and AWS Glue assume the role for queries of Unified Studio.',
  principals: ['glue.amazonaws.com', 'lakeformation.amazonaws.com'],
  actions: ['sts:AssumeRole', 'sts:SetContext'],
  sid: 'QueriesAssumeRole',
  documented: true,
  notes: [
    {
      text: 'Matches the trust policy of the default role AmazonSageMakerQueryExecution. If you use your own role, the provisioning role must be able to pass it.',
      source:
        'https://docs.aws.amazon.com/sagemaker-unified-studio/latest/adminguide/AmazonSageMakerQueryExecution.html',
    },
  ],
});
