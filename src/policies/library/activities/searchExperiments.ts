import type { Activity } from './activity.ts';
import { arn, listAll } from './roleManager.ts';

const everything = (type: string): string => arn(type, '*');

export const searchExperiments: Activity = {
  id: 'searchExperiments',
  title: 'Search and visualize experiments',
  summary: 'View experiments, trials, and lineage.',
  status: 'roleManager',
  options: [],
  hardened: [
    {
      Sid: 'SearchExperimentsDescribe',
      Effect: 'Allow',
      Action: [
        'sagemaker:DescribeAction',
        'sagemaker:DescribeArtifact',
        'sagemaker:DescribeContext',
        'sagemaker:DescribeExperiment',
        'sagemaker:DescribeTrial',
        'sagemaker:DescribeTrialComponent',
      ],
      Resource: [
        everything('action'),
        everything('artifact'),
        everything('context'),
        everything('experiment'),
        everything('experiment-trial'),
        everything('experiment-trial-component'),
      ],
    },
    listAll('SearchExperimentsList', [
      'sagemaker:DescribeLineageGroup',
      'sagemaker:GetLineageGroupPolicy',
      'sagemaker:GetSearchSuggestions',
      'sagemaker:ListActions',
      'sagemaker:ListArtifacts',
      'sagemaker:ListAssociations',
      'sagemaker:ListContexts',
      'sagemaker:ListExperiments',
      'sagemaker:ListLineageGroups',
      'sagemaker:ListTrialComponents',
      'sagemaker:ListTrials',
      'sagemaker:QueryLineage',
      'sagemaker:Search',
    ]),
  ],
};
