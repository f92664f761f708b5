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
      text: 'The page of a notebook instance does not load, although its address was made.',
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
  notes: [
    {
      text: 'The ARN binds it to notebooks of the account. AWS’s samples put no condition on the caller here: what the browser sends through the endpoint is not signed by a principal.',
      source: sagemakerEndpointSource,
    },
  ],
});
