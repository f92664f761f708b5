import type { Persona } from './persona.ts';

export const hostingRole: Persona = {
  id: 'hostingRole',
  title: 'Model hosting role',
  mark: 'HO',
  summary: 'What a hosted model may do: load artefacts, log, use keys and the VPC.',
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
    { activity: 'elasticInference', selected: false },
  ],
};
