import { ownerBy } from '../../activities/ownership.ts';
import { deniedUnless, type Guarantee, guaranteeSources as sources, never } from '../guarantee.ts';

const remove = [
  'sagemaker:DeleteAction',
  'sagemaker:DeleteArtifact',
  'sagemaker:DeleteContext',
  'sagemaker:DeleteExperiment',
  'sagemaker:DeleteTrial*',
];

/** Of those who record experiments, whose records have no name prefix. */
export const experimentRecords: readonly Guarantee[] = [
  never(
    ['experiments-kept', 'Can’t delete experiments, runs, artifacts, actions, or contexts.', remove],
    sources.leastPrivilege,
    { activity: 'manageExperiments', when: { remove: 'off' } },
  ),
  deniedUnless(
    [
      'experiments-of-owner',
      'Can delete only experiments, runs, artifacts, actions, and contexts with their own owner tag.',
      remove,
    ],
    [{ StringEquals: { 'sagemaker:ResourceTag/<OWNER_TAG_KEY>': [ownerBy.principalTag] } }],
    sources.studioOwner,
    { activity: 'manageExperiments', when: { remove: 'owned' } },
  ),
];
