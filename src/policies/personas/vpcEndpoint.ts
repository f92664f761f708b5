import type { Persona } from './persona.ts';

export const vpcEndpoint: Persona = {
  id: 'vpcEndpoint',
  title: 'VPC endpoint',
  mark: 'VE',
  summary: 'What may be reached from inside the VPC through its S3 endpoint, by anyone there.',
  kind: 'vpc-endpoint',
  activities: [{ activity: 's3EndpointAccess', selected: true }],
};
