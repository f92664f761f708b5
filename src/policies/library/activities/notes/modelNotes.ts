import type { Reason } from '../activity.ts';
import { sources } from '../sources.ts';
import { roleManagerPage, roleManagerLibrary } from '../roleManager.ts';

/** Activity id → what a reader must know that no statement can say. */
export const modelNotes: Readonly<Record<string, readonly Reason[]>> = {
  deployModels: [
    {
      text: 'CreateEndpoint supports only tag condition keys. Conditions on network, instances, or KMS keys belong on CreateModel and CreateEndpointConfig.',
      source: sources.sagemakerActions,
    },
    {
      text: 'Deleting an endpoint with automatic scaling also requires application-autoscaling:DeregisterScalableTarget.',
      source: 'https://github.com/awslabs/stable-diffusion-aws-extension/issues/161',
    },
  ],
  endpointAutoscaling: [
    {
      text: 'Grant these to the people who configure scaling. On the inference execution role, code in the model container could change capacity. Inferred from who uses the role; the guide includes them here.',
      source: sources.whitepaper,
    },
  ],
  hostingEncryption: [
    {
      text: 'The key policy must also allow this role or delegate to IAM. An identity-based policy alone doesn’t grant access to a KMS key.',
      source: sources.keyPolicies,
    },
  ],
  modelArtifacts: [
    {
      text: 'Listing is limited to the prefix. Code that lists the root of the bucket or checks that the bucket exists is denied.',
      source: sources.s3Actions,
    },
  ],
  elasticInference: [
    {
      text: 'Elastic Inference closed to new customers on April 15, 2023, and AWS no longer lists the service. Don’t select this activity.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/ei.html',
    },
    {
      text: 'The Sid in the guide says “Interface” instead of “Inference”. A Sid has no effect, so it’s unchanged.',
      source: sources.sid,
    },
  ],
  manageModels: [
    {
      text: 'Includes approving model packages (UpdateModelPackage). If others approve models, assign this activity to them.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-approve.html',
    },
    { text: 'From SageMaker Role Manager, which is closed to new customers.', source: roleManagerPage },
  ],
  manageEndpoints: [
    {
      text: 'Creating and updating an endpoint is authorized on the endpoint and its configuration, so both are in one statement. Only CreateEndpointConfig supports the volume key condition.',
      source: roleManagerLibrary,
    },
    {
      text: 'Without “Invoke endpoints”, endpoints can’t be tested by the people who manage them.',
      source: roleManagerPage,
    },
    { text: 'From SageMaker Role Manager, which is closed to new customers.', source: roleManagerPage },
  ],
  monitorModels: [
    {
      text: 'Describe, delete, start, and stop actions are always included. The SageMaker Role Manager template with a VPC lacks these six actions.',
      source: roleManagerLibrary,
    },
    { text: 'From SageMaker Role Manager, which is closed to new customers.', source: roleManagerPage },
  ],
  invokeEndpoints: [
    {
      text: 'On a multi-model endpoint, a caller can invoke every model. To limit that, add a condition on sagemaker:TargetModel.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/multi-model-endpoint-security.html',
    },
    {
      text: 'AWS doesn’t document whether a call that names an inference component is denied where only the endpoint is allowed, so both are here.',
      source: sources.sagemakerActions,
    },
  ],
  invokeAsync: [
    {
      text: 'The role of the model reads the requests and writes the responses. It also publishes to the SNS topics of the endpoint, which requires sns:Publish.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference-create-endpoint-prerequisites.html',
    },
    {
      text: 'Asynchronous endpoints accept only asynchronous requests.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference.html',
    },
    {
      text: 'A customer managed key must also allow this role in its key policy.',
      source: sources.keyPolicies,
    },
  ],
  registerModels: [
    {
      text: 'A model can be approved in the call that registers it. To prevent that, add a condition on sagemaker:ModelApprovalStatus.',
      source: sources.sagemakerActions,
    },
  ],
  approveModels: [
    {
      text: 'Updates that don’t set an approval status, such as metadata updates, are denied. Updates that set it can also change metadata.',
      source: sources.sagemakerActions,
    },
    {
      text: 'Don’t assign this activity to people who register or deploy models.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-approve.html',
    },
    {
      text: 'To limit stages of the model life cycle, add conditions on sagemaker:ModelLifeCycle:Stage and sagemaker:ModelLifeCycle:StageStatus.',
      source: sources.sagemakerActions,
    },
  ],
  useHub: [
    {
      text: 'Matches the permissions that AWS RAM grants on shared hubs. Models and endpoints are created with other activities, and the execution role reads the model. Turn on “JumpStart models” for the execution role.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-curated-hubs-ram.html',
    },
    {
      text: 'The AWS sample for fine-tuning allows TrainHubModel on every hub of the account. A hub of another account must also allow it.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-curated-hubs-fine-tune.html',
    },
    {
      text: 'The public hub isn’t included, so users find only models in this hub.',
      source: sources.sagemakerActions,
    },
  ],
  manageHubs: [
    {
      text: 'Sharing a hub with other accounts needs AWS RAM and sagemaker:PutResourcePolicy, which are not included.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-curated-hubs-ram-setup.html',
    },
    {
      text: 'AWS doesn’t document which of these actions are also authorized on the model in the public hub. Test adding a model first.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-curated-hubs-admin-guide-add-models.html',
    },
  ],
};
