import type { Persona } from './persona.ts';

export const trainingRole: Persona = {
  id: 'trainingRole',
  title: 'Training and processing execution role',
  mark: 'JOB',
  formerMark: 'TR',
  summary: 'Lets jobs read input, write output and logs, and use KMS keys and the VPC.',
  family: 'execution',
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
    { activity: 'analyzeModels', selected: false },
  ],
};
