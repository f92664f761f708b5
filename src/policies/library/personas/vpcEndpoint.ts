import type { Persona } from './persona.ts';

export const vpcEndpoint: Persona = {
  id: 'vpcEndpoint',
  title: 'VPC endpoint',
  mark: 'VE',
  summary: 'What may be reached from inside the VPC through its endpoints, by anyone there.',
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
