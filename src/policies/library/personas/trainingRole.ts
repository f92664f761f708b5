import type { Persona } from './persona.ts';

export const trainingRole: Persona = {
  id: 'trainingRole',
  title: 'Training, tuning and processing job role',
  mark: 'TR',
  summary: 'What a running job may do: read input, write output, log, use keys and the VPC.',
  kind: 'identity',
  trust: [{ form: 'sageMakerService' }, { form: 'samePrincipals' }, { form: 'crossAccount' }],
  roleVariable: 'trainingRoleArns',
  activities: [
    { activity: 'logsAndMetrics', selected: true },
    { activity: 'jobVpcNetworking', selected: true },
    { activity: 'jobEncryption', selected: true },
    { activity: 'jobData', selected: true },
    { activity: 'pullImages', selected: true },
    { activity: 'accessAwsServices', selected: false },
  ],
};
