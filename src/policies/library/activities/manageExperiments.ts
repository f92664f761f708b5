import type { Activity, ActivityOption } from './activity.ts';
import { ownerBy } from './ownership.ts';
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

const remove = {
  Effect: 'Allow',
  Action: [
    'sagemaker:DeleteAction',
    'sagemaker:DeleteArtifact',
    'sagemaker:DeleteContext',
    'sagemaker:DeleteExperiment',
    'sagemaker:DeleteTrial',
    'sagemaker:DeleteTrialComponent',
  ],
  Resource: records,
} as const;

const removeOption: ActivityOption = {
  id: 'remove',
  label: 'Deleting records',
  help: 'No name prefix applies to records, and those that SageMaker creates for jobs have no owner tag.',
  choices: [
    { value: 'any', label: 'Any record', help: 'Deletes records of every team in the account.' },
    {
      value: 'owned',
      label: 'With the owner tag',
      help: 'Deletes only records whose owner tag matches the principal tag of the caller.',
    },
    {
      value: 'off',
      label: 'No',
      help: 'Records can be changed, but not deleted. Associations between them can be removed.',
    },
  ],
  default: 'any',
  recommended: 'off',
  stances: ['hardened'],
};

export const manageExperiments: Activity = {
  id: 'manageExperiments',
  title: 'Manage experiments',
  summary: 'Record experiments, trials, and lineage.',
  status: 'roleManager',
  options: [removeOption, tagsOption],
  hardened: [
    {
      Sid: 'ManageExperiments',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateAction',
        'sagemaker:UpdateAction',
        'sagemaker:CreateArtifact',
        'sagemaker:UpdateArtifact',
        'sagemaker:CreateContext',
        'sagemaker:UpdateContext',
        'sagemaker:CreateExperiment',
        'sagemaker:UpdateExperiment',
        'sagemaker:CreateTrial',
        'sagemaker:UpdateTrial',
        'sagemaker:CreateTrialComponent',
        'sagemaker:UpdateTrialComponent',
        'sagemaker:AssociateTrialComponent',
        'sagemaker:AddAssociation',
        'sagemaker:DeleteAssociation',
      ],
      Resource: records,
    },
    { Sid: 'ManageExperimentsDelete', ...remove, when: { remove: 'any' } },
    {
      Sid: 'ManageExperimentsDeleteOwn',
      ...remove,
      Condition: { StringEquals: { 'sagemaker:ResourceTag/<OWNER_TAG_KEY>': [ownerBy.principalTag] } },
      when: { remove: 'owned' },
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
