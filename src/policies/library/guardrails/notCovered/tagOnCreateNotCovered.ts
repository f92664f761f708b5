import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const tagOnCreateNotCovered: readonly Reason[] = [
  {
    text: 'Other requests aren’t checked: CreateAIBenchmarkJob, CreateAIRecommendationJob, CreateAIWorkloadConfig, CreateAlgorithm, CreateAppImageConfig, CreateClusterSchedulerConfig, CreateCodeRepository, CreateCompilationJob, CreateComputeQuota, CreateDataQualityJobDefinition, CreateFlowDefinition, CreateHub, CreateHubContentReference, CreateHumanTaskUi, CreateImage, CreateInferenceComponent, CreateInferenceExperiment, CreateInferenceRecommendationsJob, CreateJob, CreateLabelingJob, CreateMlflowApp, CreateMlflowTrackingServer, CreateModelBiasJobDefinition, CreateModelCard, CreateModelExplainabilityJobDefinition, CreateModelPackage, CreateModelQualityJobDefinition, CreateNotebookInstanceLifecycleConfig, CreateOptimizationJob, CreatePartnerApp, CreateReservedCapacity, CreateStudioLifecycleConfig, CreateTrainingPlan, and CreateWorkteam.',
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
];
