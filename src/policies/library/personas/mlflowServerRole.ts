import type { Persona } from './persona.ts';

export const mlflowServerRole: Persona = {
  id: 'mlflowServerRole',
  title: 'MLflow server and app role',
  mark: 'MLR',
  summary: 'Lets an MLflow tracking server or app keep artifacts in S3 and register models.',
  family: 'mlflow',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'sageMakerService', defaults: { confusedDeputy: 'off' } }],
  roleVariable: 'mlflowRoleArns',
  activities: [{ activity: 'mlflowArtifacts', selected: true }],
};
