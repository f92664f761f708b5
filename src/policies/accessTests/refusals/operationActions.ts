/** The API's call is not always the action. */

/** Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
const S3_ACTIONS: Readonly<Record<string, string>> = {
  HeadObject: 's3:GetObject',
  GetObject: 's3:GetObject',
  SelectObjectContent: 's3:GetObject',
  PutObject: 's3:PutObject',
  CopyObject: 's3:PutObject',
  CreateMultipartUpload: 's3:PutObject',
  UploadPart: 's3:PutObject',
  UploadPartCopy: 's3:PutObject',
  CompleteMultipartUpload: 's3:PutObject',
  AbortMultipartUpload: 's3:AbortMultipartUpload',
  ListParts: 's3:ListMultipartUploadParts',
  ListMultipartUploads: 's3:ListBucketMultipartUploads',
  ListObjects: 's3:ListBucket',
  ListObjectsV2: 's3:ListBucket',
  ListObjectVersions: 's3:ListBucketVersions',
  HeadBucket: 's3:ListBucket',
  ListBuckets: 's3:ListAllMyBuckets',
  DeleteObject: 's3:DeleteObject',
  DeleteObjects: 's3:DeleteObject',
  GetBucketLocation: 's3:GetBucketLocation',
  GetBucketPolicy: 's3:GetBucketPolicy',
  PutBucketPolicy: 's3:PutBucketPolicy',
  GetBucketEncryption: 's3:GetEncryptionConfiguration',
  GetObjectAcl: 's3:GetObjectAcl',
  PutObjectAcl: 's3:PutObjectAcl',
  GetObjectTagging: 's3:GetObjectTagging',
  PutObjectTagging: 's3:PutObjectTagging',
  CreateBucket: 's3:CreateBucket',
  DeleteBucket: 's3:DeleteBucket',
  PutBucketEncryption: 's3:PutEncryptionConfiguration',
  DeleteBucketEncryption: 's3:PutEncryptionConfiguration',
  GetBucketLifecycle: 's3:GetLifecycleConfiguration',
  GetBucketLifecycleConfiguration: 's3:GetLifecycleConfiguration',
  PutBucketLifecycle: 's3:PutLifecycleConfiguration',
  PutBucketLifecycleConfiguration: 's3:PutLifecycleConfiguration',
  DeleteBucketLifecycle: 's3:PutLifecycleConfiguration',
  GetBucketReplication: 's3:GetReplicationConfiguration',
  PutBucketReplication: 's3:PutReplicationConfiguration',
  GetPublicAccessBlock: 's3:GetBucketPublicAccessBlock',
  PutPublicAccessBlock: 's3:PutBucketPublicAccessBlock',
  DeletePublicAccessBlock: 's3:PutBucketPublicAccessBlock',
};

/** The action that S3 checks for a call of its API; nothing for a call that S3 doesn’t have. */
export const actionOfS3Call = (operation: string): string | undefined =>
  Object.hasOwn(S3_ACTIONS, operation) ? S3_ACTIONS[operation] : undefined;

/** Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html */
const LAMBDA_ACTIONS: Readonly<Record<string, string>> = {
  Invoke: 'lambda:InvokeFunction',
  InvokeAsync: 'lambda:InvokeFunction',
  InvokeWithResponseStream: 'lambda:InvokeFunction',
};

/** Source: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-prereq.html */
const BEDROCK_ACTIONS: Readonly<Record<string, string>> = {
  Converse: 'bedrock:InvokeModel',
  ConverseStream: 'bedrock:InvokeModelWithResponseStream',
};

/** The action for a call of a service’s API, where it is not of the same name. */
export function actionOfOperation(prefix: string, operation: string): string | undefined {
  if (prefix === 's3') return actionOfS3Call(operation);
  const named = prefix === 'lambda' ? LAMBDA_ACTIONS : prefix === 'bedrock' ? BEDROCK_ACTIONS : {};
  return Object.hasOwn(named, operation) ? named[operation] : undefined;
}

/**
 * Services to which a call hands a role over, the likeliest first. A call with a name that several services have is in it for each.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html and each service's page on
 * the role that it is given.
 */
const SERVICES_BY_CALL: Readonly<Record<string, readonly string[]>> = {
  CreateProject: ['codebuild.amazonaws.com'],
  UpdateProject: ['codebuild.amazonaws.com'],
  CreateJob: ['job.sagemaker.amazonaws.com', 'glue.amazonaws.com'],
  UpdateJob: ['glue.amazonaws.com'],
  StartJobRun: ['glue.amazonaws.com'],
  CreateSession: ['glue.amazonaws.com'],
  CreateCrawler: ['glue.amazonaws.com'],
  CreateDevEndpoint: ['glue.amazonaws.com'],
  CreateFunction: ['lambda.amazonaws.com'],
  UpdateFunctionConfiguration: ['lambda.amazonaws.com'],
  CreateStateMachine: ['states.amazonaws.com'],
  UpdateStateMachine: ['states.amazonaws.com'],
  RunInstances: ['ec2.amazonaws.com'],
  AssociateIamInstanceProfile: ['ec2.amazonaws.com'],
  RegisterTaskDefinition: ['ecs-tasks.amazonaws.com'],
  RunTask: ['ecs-tasks.amazonaws.com'],
  PutRule: ['events.amazonaws.com'],
  PutTargets: ['events.amazonaws.com'],
  CreateSchedule: ['scheduler.amazonaws.com'],
  CreateStack: ['cloudformation.amazonaws.com'],
  UpdateStack: ['cloudformation.amazonaws.com'],
  CreateChangeSet: ['cloudformation.amazonaws.com'],
  CreateDeliveryStream: ['firehose.amazonaws.com'],
  RegisterScalableTarget: ['application-autoscaling.amazonaws.com'],
  RunJobFlow: ['elasticmapreduce.amazonaws.com', 'ec2.amazonaws.com'],
  CreatePipeline: ['sagemaker.amazonaws.com', 'codepipeline.amazonaws.com'],
  UpdatePipeline: ['sagemaker.amazonaws.com', 'codepipeline.amazonaws.com'],
  CreateCluster: ['sagemaker.amazonaws.com', 'hyperpod.sagemaker.amazonaws.com', 'eks.amazonaws.com'],
  UpdateCluster: ['hyperpod.sagemaker.amazonaws.com'],
  CreateKnowledgeBase: ['bedrock.amazonaws.com'],
  CreateAgent: ['bedrock.amazonaws.com'],
  CreateModelCustomizationJob: ['bedrock.amazonaws.com'],
};

const PASSING: ReadonlySet<string> = new Set(Object.keys(SERVICES_BY_CALL).map((name) => name.toLowerCase()));

/** Whether a call of the API is one of those beside SageMaker’s that are known to pass a role. Case makes no difference. */
export const passesRoles = (operation: string): boolean => PASSING.has(operation.toLowerCase());

/** Services to which a call of the API passes a role, the likeliest first: SageMaker where nothing else is known. */
export const servicesPassedTo = (operation: string | undefined): readonly [string, ...string[]] => {
  const isListed = operation !== undefined && Object.hasOwn(SERVICES_BY_CALL, operation);
  const [first = 'sagemaker.amazonaws.com', ...others] = (isListed && SERVICES_BY_CALL[operation]) || [];
  return [first, ...others];
};
