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
  title: 'Require requests from your network',
  summary: 'Users can call the SageMaker API only from the specified VPC endpoints, VPCs, or IP addresses.',
  options: [
    {
      id: 'by',
      label: 'Identify your network by',
      help: 'The network origin that requests must have.',
      choices: [
        { value: 'vpce', label: 'VPC endpoints', help: 'Only requests through the specified endpoints.' },
        { value: 'vpc', label: 'VPCs', help: 'Only requests through any endpoint in the specified VPCs.' },
        {
          value: 'organization',
          label: 'VPC endpoints of your organization',
          help: 'Only requests through endpoints of any account in the organization (aws:VpceOrgID). Only some services send this key, and it isn’t confirmed that SageMaker does. If it doesn’t, all requests of users are denied. Test it in one account first.',
        },
        {
          value: 'ip',
          label: 'Public IP addresses',
          help: 'Only requests from the specified IP address ranges. Requests through VPC endpoints have no public address.',
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
      Sid: 'DenyOutsideOrganizationEndpoints',
      Action: ['sagemaker:*'],
      Condition: { StringNotEqualsIfExists: { 'aws:VpceOrgID': ['<ORGANIZATION_ID>'] }, ...people },
      when: { by: 'organization' },
    },
    {
      Sid: 'DenyOutsideAddresses',
      Action: ['sagemaker:*'],
      Condition: { NotIpAddressIfExists: { 'aws:SourceIp': ['<CALLER_CIDR>'] }, ...people },
      when: { by: 'ip' },
    },
  ],
  allow: [],
  toComply: 'send requests from your network.',
  source: references.globalKeys,
};
