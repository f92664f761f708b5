import { autoMl, type Guardrail, jobs, references } from './guardrail.ts';

export const taggedJobs = [
  ...jobs,
  ...autoMl,
  'sagemaker:CreateTransformJob',
  'sagemaker:CreateMonitoringSchedule',
];

export const taggedResources = [
  'sagemaker:CreateNotebookInstance',
  'sagemaker:CreateModel',
  'sagemaker:CreateEndpointConfig',
  'sagemaker:CreateEndpoint',
  'sagemaker:CreateDomain',
  'sagemaker:CreateUserProfile',
  'sagemaker:CreateSpace',
  'sagemaker:CreatePipeline',
  'sagemaker:CreateModelPackageGroup',
  'sagemaker:CreateFeatureGroup',
  'sagemaker:CreateCluster',
];

const tagged = [...taggedJobs, ...taggedResources];

export const tagOnCreate: Guardrail = {
  id: 'tagOnCreate',
  number: 'G18',
  group: 'tags',
  title: 'Require tags on creation',
  summary:
    'Requests that create jobs, models, endpoints, notebooks, and other listed resources must include each of these tags.',
  options: [],
  deny: [
    {
      Sid: 'DenyUntagged',
      Action: tagged,
      Condition: { Null: { 'aws:RequestTag/<REQUIRED_TAG_KEY>': ['true'] } },
      forEach: 'requiredTagKeys',
    },
  ],
  allow: [
    {
      Sid: 'Tagged',
      Action: tagged,
      Condition: { Null: { 'aws:RequestTag/<REQUIRED_TAG_KEY>': ['false'] } },
      forEach: 'requiredTagKeys',
    },
  ],
  toComply: 'set the required tags when you create the resource. This requires sagemaker:AddTags.',
  notCovered: [
    {
      text: 'Other requests aren’t checked: CreateAIBenchmarkJob, CreateAIRecommendationJob, CreateAIWorkloadConfig, CreateAppImageConfig, CreateClusterSchedulerConfig, CreateCodeRepository, CreateCompilationJob, CreateComputeQuota, CreateDataQualityJobDefinition, CreateHub, CreateHubContentReference, CreateImage, CreateInferenceComponent, CreateInferenceExperiment, CreateInferenceRecommendationsJob, CreateJob, CreateLabelingJob, CreateMlflowApp, CreateMlflowTrackingServer, CreateModelBiasJobDefinition, CreateModelExplainabilityJobDefinition, CreateModelPackage, CreateModelQualityJobDefinition, CreateNotebookInstanceLifecycleConfig, CreateOptimizationJob, CreateStudioLifecycleConfig, and CreateWorkteam.',
      source: references.keys,
    },
    {
      text: 'Studio creates spaces with system tags only (sagemaker:user-profile-arn, sagemaker:domain-arn). While this guardrail applies to CreateSpace, create spaces with the AWS CLI or an SDK, and set the required tags.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-spaces.html',
    },
    {
      text: 'Checks that the tag is present, not its value. Excludes CreateApp, because Studio starts apps without user tags, and records that the SDK creates: CreateAction, CreateArtifact, CreateContext, CreateExperiment, CreateTrial, and CreateTrialComponent.',
      source: references.keys,
    },
    {
      text: 'Each tag has its own Deny statement: two keys in one Null block would deny requests only if both are missing.',
      source: references.operators,
    },
  ],
  source: references.governance,
};
