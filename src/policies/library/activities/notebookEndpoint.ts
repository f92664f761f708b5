import { endpointActivity, sagemakerEndpointSource } from './endpointPolicy.ts';

export const notebookEndpoint = endpointActivity({
  id: 'notebookEndpoint',
  title: 'Notebook instances',
  summary: 'Open notebook instances from inside the VPC.',
  endpoint: {
    id: 'notebook',
    serviceName: 'aws.sagemaker.<REGION>.notebook',
    type: 'interface',
    carries: ['sagemaker:CreatePresignedNotebookInstanceUrl'],
    symptom: {
      text: 'The notebook instance page doesn’t load, even though its URL was created.',
      source: sagemakerEndpointSource,
    },
  },
  options: [],
  statements: [
    {
      Sid: 'OpenNotebooks',
      Effect: 'Allow',
      Principal: '*',
      Action: ['sagemaker:CreatePresignedNotebookInstanceUrl'],
      Resource: ['arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:notebook-instance/*'],
    },
  ],
});
