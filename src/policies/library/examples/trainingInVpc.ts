import { noLimits } from '../../model/draft.ts';
import { type Example, exampleAccount, guardrailChoices, leastPrivilege } from './example.ts';

export const trainingInVpc: Example = {
  id: 'trainingInVpc',
  title: 'Training team in its own VPC',
  summary:
    'Data scientists start training and processing jobs. Every job runs in the team’s subnets with encrypted volumes, and accesses AWS through VPC endpoints. A permissions boundary enforces this.',
  note: 'The security warnings are about the permissions boundary. It allows broad access because it only limits what the roles’ own policies allow.',
  draft: {
    name: 'example-vpc-training',
    personas: ['dataScientist', 'trainingRole', 'vpcEndpoint'],
    activities: {
      dataScientist: leastPrivilege('consoleReadAccess', 'notebookAccessByOwner', 'manageJobs'),
      vpcEndpoint: leastPrivilege('s3EndpointAccess', 'sagemakerApiEndpoint', 'logsEndpoint', 'kmsEndpoint'),
    },
    limits: {
      ...noLimits,
      delivery: 'boundary',
      chosen: guardrailChoices('vpcOnly', 'approvedNetworks', 'volumeEncryption', 'noDirectInternet'),
    },
    variables: {
      ...exampleAccount,
      notebookRoleArns: ['arn:aws:iam::111122223333:role/example-notebook-execution'],
      inputData: ['example-team-data/training'],
      outputData: ['example-team-models/training'],
      endpointBuckets: ['example-team-data', 'example-team-models'],
    },
  },
};
