import type { Persona } from './persona.ts';

export const hostingRole: Persona = {
  id: 'hostingRole',
  title: 'Inference execution role',
  mark: 'INF',
  formerMark: 'HO',
  summary: 'Lets hosted models load artifacts, write logs, and use KMS keys and the VPC.',
  family: 'execution',
  kind: 'identity',
  trust: [{ form: 'sageMakerService' }, { form: 'samePrincipals' }, { form: 'crossAccount' }],
  roleVariable: 'hostingRoleArns',
  activities: [
    { activity: 'logsAndMetrics', selected: true },
    { activity: 'hostingVpcNetworking', selected: true },
    { activity: 'endpointAutoscaling', selected: false },
    { activity: 'hostingEncryption', selected: true },
    { activity: 'pullImages', selected: true },
    { activity: 'modelArtifacts', selected: true },
    { activity: 'serveAsync', selected: false },
    { activity: 'elasticInference', selected: false },
  ],
};
