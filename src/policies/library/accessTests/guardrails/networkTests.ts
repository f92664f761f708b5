import { type GuardrailTests, guardrailTestsOf } from './guardrailTest.ts';

const JOB = 'training-job/<NAME_PREFIX>1';
const noVpc = { 'sagemaker:VpcSubnets': [], 'sagemaker:VpcSecurityGroupIds': [] };

export const network: GuardrailTests = {
  vpcOnly: guardrailTestsOf([
    ['in-vpc', 'allowed', 'trains in a VPC', 'CreateTrainingJob', JOB],
    ['no-vpc', 'denied', 'trains without a VPC', 'CreateTrainingJob', JOB, noVpc],
    [
      'no-group',
      'denied',
      'trains without a security group',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:VpcSecurityGroupIds': [] },
    ],
    ['model-no-vpc', 'denied', 'hosts a model without a VPC', 'CreateModel', 'model/<NAME_PREFIX>1', noVpc],
  ]),
  approvedNetworks: guardrailTestsOf([
    ['approved', 'allowed', 'trains in an approved subnet', 'CreateTrainingJob', JOB],
    [
      'other-subnet',
      'denied',
      'trains in another subnet',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:VpcSubnets': ['subnet-0fffffffffffffff0'] },
    ],
    [
      'mixed',
      'denied',
      'trains in an approved and another subnet',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:VpcSubnets': ['<SUBNET_ID>', 'subnet-0fffffffffffffff0'] },
    ],
    [
      'other-group',
      'denied',
      'hosts a model with another security group',
      'CreateModel',
      'model/<NAME_PREFIX>1',
      { 'sagemaker:VpcSecurityGroupIds': ['sg-0fffffffffffffff0'] },
    ],
  ]),
  networkIsolation: guardrailTestsOf([
    ['isolated', 'allowed', 'trains with network isolation', 'CreateTrainingJob', JOB],
    [
      'open',
      'denied',
      'trains with network isolation turned off',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:NetworkIsolation': 'false' },
    ],
    [
      'unsaid',
      'denied',
      'trains without specifying network isolation',
      'CreateTrainingJob',
      JOB,
      { 'sagemaker:NetworkIsolation': [] },
    ],
  ]),
};
