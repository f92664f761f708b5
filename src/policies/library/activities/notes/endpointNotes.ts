import type { Reason } from '../activity.ts';
import { sagemakerEndpointSource } from '../endpointPolicy.ts';

const endpointNote: Reason = {
  text: 'An endpoint policy doesn’t grant access by itself. The caller’s policies must also allow the request.',
  source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
};

/** Activity id → what a reader must know that no statement can say. */
export const endpointNotes: Readonly<Record<string, readonly Reason[]>> = {
  s3EndpointAccess: [
    endpointNote,
    {
      text: 'Package repositories, JumpStart, and sample data are also in AWS buckets. This policy doesn’t allow access to them.',
      source: 'https://github.com/aws-samples/data-perimeter-policy-examples/tree/main/vpc_endpoint_policies',
    },
  ],
  sagemakerApiEndpoint: [
    {
      text: 'The strict setting lists the actions used by the activities on this page. The caller’s policies determine the resources. Add other actions if you need them.',
      source: sagemakerEndpointSource,
    },
    {
      text: 'AWS doesn’t document which endpoint the calls of agents in training use (sagemaker:Sample and others). They are listed here.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-customize-mtrl-prereqs.html',
    },
    endpointNote,
  ],
  sagemakerRuntimeEndpoint: [
    {
      text: 'FIPS endpoints of SageMaker Runtime don’t support endpoint policies.',
      source: sagemakerEndpointSource,
    },
    endpointNote,
  ],
  notebookEndpoint: [
    {
      text: 'The ARN limits it to notebook instances of the account. AWS samples have no condition on the caller because browser requests through the endpoint aren’t signed by a principal.',
      source: sagemakerEndpointSource,
    },
    endpointNote,
  ],
  studioEndpoint: [
    {
      text: 'The ARNs limit it to the domain. AWS samples have no condition on the caller because browser requests through the endpoint aren’t signed by a principal.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-interface-endpoint.html',
    },
    endpointNote,
  ],
  ecrApiEndpoint: [endpointNote],
  ecrDkrEndpoint: [endpointNote],
  logsEndpoint: [endpointNote],
  kmsEndpoint: [endpointNote],
  stsEndpoint: [endpointNote],
  monitoringEndpoint: [endpointNote],
  featureStoreEndpoint: [endpointNote],
};
