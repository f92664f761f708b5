import { type Example, exampleAccount, leastPrivilege } from './example.ts';

export const imagesAndPipelines: Example = {
  id: 'imagesAndPipelines',
  title: 'Container images and pipelines',
  summary:
    'An MLOps engineer runs pipelines and endpoints. Images are built from Studio, in CodeBuild, under a role that can push to the team’s repositories and nothing else.',
  draft: {
    name: 'example-mlops',
    personas: ['notebookRole', 'trainingRole', 'hostingRole', 'mlopsEngineer', 'imageBuildRole'],
    activities: {
      notebookRole: leastPrivilege(
        'runJobs',
        'buildAndPushImages',
        'deployModels',
        'notebookData',
        'buildImagesFromStudio',
      ),
      mlopsEngineer: leastPrivilege(
        'manageModels',
        'manageEndpoints',
        'managePipelines',
        'searchExperiments',
        'monitorModels',
      ),
    },
    variables: {
      ...exampleAccount,
      pipelineRoleArns: ['arn:aws:iam::111122223333:role/example-pipeline-execution'],
      imageBuildBuckets: ['example-image-builds'],
      notebookData: ['example-team-data/notebooks'],
      inputData: ['example-team-data/training'],
      outputData: ['example-team-models/training'],
      modelArtifacts: ['example-team-models/approved'],
      ecrRepositoryPrefixes: ['example-team'],
    },
  },
};
