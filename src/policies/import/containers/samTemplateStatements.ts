/**
 * The policy templates of AWS SAM, one statement a line: actions of a service, and what they are on. A resource that begins with `:` has
 * the partition, service, Region and account before it, one with `::` neither Region nor account. AWS never changes what a template
 * allows: it publishes another one.
 * Source: https://github.com/aws/serverless-application-model/blob/603eb020adce9485a410e1667198c5268349dc88/samtranslator/policy_templates_data/policy_templates.json
 */

export interface SamStatement {
  /** `sqs SendMessage*`: the service, then its actions. */
  readonly allows: string;
  /** With the parameters of the template in braces. `*` where it is left out. */
  readonly on?: readonly string[];
  /** The one condition: `StringEquals`, its key, and an ARN. */
  readonly ifEquals?: readonly [key: string, arn: string];
}

const bucket = ['::${BucketName}', '::${BucketName}/*'];
const table = [':table/${TableName}'];
const tableAndIndexes = [':table/${TableName}', ':table/${TableName}/index/*'];
const backups = [':table/${TableName}/backup/*'];
const cluster = [':cluster/${ClusterId}'];
const collection = [':collection/${CollectionId}'];
const deliveryStream = [':deliverystream/${DeliveryStreamName}'];
const identity = [':identity/${IdentityName}'];
const key = [':key/${KeyId}'];
const repository = [':${RepositoryName}'];
const stateMachine = [':stateMachine:${StateMachineName}'];
const stream = [':stream/${StreamName}'];

const readRepository =
  'GitPull GetBranch ListBranches BatchDescribeMergeConflicts DescribeMergeConflicts GetMergeCommit GetMergeOptions BatchGetPullRequests DescribePullRequestEvents GetCommentsForPullRequest GetCommitsFromMergeBase GetMergeConflicts GetPullRequest ListPullRequests GetBlob GetFile GetFolder GetComment GetCommentsForComparedCommit BatchGetCommits GetCommit GetCommitHistory GetDifferences GetObjectIdentifier GetReferences GetTree GetRepository ListTagsForResource GetRepositoryTriggers TestRepositoryTriggers GetUploadArchiveStatus';

const readParameters = { allows: 'ssm GetParameters GetParameter GetParametersByPath' };

