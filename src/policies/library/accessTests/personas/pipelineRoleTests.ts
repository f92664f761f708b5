import { callsFromPipelines } from './callAdditions.ts';
import { pullsImages, usesJobData, usesJobKeys, usesJobNetwork, writesLogs } from './jobRoleAdditions.ts';
import { carefulCall, mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const steps = { activity: 'pipelineSteps' };
const generated = { ...steps, when: { names: 'generated' } };
const role = '<SAGEMAKER_PIPELINE_EXECUTION_ROLE_ARN>';
const toSageMaker = { 'iam:PassedToService': 'sagemaker.amazonaws.com' };
const job = sageMaker('training-job/pipelines-abc123-train');
const forPipelines = {
  'aws:SourceAccount': '<ACCOUNT_ID>',
  'aws:SourceArn': sageMaker('pipeline/<NAME_PREFIX>1'),
};
const takes = { trust: 'sageMakerService', caller: 'sagemaker.amazonaws.com' };

export const pipelineRole: readonly AccessTest[] = [
  ...callsFromPipelines,
  ...pullsImages,
  ...usesJobData,
  ...usesJobKeys,
  ...usesJobNetwork,
  ...writesLogs,
  ...mustAllow([
    [
      'train',
      'starts the training job of a step',
      'sagemaker:CreateTrainingJob',
      job,
      carefulCall,
      generated,
    ],
    [
      'model',
      'creates the model of a step',
      'sagemaker:CreateModel',
      sageMaker('model/pipelines-abc123-model'),
      carefulCall,
      generated,
    ],
    [
      'register',
      'registers a model',
      'sagemaker:CreateModelPackage',
      sageMaker('model-package/<NAME_PREFIX>1'),
      {},
      { activity: 'registerModels' },
    ],
    [
      'register-pending',
      'registers a model that waits for approval',
      'sagemaker:CreateModelPackage',
      sageMaker('model-package/<NAME_PREFIX>1'),
      { 'sagemaker:ModelApprovalStatus': 'PendingManualApproval' },
      { activity: 'registerModels' },
    ],
    [
      'pass',
      'passes the training execution role to SageMaker',
      'iam:PassRole',
      '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>',
      toSageMaker,
      steps,
    ],
    [
      'property',
      'reads a property file',
      's3:GetObject',
      object('<OUTPUT_BUCKET_NAME>/<PATH_NAME>/evaluation.json'),
      {},
      steps,
    ],
    [
      'taken',
      'is assumed by SageMaker for a pipeline in the account',
      'sts:AssumeRole',
      role,
      forPipelines,
      takes,
    ],
  ]),
  ...mustDeny([
    [
      'outside-vpc',
      'starts a job outside the VPC',
      'sagemaker:CreateTrainingJob',
      job,
      {},
      { ...generated, when: { names: 'generated', vpc: 'on' } },
    ],
    [
      'other-name',
      'starts a job with another name',
      'sagemaker:CreateTrainingJob',
      sageMaker('training-job/zz-another-team-1'),
      carefulCall,
      steps,
    ],
    [
      'other-role',
      'passes another role',
      'iam:PassRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator',
      toSageMaker,
      steps,
    ],
    [
      'other-service',
      'passes the training execution role to Lambda',
      'iam:PassRole',
      '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>',
      { 'iam:PassedToService': 'lambda.amazonaws.com' },
      steps,
    ],
    [
      'approve',
      'approves a model',
      'sagemaker:UpdateModelPackage',
      sageMaker('model-package/<NAME_PREFIX>1'),
      { 'sagemaker:ModelApprovalStatus': 'Approved' },
      steps,
    ],
    [
      'register-approved',
      'registers a model as approved',
      'sagemaker:CreateModelPackage',
      sageMaker('model-package/<NAME_PREFIX>1'),
      { 'sagemaker:ModelApprovalStatus': 'Approved' },
      { activity: 'registerModels', when: { approved: 'off' } },
    ],
    [
      'deploy',
      'deploys an endpoint',
      'sagemaker:CreateEndpoint',
      sageMaker('endpoint/<NAME_PREFIX>1'),
      {},
      steps,
    ],
    ['retag', 'changes the tags of a job', 'sagemaker:AddTags', job, { 'aws:TagKeys': ['owner'] }, steps],
    [
      'user',
      'is assumed by a user',
      'sts:AssumeRole',
      role,
      forPipelines,
      { ...takes, caller: 'arn:<PARTITION>:iam::<ACCOUNT_ID>:user/ben' },
    ],
  ]),
];
