import { type Guardrail, references } from './guardrail.ts';

/** SageMaker uses the execution roles from the service's network, not from the caller's. */
const people = {
  ArnNotEqualsIfExists: {
    'aws:PrincipalArn': [
      '<SAGEMAKER_NOTEBOOK_EXECUTION_ROLE_ARN>',
      '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>',
      '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>',
    ],
  },
  BoolIfExists: { 'aws:ViaAWSService': ['false'] },
};

export const callerNetwork: Guardrail = {
  id: 'callerNetwork',
  number: 'G24',
  group: 'callers',
  title: 'Calls only from your network',
  summary: 'People use SageMaker’s API only from the named endpoints, VPCs or addresses.',
  options: [
    {
      id: 'by',
      label: 'Your network is recognised by',
      help: 'What every call must come through.',
      choices: [
        { value: 'vpce', label: 'VPC endpoints', help: 'Only calls through the named endpoints.' },
        { value: 'vpc', label: 'VPCs', help: 'Only calls through any endpoint of the named VPCs.' },
        {
          value: 'ip',
          label: 'Public addresses',
          help: 'Only calls from the named address ranges; calls through VPC endpoints have none.',
        },
      ],
      default: 'vpce',
    },
  ],
  deny: [
    {
      Sid: 'DenyOutsideEndpoints',
      Action: ['sagemaker:*'],
      Condition: { StringNotEqualsIfExists: { 'aws:SourceVpce': ['<CALLER_VPC_ENDPOINT_ID>'] }, ...people },
      when: { by: 'vpce' },
    },
    {
      Sid: 'DenyOutsideVpc',
      Action: ['sagemaker:*'],
      Condition: { StringNotEqualsIfExists: { 'aws:SourceVpc': ['<CALLER_VPC_ID>'] }, ...people },
      when: { by: 'vpc' },
    },
    {
      Sid: 'DenyOutsideAddresses',
      Action: ['sagemaker:*'],
      Condition: { NotIpAddressIfExists: { 'aws:SourceIp': ['<CALLER_CIDR>'] }, ...people },
      when: { by: 'ip' },
    },
  ],
  allow: [],
  toComply: 'call from inside the network.',
  notCovered: [
    {
      text: 'The SageMaker console calls from outside your VPC: with endpoints or VPCs chosen, its pages no longer work for people.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
    },
    {
      text: 'The execution roles are left out, because SageMaker calls with them from its own network. Only SageMaker’s own actions are limited; buckets and keys need the same in their policies.',
      source: references.globalKeys,
    },
  ],
  source: references.globalKeys,
};
