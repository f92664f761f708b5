import type { UserGuarantee } from '../../model/draft.ts';
import { type SensitiveResource, sensitiveResources } from './sensitiveResources.ts';

/**
 * Questions that AWS publishes as reference policies of custom policy checks, to start a guarantee from. The name of the resource is
 * an example to replace.
 */
export interface ReadyQuestion
  extends Pick<UserGuarantee, 'title' | 'must' | 'actions' | 'resources' | 'condition'> {
  readonly id: string;
  /** What it is about: "An S3 bucket". */
  readonly label: string;
  readonly source: string;
}

const samples = 'https://github.com/aws-samples/iam-access-analyzer-custom-policy-check-samples/blob/main';

/** One resource that no one but its owners should reach. */
const sensitive = ([id, label, file, actions, resources]: SensitiveResource): ReadyQuestion => ({
  id,
  label,
  title: `${label}: no access to my-sensitive-resource.`,
  must: 'never',
  actions,
  resources,
  condition: {},
  source: `${samples}/identity-policies/check-access-to-sensitive-resource/${file}.md`,
});

const others: readonly ReadyQuestion[] = [
  {
    id: 'escalation',
    label: 'Privilege escalation through IAM',
    title: 'No one can give themselves or others more permissions.',
    must: 'never',
    actions: [
      'iam:AddUserToGroup',
      'iam:Attach*Policy',
      'iam:CreateAccessKey',
      'iam:CreateLoginProfile',
      'iam:CreatePolicyVersion',
      'iam:CreateRole',
      'iam:CreateUser',
      'iam:Put*Policy',
      'iam:SetDefaultPolicyVersion',
      'iam:UpdateAssumeRolePolicy',
      'iam:UpdateLoginProfile',
    ],
    resources: [],
    condition: {},
    source: `${samples}/identity-policies/check-for-privilege-escalation/via-iam-and-sts.md`,
  },
  {
    id: 'run-with-tag',
    label: 'A tag on every new EC2 instance',
    title: 'No EC2 instance is started without the tag.',
    must: 'unless',
    actions: ['ec2:RunInstances'],
    resources: [],
    condition: { Null: { 'aws:RequestTag/my-tag-key': ['false'] } },
    source: `${samples}/identity-policies/check-for-tag-based-access/run-ec2-instance-with-tag.md`,
  },
  {
    id: 'act-with-tag',
    label: 'Only tagged EC2 instances are terminated',
    title: 'No EC2 instance without the tag is terminated.',
    must: 'unless',
    actions: ['ec2:TerminateInstances'],
    resources: [],
    condition: { Null: { 'aws:ResourceTag/my-tag-key': ['false'] } },
    source: `${samples}/identity-policies/check-for-tag-based-access/act-on-ec2-instance-with-tag.md`,
  },
];

/** In the order in which the form offers them. */
export const readyQuestions: readonly ReadyQuestion[] = [...others, ...sensitiveResources.map(sensitive)];
