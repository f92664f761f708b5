import type { Activity, StatementTemplate } from './activity.ts';
import {
  arn,
  byVpcAndKms,
  grantBySageMaker,
  kmsOption,
  listAll,
  passRole,
  tagOnCreate,
  tagsOption,
  volumeGrant,
  volumeKey,
  vpcOption,
} from './roleManager.ts';

const notebooks = [arn('notebook-instance')];
const scripts = [arn('notebook-instance-lifecycle-config')];
const repositories = [arn('code-repository')];
const ec2 = (resource: string): string => `arn:<PARTITION>:ec2:<REGION>:<ACCOUNT_ID>:${resource}`;
const subnets = ec2('subnet/<SUBNET_ID>');
const interfaces = ec2('network-interface/*');
const all = (verbs: readonly string[], kind: string) => verbs.map((verb) => `sagemaker:${verb}${kind}`);

const create = byVpcAndKms(
  { Sid: 'NotebooksCreate', Action: ['sagemaker:CreateNotebookInstance'], Resource: notebooks },
  { ArnEquals: volumeKey },
);

const closed = { 'sagemaker:DirectInternetAccess': ['Disabled'] };
const noRoot = { 'sagemaker:RootAccess': ['Disabled'] };

const only = (template: StatementTemplate, equal: Readonly<Record<string, readonly string[]>>) =>
  Object.keys(equal).length === 0
    ? template
    : { ...template, Condition: { ...template.Condition, StringEquals: equal } };

/** For users without root access and with it. In the VPC, without direct internet access, too. */
const byRoot = (template: StatementTemplate): readonly StatementTemplate[] => {
  const network = template.when?.['vpc'] === 'on' ? closed : {};
  return [
    { ...only(template, { ...network, ...noRoot }), when: { ...template.when, root: 'off' } },
    {
      ...only(template, network),
      Sid: `${template.Sid}AnyRoot`,
      when: { ...template.when, root: 'on' },
    },
  ];
};

export const manageNotebooks: Activity = {
  id: 'manageNotebooks',
  title: 'Manage notebook instances',
  summary:
    'Create, change, stop, and delete notebook instances for others, with approved roles and startup scripts, without opening them.',
  status: 'missingInGuide',
  options: [
    {
      ...vpcOption('new instances'),
      choices: [
        {
          value: 'on',
          label: 'Specified subnets only',
          help: 'Denies direct internet access, and any other subnet or security group.',
        },
        {
          value: 'off',
          label: 'Any network',
          help: 'Instances can have direct internet access. To put them in a VPC, only the specified subnets work.',
        },
      ],
    },
    kmsOption('new instances'),
    {
      id: 'root',
      label: 'Root access of users',
      help: 'Whether users of an instance have root access. Startup scripts always run as root.',
      choices: [
        {
          value: 'off',
          label: 'No',
          help: 'Denies creating instances with root access, or turning it on later.',
        },
        { value: 'on', label: 'Allowed', help: 'Instances have root access unless it is turned off.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    {
      id: 'scripts',
      label: 'Startup scripts and Git repositories',
      help: 'Lifecycle configurations, which run as root with the role of the instance, and the repositories that instances clone.',
      choices: [
        {
          value: 'view',
          label: 'View',
          help: 'Others write them. Instances can use those with the name prefix.',
        },
        {
          value: 'write',
          label: 'Create, change, and delete',
          help: 'This grants the permissions of every instance’s execution role.',
        },
      ],
      default: 'view',
      stances: ['hardened'],
    },
    tagsOption,
  ],
  hardened: [
    ...create.flatMap(byRoot),
    {
      Sid: 'NotebooksUpdate',
      Effect: 'Allow',
      Action: ['sagemaker:UpdateNotebookInstance'],
      Resource: notebooks,
      Condition: { StringNotEquals: { 'sagemaker:RootAccess': ['Enabled'] } },
      when: { root: 'off' },
    },
    {
      Sid: 'NotebooksUpdateAnyRoot',
      Effect: 'Allow',
      Action: ['sagemaker:UpdateNotebookInstance'],
      Resource: notebooks,
      when: { root: 'on' },
    },
    {
      Sid: 'NotebooksOperate',
      Effect: 'Allow',
      Action: all(['Delete', 'Describe', 'Start', 'Stop'], 'NotebookInstance'),
      Resource: notebooks,
    },
    {
      Sid: 'NotebooksScriptsRead',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeCodeRepository', 'sagemaker:DescribeNotebookInstanceLifecycleConfig'],
      Resource: [...scripts, ...repositories],
    },
    {
      Sid: 'NotebooksScripts',
      Effect: 'Allow',
      Action: all(['Create', 'Delete', 'Update'], 'NotebookInstanceLifecycleConfig'),
      Resource: scripts,
      when: { scripts: 'write' },
    },
    {
      Sid: 'NotebooksRepositories',
      Effect: 'Allow',
      Action: all(['Create', 'Delete', 'Update'], 'CodeRepository'),
      Resource: repositories,
      when: { scripts: 'write' },
    },
    listAll('NotebooksList', [
      'sagemaker:ListCodeRepositories',
      'sagemaker:ListNotebookInstanceLifecycleConfigs',
      'sagemaker:ListNotebookInstances',
    ]),
    passRole('NotebooksPassRole', '<SAGEMAKER_NOTEBOOK_EXECUTION_ROLE_ARN>'),
    listAll('NotebooksNetworkDescribe', [
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeSubnets',
      'ec2:DescribeVpcs',
    ]),
    {
      Sid: 'NotebooksNetwork',
      Effect: 'Allow',
      Action: ['ec2:CreateNetworkInterface'],
      Resource: [interfaces, subnets, ec2('security-group/<SECURITY_GROUP_ID>')],
    },
    {
      Sid: 'NotebooksNetworkDelete',
      Effect: 'Allow',
      Action: ['ec2:DeleteNetworkInterface'],
      Resource: [interfaces],
      Condition: { ArnEquals: { 'ec2:Subnet': [subnets] } },
    },
    {
      Sid: 'NotebooksKey',
      Effect: 'Allow',
      Action: ['kms:DescribeKey'],
      Resource: ['<VOLUME_KMS_CMK_ARN>'],
      Condition: { StringEquals: grantBySageMaker.StringEquals },
      when: { kms: 'on' },
    },
    volumeGrant('NotebooksVolumeKeyGrant'),
    tagOnCreate(
      'NotebooksTag',
      ['CreateCodeRepository', 'CreateNotebookInstance', 'CreateNotebookInstanceLifecycleConfig'],
      [...notebooks, ...scripts, ...repositories],
    ),
    {
      Sid: 'DenyNotebooksOtherScripts',
      Effect: 'Deny',
      Action: ['sagemaker:CreateNotebookInstance', 'sagemaker:UpdateNotebookInstance'],
      Resource: ['*'],
      Condition: {
        'ForAnyValue:ArnNotLike': { 'sagemaker:NotebookInstanceLifecycleConfigArns': scripts },
      },
    },
  ],
};
