import { type Example, exampleAccount, leastPrivilege } from './example.ts';

export const endpointAccess: Example = {
  id: 'endpointAccess',
  title: 'Callers of an endpoint in a VPC',
  summary:
    'A model is invoked from a VPC without internet access. VPC endpoint policies let principals of this account call SageMaker Runtime and read the model’s bucket; the model has a role of its own.',
  draft: {
    name: 'example-inference',
    personas: ['hostingRole', 'vpcEndpoint'],
    activities: {
      vpcEndpoint: leastPrivilege(
        'sagemakerRuntimeEndpoint',
        's3EndpointAccess',
        'logsEndpoint',
        'stsEndpoint',
      ),
    },
    variables: {
      ...exampleAccount,
      modelArtifacts: ['example-team-models/approved'],
      endpointBuckets: ['example-team-models'],
    },
  },
};
