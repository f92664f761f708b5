import type { Persona } from './persona.ts';

export const vpcEndpoint: Persona = {
  id: 'vpcEndpoint',
  title: 'VPC endpoint',
  mark: 'VPC',
  formerMark: 'VE',
  summary: 'What anyone in the VPC can reach through its VPC endpoints.',
  family: 'network',
  kind: 'vpc-endpoint',
  trust: [],
  activities: [
    { activity: 's3EndpointAccess', selected: true },
    { activity: 'sagemakerApiEndpoint', selected: false },
    { activity: 'sagemakerRuntimeEndpoint', selected: false },
    { activity: 'notebookEndpoint', selected: false },
    { activity: 'studioEndpoint', selected: false },
    { activity: 'ecrApiEndpoint', selected: false },
    { activity: 'ecrDkrEndpoint', selected: false },
    { activity: 'logsEndpoint', selected: false },
    { activity: 'kmsEndpoint', selected: false },
    { activity: 'stsEndpoint', selected: false },
    { activity: 'monitoringEndpoint', selected: false },
    { activity: 'featureStoreEndpoint', selected: false },
  ],
};
