import type { Persona } from './persona.ts';

export const notebookRole: Persona = {
  id: 'notebookRole',
  title: 'Notebook and Studio execution role',
  mark: 'NB',
  summary: 'Lets code in notebooks and Studio run jobs, build images, and deploy models.',
  family: 'execution',
  kind: 'identity',
  trust: [
    {
      form: 'sageMakerService',
      defaults: { confusedDeputy: 'off' },
      warning: {
        text: 'AWS documents aws:SourceAccount and aws:SourceArn for Studio, jobs, and models, but not for notebook instances. A notebook instance that doesn’t send them can’t assume the role, so start one to test it. If you use Studio only, turn this on.',
        source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html',
      },
    },
    { form: 'samePrincipals' },
    { form: 'crossAccount' },
  ],
  roleVariable: 'notebookRoleArns',
  activities: [
    { activity: 'runJobs', selected: true },
    { activity: 'buildAndPushImages', selected: true },
    { activity: 'deployModels', selected: true },
    { activity: 'notebookData', selected: true },
    { activity: 'logsAndMetrics', selected: false },
    { activity: 'runStudioApps', selected: false },
    { activity: 'manageJobs', selected: false },
    { activity: 'manageModels', selected: false },
    { activity: 'manageEndpoints', selected: false },
    { activity: 'managePipelines', selected: false },
    { activity: 'manageExperiments', selected: false },
    { activity: 'searchExperiments', selected: false },
    { activity: 'monitorModels', selected: false },
    { activity: 's3TeamAccess', selected: false },
    { activity: 's3AccountAccess', selected: false },
    { activity: 'queryAthena', selected: false },
    { activity: 'manageGlueTables', selected: false },
    { activity: 'buildImagesFromStudio', selected: false },
  ],
};
