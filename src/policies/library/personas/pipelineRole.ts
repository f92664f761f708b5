import type { Persona } from './persona.ts';

export const pipelineRole: Persona = {
  id: 'pipelineRole',
  title: 'Pipeline execution role',
  mark: 'PIP',
  summary: 'Lets SageMaker Pipelines start the jobs of a pipeline and register its models.',
  family: 'applications',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'sageMakerService' }, { form: 'samePrincipals' }, { form: 'crossAccount' }],
  roleVariable: 'pipelineRoleArns',
  activities: [
    { activity: 'pipelineSteps', selected: true },
    { activity: 'registerModels', selected: true },
    { activity: 'pipelineIntegrations', selected: false },
    { activity: 'logsAndMetrics', selected: false },
    { activity: 'jobVpcNetworking', selected: false },
    { activity: 'jobEncryption', selected: false },
    { activity: 'jobData', selected: false },
    { activity: 'pullImages', selected: false },
  ],
};
