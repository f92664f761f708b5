import { type Example, exampleAccount, leastPrivilege } from './example.ts';

export const endpointAccess: Example = {
  id: 'endpointAccess',
  title: 'Callers of an endpoint in a VPC',
  summary:
    'A model is invoked from a VPC without internet access. VPC endpoint policies allow principals in this account to call SageMaker Runtime and read the model bucket. The model has a separate role.',
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
