import { references } from '../../guardrails/guardrail.ts';
import { taggedJobs, taggedResources } from '../../guardrails/tagOnCreate.ts';
import { deniedUnless, type Guarantee, type GuaranteeCondition, never } from '../guarantee.ts';

const protectedTags = { 'ForAnyValue:StringEqualsIgnoreCase': { 'aws:TagKeys': ['<PROTECTED_TAG_KEY>'] } };

/** SageMaker calls from its own network, with the execution roles. */
const notPeople: readonly GuaranteeCondition[] = [
  {
    ArnEquals: {
      'aws:PrincipalArn': [
        '<SAGEMAKER_NOTEBOOK_EXECUTION_ROLE_ARN>',
        '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>',
        '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>',
      ],
    },
  },
  { Bool: { 'aws:ViaAWSService': ['true'] } },
];

const fromNetwork = (condition: GuaranteeCondition): readonly GuaranteeCondition[] => [
  condition,
  ...notPeople,
];

export const tagsAndCallers: Readonly<Record<string, readonly Guarantee[]>> = {
  tagOnCreate: [
    deniedUnless(
      ['tagged-jobs', 'No job starts without the required tags.', taggedJobs],
      [{ Null: { 'aws:RequestTag/<REQUIRED_TAG_KEY>': ['false'] } }],
      references.governance,
      { forEach: 'requiredTagKeys' },
    ),
    deniedUnless(
      [
        'tagged-resources',
        'No notebook instance, model, endpoint, Studio resource, pipeline, or cluster is created without the required tags.',
        taggedResources,
      ],
      [{ Null: { 'aws:RequestTag/<REQUIRED_TAG_KEY>': ['false'] } }],
      references.governance,
      { forEach: 'requiredTagKeys' },
    ),
  ],
  noRetagging: [
    never(
      ['protected-tags-added', 'No protected tag of an existing resource is changed.', ['sagemaker:AddTags']],
      references.governance,
      {
        under: { ...protectedTags, Null: { 'sagemaker:TaggingAction': ['true'] } },
      },
    ),
    never(
      ['protected-tags-removed', 'No protected tag is removed.', ['sagemaker:DeleteTags']],
      references.governance,
      {
        under: protectedTags,
      },
    ),
  ],
  approvedRegions: [
    deniedUnless(
      ['approved-regions', 'No call to SageMaker is made in a Region that isn’t approved.', ['sagemaker:*']],
      [{ StringEquals: { 'aws:RequestedRegion': ['<APPROVED_REGION>'] } }],
      references.globalKeys,
    ),
  ],
  callerNetwork: [
    deniedUnless(
      [
        'callers-by-endpoint',
        'No user calls SageMaker except through the specified VPC endpoints.',
        ['sagemaker:*'],
      ],
      fromNetwork({ StringEquals: { 'aws:SourceVpce': ['<CALLER_VPC_ENDPOINT_ID>'] } }),
      references.globalKeys,
      { when: { by: 'vpce' } },
    ),
    deniedUnless(
      ['callers-by-vpc', 'No user calls SageMaker except from the specified VPCs.', ['sagemaker:*']],
      fromNetwork({ StringEquals: { 'aws:SourceVpc': ['<CALLER_VPC_ID>'] } }),
      references.globalKeys,
      { when: { by: 'vpc' } },
    ),
    deniedUnless(
      [
        'callers-by-organization',
        'No user calls SageMaker except through VPC endpoints of the organization.',
        ['sagemaker:*'],
      ],
      fromNetwork({ StringEquals: { 'aws:VpceOrgID': ['<ORGANIZATION_ID>'] } }),
      references.globalKeys,
      { when: { by: 'organization' } },
    ),
    deniedUnless(
      [
        'callers-by-address',
        'No user calls SageMaker except from the specified IP addresses.',
        ['sagemaker:*'],
      ],
      fromNetwork({ IpAddress: { 'aws:SourceIp': ['<CALLER_CIDR>'] } }),
      references.globalKeys,
      { when: { by: 'ip' } },
    ),
  ],
  agentsReadOnly: [
    never(
      [
        'agents-read-only',
        'No agent creates, changes, or deletes anything in SageMaker through an AWS MCP server.',
        [
          'sagemaker:Create*',
          'sagemaker:Update*',
          'sagemaker:Delete*',
          'sagemaker:Start*',
          'sagemaker:Stop*',
        ],
      ],
      'https://docs.aws.amazon.com/agent-toolkit/latest/userguide/security_iam_service-with-iam.html',
      { under: { Bool: { 'aws:ViaAWSMCPService': ['true'] } } },
    ),
  ],
};
