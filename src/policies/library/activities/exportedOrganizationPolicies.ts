import { type Access, applying, ofExportedCode, reading, statement } from './forExportedCode.ts';

const inOrganization = (resource: string): string => `arn:<PARTITION>:organizations::*:${resource}`;
const controls = [
  inOrganization('policy/<ORGANIZATION_ID>/resource_control_policy/*'),
  inOrganization('policy/<ORGANIZATION_ID>/service_control_policy/*'),
];
const targets = ['account', 'ou', 'root'].map((type) => inOrganization(`${type}/<ORGANIZATION_ID>/*`));

const organization: readonly Access[] = [
  {
    Sid: 'OrganizationPolicies',
    reads: [
      'organizations:DescribePolicy',
      'organizations:ListTagsForResource',
      'organizations:ListTargetsForPolicy',
    ],
    writes: ['organizations:DeletePolicy', 'organizations:UpdatePolicy'],
    Resource: controls,
  },
  { Sid: 'OrganizationPoliciesFind', reads: ['organizations:ListPolicies'], writes: [], Resource: ['*'] },
];

export const readOrganizationPolicies = ofExportedCode(
  [
    'readOrganizationPolicies',
    'Read the organization policies of the exported code',
    'Compare service and resource control policies with the code.',
  ],
  reading(organization),
);

export const setOrganizationPolicies = ofExportedCode(
  [
    'setOrganizationPolicies',
    'Create the organization policies of the exported code',
    'Create, change, attach, and delete service and resource control policies.',
  ],
  [
    ...applying(organization),
    statement(
      'OrganizationPoliciesAttach',
      ['organizations:AttachPolicy', 'organizations:DetachPolicy'],
      [...controls, ...targets],
    ),
    {
      ...statement('OrganizationPoliciesCreate', ['organizations:CreatePolicy'], ['*']),
      Condition: {
        StringEquals: {
          'organizations:PolicyType': ['RESOURCE_CONTROL_POLICY', 'SERVICE_CONTROL_POLICY'],
        },
      },
    },
  ],
);
