import type { Persona } from './persona.ts';

export const offlineStoreRole: Persona = {
  id: 'offlineStoreRole',
  title: 'Offline store role',
  mark: 'FSO',
  summary: 'Lets Feature Store write the offline store of feature groups to S3 and the Glue Data Catalog.',
  family: 'features',
  specialized: true,
  kind: 'identity',
  trust: [
    {
      form: 'sageMakerService',
      defaults: { confusedDeputy: 'off' },
      warning: {
        text: 'AWS doesn’t document whether Feature Store sends aws:SourceAccount and aws:SourceArn. Create a feature group to test it before you turn this on.',
        source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html',
      },
    },
  ],
  roleVariable: 'offlineStoreRoleArns',
  activities: [{ activity: 'keepOfflineStore', selected: true }],
};
