import type { Persona } from './persona.ts';

export const autoMlRole: Persona = {
  id: 'autoMlRole',
  title: 'AutoML execution role',
  mark: 'AML',
  summary: 'Lets AutoML (Autopilot) jobs read data, write results, and create the models that they try.',
  family: 'autoMl',
  specialized: true,
  kind: 'identity',
  trust: [
    {
      form: 'sageMakerService',
      defaults: { confusedDeputy: 'off' },
      warning: {
        text: 'AWS doesn’t document whether AutoML jobs send aws:SourceAccount and aws:SourceArn. Run one to test it before you turn this on.',
        source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html',
      },
    },
  ],
  roleVariable: 'autoMlRoleArns',
  activities: [
    { activity: 'runAutoMl', selected: true },
    { activity: 'logsAndMetrics', selected: true },
    { activity: 'jobData', selected: true },
    { activity: 'pullImages', selected: true },
    { activity: 'jobVpcNetworking', selected: false },
    { activity: 'jobEncryption', selected: false },
  ],
};
