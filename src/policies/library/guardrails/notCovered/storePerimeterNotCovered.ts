import type { Reason } from '../../activities/activity.ts';
import { examples, overview } from '../storePerimeter.ts';

export const storePerimeterNotCovered: readonly Reason[] = [
  {
    text: 'It doesn’t apply to resources of the management account, to service-linked roles, to AWS managed KMS keys, or to kms:RetireGrant. Attach it to a test account first.',
    source: overview,
  },
  {
    text: 'SageMaker doesn’t support resource control policies: shared model package groups and feature groups aren’t restricted.',
    source: overview,
  },
  {
    text: 'The exemption tag doesn’t apply here, because principals of other organizations can set it. Access and comparisons of roles include it. They assume that it’s attached to their accounts.',
    source: examples,
  },
  {
    text: 'AWS services that send no aws:SourceAccount aren’t restricted.',
    source: examples,
  },
  {
    text: 'Some AWS services use an account that AWS owns instead of a service principal, for example to write the access logs of Elastic Load Balancing in older Regions. They are denied. To allow them, enter their accounts as trusted accounts.',
    source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html',
  },
];
