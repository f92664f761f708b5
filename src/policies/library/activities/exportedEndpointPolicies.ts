import { type Access, applying, ofExportedCode, reading, statement } from './forExportedCode.ts';

const ec2 = (resource: string): string => `arn:<PARTITION>:ec2:<REGION>:<ACCOUNT_ID>:${resource}`;

const endpoints: readonly Access[] = [
  { Sid: 'EndpointPolicies', reads: ['ec2:DescribeVpcEndpoints'], writes: [], Resource: ['*'] },
];

export const readEndpointPolicies = ofExportedCode(
  [
    'readEndpointPolicies',
    'Read the endpoint policies of the exported code',
    'Compare the policies of VPC endpoints with the code.',
  ],
  reading(endpoints),
);

export const setEndpointPolicies = ofExportedCode(
  [
    'setEndpointPolicies',
    'Set the endpoint policies of the exported code',
    'Set the policies of VPC endpoints, and create the endpoints if the code creates them.',
  ],
  [
    ...applying(endpoints),
    statement('EndpointPoliciesSet', ['ec2:ModifyVpcEndpoint'], [ec2('vpc-endpoint/*')]),
    {
      ...statement(
        'EndpointPoliciesCreate',
        ['ec2:CreateVpcEndpoint'],
        [
          ec2('route-table/*'),
          ec2('security-group/<SECURITY_GROUP_ID>'),
          ec2('subnet/<SUBNET_ID>'),
          ec2('vpc-endpoint/*'),
          ec2('vpc/*'),
        ],
      ),
      when: { create: 'on' },
    },
    {
      ...statement('EndpointPoliciesDelete', ['ec2:DeleteVpcEndpoints'], [ec2('vpc-endpoint/*')]),
      when: { create: 'on' },
    },
  ],
  [
    {
      id: 'create',
      label: 'Create the endpoints',
      help: 'CloudFormation and the AWS CDK can set the policy of an endpoint only if they create the endpoint.',
      choices: [
        { value: 'off', label: 'No', help: 'Sets the policies of existing endpoints.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds creating endpoints in the specified subnets, and deleting endpoints.',
        },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
);
