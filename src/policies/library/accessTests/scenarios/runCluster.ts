import { arn, carefulCall, object, sageMaker } from '../accessTest.ts';
import { type Scenario, steps } from './scenario.ts';

const cluster = sageMaker('cluster/<HYPERPOD_CLUSTER_ID>');
const network = {
  'sagemaker:VpcSubnets': carefulCall['sagemaker:VpcSubnets'] ?? [],
  'sagemaker:VpcSecurityGroupIds': carefulCall['sagemaker:VpcSecurityGroupIds'] ?? [],
};

export const runCluster: Scenario = {
  id: 'runCluster',
  title: 'Run a HyperPod cluster',
  summary:
    'An administrator creates a cluster in the VPC, its instances set themselves up, it scales, and a user views it.',
  steps: steps([
    {
      persona: 'hyperPodAdmin',
      title: 'creates the cluster',
      action: 'sagemaker:CreateCluster',
      resource: cluster,
      context: network,
      carries: ['role', 'logGroup'],
      role: { persona: 'hyperPodInstanceRole', arn: '<HYPERPOD_INSTANCE_ROLE_ARN>' },
      logGroup: arn('logs', 'log-group:/aws/sagemaker/Clusters/a/1'),
    },
    [
      'hyperPodInstanceRole',
      'reads the lifecycle script',
      's3:GetObject',
      object('<LIFECYCLE_BUCKET>/<LIFECYCLE_PREFIX>/on_create.sh'),
    ],
    [
      'hyperPodAutoscaler',
      'is assumed by HyperPod',
      'sts:AssumeRole',
      '<HYPERPOD_SCALING_ROLE_ARN>',
      {},
      { trust: 'hyperPodService', caller: 'hyperpod.sagemaker.amazonaws.com' },
    ],
    ['hyperPodAutoscaler', 'adds nodes', 'sagemaker:BatchAddClusterNodes', cluster],
    ['hyperPodUser', 'views the nodes', 'sagemaker:ListClusterNodes', cluster],
  ]),
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-prerequisites-iam.html',
};
