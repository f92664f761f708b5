import type { Activity } from './activity.ts';
import { arn, tagOnCreate, tagsOption } from './roleManager.ts';

const everything = (type: string): string => arn(type, '*');
const records = [
  everything('action'),
  everything('artifact'),
  everything('context'),
  everything('experiment'),
  everything('experiment-trial'),
  everything('experiment-trial-component'),
];

export const manageExperiments: Activity = {
  id: 'manageExperiments',
  title: 'Manage experiments',
  summary: 'Record experiments, trials, and lineage.',
  status: 'roleManager',
  options: [tagsOption],
  hardened: [
    {
      Sid: 'ManageExperiments',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateAction',
        'sagemaker:UpdateAction',
        'sagemaker:DeleteAction',
        'sagemaker:CreateArtifact',
        'sagemaker:UpdateArtifact',
        'sagemaker:DeleteArtifact',
        'sagemaker:CreateContext',
        'sagemaker:UpdateContext',
        'sagemaker:DeleteContext',
        'sagemaker:CreateExperiment',
        'sagemaker:UpdateExperiment',
        'sagemaker:DeleteExperiment',
        'sagemaker:CreateTrial',
        'sagemaker:UpdateTrial',
        'sagemaker:DeleteTrial',
        'sagemaker:CreateTrialComponent',
        'sagemaker:UpdateTrialComponent',
        'sagemaker:DeleteTrialComponent',
        'sagemaker:AssociateTrialComponent',
        'sagemaker:AddAssociation',
        'sagemaker:DeleteAssociation',
      ],
      Resource: records,
    },
    {
      Sid: 'ManageExperimentsDetach',
      Effect: 'Allow',
      Action: ['sagemaker:DisassociateTrialComponent'],
      Resource: [
        everything('experiment-trial'),
        everything('experiment-trial-component'),
        arn('processing-job'),
      ],
    },
    tagOnCreate(
      'ManageExperimentsTagOnCreate',
      [
        'CreateAction',
        'CreateArtifact',
        'CreateContext',
        'CreateExperiment',
        'CreateTrial',
        'CreateTrialComponent',
      ],
      records,
    ),
  ],
};