export const samTemplates: Readonly<Record<string, readonly SamStatement[]>> = {
  AMIDescribePolicy: [{ allows: 'ec2 DescribeImages' }],
  AWSSecretsManagerGetSecretValuePolicy: [{ allows: 'secretsmanager GetSecretValue', on: ['${SecretArn}'] }],
  AWSSecretsManagerRotationPolicy: [
    {
      allows: 'secretsmanager DescribeSecret GetSecretValue PutSecretValue UpdateSecretVersionStage',
      on: [':secret:*'],
      ifEquals: [
        'secretsmanager:resource/AllowRotationLambdaArn',
        'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${FunctionName}',
      ],
    },
    { allows: 'secretsmanager GetRandomPassword' },
  ],
  AcmGetCertificatePolicy: [{ allows: 'acm GetCertificate', on: ['${CertificateArn}'] }],
  AthenaQueryPolicy: [
    {
      allows:
        'athena ListWorkGroups GetExecutionEngine GetExecutionEngines GetNamespace GetCatalogs GetNamespaces GetTables GetTable',
    },
    {
      allows:
        'athena StartQueryExecution GetQueryResults DeleteNamedQuery GetNamedQuery ListQueryExecutions StopQueryExecution GetQueryResultsStream ListNamedQueries CreateNamedQuery GetQueryExecution BatchGetNamedQuery BatchGetQueryExecution GetWorkGroup',
      on: [':workgroup/${WorkGroupName}'],
    },
  ],
  CloudFormationDescribeStacksPolicy: [{ allows: 'cloudformation DescribeStacks', on: [':stack/*'] }],
  CloudWatchDashboardPolicy: [{ allows: 'cloudwatch GetDashboard ListDashboards PutDashboard ListMetrics' }],
  CloudWatchDescribeAlarmHistoryPolicy: [{ allows: 'cloudwatch DescribeAlarmHistory' }],
  CloudWatchPutMetricPolicy: [{ allows: 'cloudwatch PutMetricData' }],
  CodeCommitCrudPolicy: [
    {
      allows: `codecommit ${readRepository} GitPush CreateBranch DeleteBranch MergeBranchesByFastForward MergeBranchesBySquash MergeBranchesByThreeWay UpdateDefaultBranch CreateUnreferencedMergeCommit CreatePullRequest MergePullRequestByFastForward MergePullRequestBySquash MergePullRequestByThreeWay PostCommentForPullRequest UpdatePullRequestDescription UpdatePullRequestStatus UpdatePullRequestTitle DeleteFile PutFile DeleteCommentContent PostCommentForComparedCommit PostCommentReply UpdateComment CreateCommit UpdateRepositoryDescription TagResource UntagResource PutRepositoryTriggers UploadArchive CancelUploadArchive`,
      on: repository,
    },
  ],
  CodeCommitReadPolicy: [{ allows: `codecommit ${readRepository}`, on: repository }],
  CodePipelineLambdaExecutionPolicy: [{ allows: 'codepipeline PutJobSuccessResult PutJobFailureResult' }],
  CodePipelineReadOnlyPolicy: [{ allows: 'codepipeline ListPipelineExecutions', on: [':${PipelineName}'] }],
  ComprehendBasicAccessPolicy: [
    {
      allows:
        'comprehend BatchDetectKeyPhrases DetectDominantLanguage DetectEntities BatchDetectEntities DetectKeyPhrases DetectSentiment BatchDetectDominantLanguage BatchDetectSentiment',
    },
  ],
  CostExplorerReadOnlyPolicy: [
    {
      allows:
        'ce GetCostAndUsage GetDimensionValues GetReservationCoverage GetReservationPurchaseRecommendation GetReservationUtilization GetTags',
    },
  ],
  DynamoDBBackupFullAccessPolicy: [
    { allows: 'dynamodb CreateBackup DescribeContinuousBackups', on: table },
    { allows: 'dynamodb DeleteBackup DescribeBackup ListBackups', on: backups },
  ],
  DynamoDBCrudPolicy: [
    {
      allows:
        'dynamodb GetItem DeleteItem PutItem Scan Query UpdateItem BatchWriteItem BatchGetItem DescribeTable ConditionCheckItem',
      on: tableAndIndexes,
    },
  ],
  DynamoDBReadPolicy: [
    { allows: 'dynamodb GetItem Scan Query BatchGetItem DescribeTable', on: tableAndIndexes },
  ],
  DynamoDBReconfigurePolicy: [{ allows: 'dynamodb UpdateTable', on: table }],
  DynamoDBRestoreFromBackupPolicy: [
    { allows: 'dynamodb RestoreTableFromBackup', on: backups },
    { allows: 'dynamodb PutItem UpdateItem DeleteItem GetItem Query Scan BatchWriteItem', on: table },
  ],
  DynamoDBStreamReadPolicy: [
    {
      allows: 'dynamodb DescribeStream GetRecords GetShardIterator',
      on: [':table/${TableName}/stream/${StreamName}'],
    },
    { allows: 'dynamodb ListStreams', on: [':table/${TableName}/stream/*'] },
  ],
  DynamoDBWritePolicy: [{ allows: 'dynamodb PutItem UpdateItem BatchWriteItem', on: tableAndIndexes }],
  EC2CopyImagePolicy: [{ allows: 'ec2 CopyImage', on: [':image/${ImageId}'] }],
  EC2DescribePolicy: [{ allows: 'ec2 DescribeRegions DescribeInstances' }],
  EFSWriteAccessPolicy: [
    {
      allows: 'elasticfilesystem ClientMount ClientWrite',
      on: [':file-system/${FileSystem}'],
      ifEquals: [
        'elasticfilesystem:AccessPointArn',
        'arn:${AWS::Partition}:elasticfilesystem:${AWS::Region}:${AWS::AccountId}:access-point/${AccessPoint}',
      ],
    },
  ],
  EKSDescribePolicy: [{ allows: 'eks DescribeCluster ListClusters' }],
  EcsRunTaskPolicy: [{ allows: 'ecs RunTask', on: [':task-definition/${TaskDefinition}'] }],
  ElasticMapReduceAddJobFlowStepsPolicy: [{ allows: 'elasticmapreduce AddJobFlowSteps', on: cluster }],
  ElasticMapReduceCancelStepsPolicy: [{ allows: 'elasticmapreduce CancelSteps', on: cluster }],
  ElasticMapReduceModifyInstanceFleetPolicy: [
    { allows: 'elasticmapreduce ModifyInstanceFleet ListInstanceFleets', on: cluster },
  ],
  ElasticMapReduceModifyInstanceGroupsPolicy: [
    { allows: 'elasticmapreduce ModifyInstanceGroups ListInstanceGroups', on: cluster },
  ],
  ElasticMapReduceSetTerminationProtectionPolicy: [
    { allows: 'elasticmapreduce SetTerminationProtection', on: cluster },
  ],
  ElasticMapReduceTerminateJobFlowsPolicy: [{ allows: 'elasticmapreduce TerminateJobFlows', on: cluster }],
  ElasticsearchHttpPostPolicy: [{ allows: 'es ESHttpPost ESHttpPut', on: [':domain/${DomainName}/*'] }],
  EventBridgePutEventsPolicy: [{ allows: 'events PutEvents', on: [':event-bus/${EventBusName}'] }],
  FilterLogEventsPolicy: [
    { allows: 'logs FilterLogEvents', on: [':log-group:${LogGroupName}:log-stream:*'] },
  ],
  FirehoseCrudPolicy: [
    {
      allows:
        'firehose CreateDeliveryStream DeleteDeliveryStream DescribeDeliveryStream PutRecord PutRecordBatch UpdateDestination',
      on: deliveryStream,
    },
  ],
  FirehoseWritePolicy: [{ allows: 'firehose PutRecord PutRecordBatch', on: deliveryStream }],
  KMSDecryptPolicy: [{ allows: 'kms Decrypt', on: key }],
  KMSEncryptPolicy: [{ allows: 'kms Encrypt', on: key }],
  KMSEncryptPolicy_v2: [
    {
      allows:
        'kms Encrypt GenerateDataKey GenerateDataKeyWithoutPlaintext GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext',
      on: key,
    },
  ],
  KinesisCrudPolicy: [
    {
      allows:
        'kinesis AddTagsToStream CreateStream DecreaseStreamRetentionPeriod DeleteStream DescribeStream DescribeStreamSummary GetShardIterator IncreaseStreamRetentionPeriod ListTagsForStream MergeShards PutRecord PutRecords SplitShard RemoveTagsFromStream',
      on: stream,
    },
  ],
  KinesisStreamReadPolicy: [
    { allows: 'kinesis ListStreams DescribeLimits', on: [':stream/*'] },
    { allows: 'kinesis DescribeStream DescribeStreamSummary GetRecords GetShardIterator', on: stream },
  ],
  LambdaInvokePolicy: [{ allows: 'lambda InvokeFunction', on: [':function:${FunctionName}*'] }],
  MobileAnalyticsWriteOnlyAccessPolicy: [{ allows: 'mobileanalytics PutEvents' }],
  OrganizationsListAccountsPolicy: [{ allows: 'organizations ListAccounts' }],
  PinpointEndpointAccessPolicy: [
    {
      allows: 'mobiletargeting GetEndpoint UpdateEndpoint UpdateEndpointsBatch',
      on: [':apps/${PinpointApplicationId}/endpoints/*'],
    },
  ],
  PollyFullAccessPolicy: [
    { allows: 'polly GetLexicon DeleteLexicon', on: [':lexicon/${LexiconName}'] },
    { allows: 'polly DescribeVoices ListLexicons PutLexicon SynthesizeSpeech', on: [':lexicon/*'] },
  ],
  RekognitionDetectOnlyPolicy: [
    { allows: 'rekognition DetectFaces DetectLabels DetectModerationLabels DetectText' },
  ],
  RekognitionFacesManagementPolicy: [
    { allows: 'rekognition IndexFaces DeleteFaces SearchFaces SearchFacesByImage ListFaces', on: collection },
  ],
  RekognitionFacesPolicy: [{ allows: 'rekognition CompareFaces DetectFaces' }],
  RekognitionLabelsPolicy: [{ allows: 'rekognition DetectLabels DetectModerationLabels' }],
  RekognitionNoDataAccessPolicy: [
    { allows: 'rekognition CompareFaces DetectFaces DetectLabels DetectModerationLabels', on: collection },
  ],
  RekognitionReadPolicy: [
    { allows: 'rekognition ListCollections ListFaces SearchFaces SearchFacesByImage', on: collection },
  ],
  RekognitionWriteOnlyAccessPolicy: [{ allows: 'rekognition CreateCollection IndexFaces', on: collection }],
  Route53ChangeResourceRecordSetsPolicy: [
    { allows: 'route53 ChangeResourceRecordSets', on: ['::hostedzone/${HostedZoneId}'] },
  ],
  S3CrudPolicy: [
    {
      allows:
        's3 GetObject ListBucket GetBucketLocation GetObjectVersion PutObject PutObjectAcl GetLifecycleConfiguration PutLifecycleConfiguration DeleteObject',
      on: bucket,
    },
  ],
  S3FullAccessPolicy: [
    {
      allows:
        's3 GetObject GetObjectAcl GetObjectVersion PutObject PutObjectAcl DeleteObject DeleteObjectTagging DeleteObjectVersionTagging GetObjectTagging GetObjectVersionTagging PutObjectTagging PutObjectVersionTagging',
      on: ['::${BucketName}/*'],
    },
    {
      allows: 's3 ListBucket GetBucketLocation GetLifecycleConfiguration PutLifecycleConfiguration',
      on: ['::${BucketName}'],
    },
  ],
  S3ReadPolicy: [
    {
      allows: 's3 GetObject ListBucket GetBucketLocation GetObjectVersion GetLifecycleConfiguration',
      on: bucket,
    },
  ],
  S3WritePolicy: [{ allows: 's3 PutObject PutObjectAcl PutLifecycleConfiguration', on: bucket }],
  SESBulkTemplatedCrudPolicy: [
    {
      allows:
        'ses GetIdentityVerificationAttributes SendEmail SendRawEmail SendTemplatedEmail SendBulkTemplatedEmail VerifyEmailIdentity',
      on: identity,
    },
  ],
  SESBulkTemplatedCrudPolicy_v2: [
    {
      allows: 'ses SendEmail SendRawEmail SendTemplatedEmail SendBulkTemplatedEmail',
      on: [...identity, ':template/${TemplateName}'],
    },
    { allows: 'ses GetIdentityVerificationAttributes VerifyEmailIdentity' },
  ],
  SESCrudPolicy: [
    {
      allows: 'ses GetIdentityVerificationAttributes SendEmail SendRawEmail VerifyEmailIdentity',
      on: identity,
    },
  ],
  SESEmailTemplateCrudPolicy: [
    {
      allows: 'ses CreateTemplate GetTemplate ListTemplates UpdateTemplate DeleteTemplate TestRenderTemplate',
    },
  ],
  SESSendBouncePolicy: [{ allows: 'ses SendBounce', on: identity }],
  SNSCrudPolicy: [
    {
      allows: 'sns ListSubscriptionsByTopic CreateTopic SetTopicAttributes Subscribe Publish',
      on: [':${TopicName}*'],
    },
  ],
  SNSPublishMessagePolicy: [{ allows: 'sns Publish', on: [':${TopicName}'] }],
  SQSPollerPolicy: [
    {
      allows:
        'sqs ChangeMessageVisibility ChangeMessageVisibilityBatch DeleteMessage DeleteMessageBatch GetQueueAttributes ReceiveMessage',
      on: [':${QueueName}'],
    },
  ],
  SQSSendMessagePolicy: [{ allows: 'sqs SendMessage*', on: [':${QueueName}'] }],
  SSMParameterReadPolicy: [
    { allows: 'ssm DescribeParameters' },
    { ...readParameters, on: [':parameter/${ParameterName}'] },
  ],
  SSMParameterWithSlashPrefixReadPolicy: [
    { allows: 'ssm DescribeParameters' },
    { ...readParameters, on: [':parameter${ParameterName}'] },
  ],
  SageMakerCreateEndpointConfigPolicy: [
    { allows: 'sagemaker CreateEndpointConfig', on: [':endpoint-config/${EndpointConfigName}'] },
  ],
  SageMakerCreateEndpointPolicy: [{ allows: 'sagemaker CreateEndpoint', on: [':endpoint/${EndpointName}'] }],
  ServerlessRepoReadWriteAccessPolicy: [
    {
      allows:
        'serverlessrepo CreateApplication CreateApplicationVersion UpdateApplication GetApplication ListApplications ListApplicationVersions ListApplicationDependencies',
      on: [':applications/*'],
    },
  ],
  StepFunctionsCallbackPolicy: [
    { allows: 'states SendTaskFailure SendTaskHeartbeat SendTaskSuccess', on: stateMachine },
  ],
  StepFunctionsExecutionPolicy: [{ allows: 'states StartExecution', on: stateMachine }],
  StepFunctionsExecutionPolicy_v2: [{ allows: 'states StartExecution StartSyncExecution', on: stateMachine }],
  TextractDetectAnalyzePolicy: [
    {
      allows: 'textract DetectDocumentText StartDocumentTextDetection StartDocumentAnalysis AnalyzeDocument',
    },
  ],
  TextractGetResultPolicy: [{ allows: 'textract GetDocumentTextDetection GetDocumentAnalysis' }],
  TextractPolicy: [{ allows: 'textract *' }],
  VPCAccessPolicy: [
    {
      allows:
        'ec2 CreateNetworkInterface DeleteNetworkInterface DescribeNetworkInterfaces DetachNetworkInterface',
    },
  ],
};
