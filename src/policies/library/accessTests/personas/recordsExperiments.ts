import { type AccessTest, mustAllow, mustDeny, sageMaker } from '../accessTest.ts';

const records = { activity: 'manageExperiments' };
const when = (remove: string) => ({ ...records, when: { remove } });
const experiment = sageMaker('experiment/churn');
const component = sageMaker('experiment-trial-component/churn-1');
const elsewhere = 'arn:<PARTITION>:sagemaker:<REGION>:999999999999:experiment/churn';
const owned = {
  'sagemaker:ResourceTag/<OWNER_TAG_KEY>': 'ana',
  'aws:PrincipalTag/<PRINCIPAL_TAG_KEY>': 'ana',
};
const ofOthers = { ...owned, 'sagemaker:ResourceTag/<OWNER_TAG_KEY>': 'ben' };
const remove = 'sagemaker:DeleteExperiment';

/** Of those who record experiments. */
export const recordsExperiments: readonly AccessTest[] = [
  ...mustAllow([
    ['record', 'creates an experiment', 'sagemaker:CreateExperiment', experiment, {}, records],
    ['record-run', 'records a run', 'sagemaker:UpdateTrialComponent', component, {}, records],
    ['record-delete', 'deletes an experiment', remove, experiment, {}, when('any')],
    ['record-delete-own', 'deletes its own experiment', remove, experiment, owned, when('owned')],
    [
      'record-tag',
      'tags an experiment that it creates',
      'sagemaker:AddTags',
      experiment,
      { 'sagemaker:TaggingAction': 'CreateExperiment' },
      { ...records, when: { tags: 'on' } },
    ],
  ]),
  ...mustDeny([
    ['record-kept', 'deletes an experiment', remove, experiment, owned, when('off')],
    [
      'record-of-others',
      'deletes an experiment of another owner',
      remove,
      experiment,
      ofOthers,
      when('owned'),
    ],
    ['record-component-kept', 'deletes a run', 'sagemaker:DeleteTrialComponent', component, {}, when('off')],
    [
      'record-elsewhere',
      'changes an experiment in another account',
      'sagemaker:UpdateExperiment',
      elsewhere,
      {},
      records,
    ],
    ['record-retag', 'changes the tags of an experiment', 'sagemaker:AddTags', experiment, {}, records],
  ]),
];
