import { type TrustForm, trustSources } from './trust.ts';

const assume = ['sts:AssumeRole'] as const;

export const computeService: TrustForm = {
  id: 'computeService',
  title: 'An application on AWS',
  summary: 'The service that runs the application assumes the role for it.',
  options: [
    {
      id: 'service',
      label: 'Service',
      help: 'Where the application runs.',
      choices: [
        { value: 'lambda', label: 'AWS Lambda', help: 'The execution role of a function.' },
        {
          value: 'ecs',
          label: 'Amazon ECS',
          help: 'The task role. Limited to tasks of this account and Region.',
        },
        {
          value: 'eks',
          label: 'Amazon EKS',
          help: 'EKS Pod Identity, which adds session tags with cluster, namespace, and service account.',
        },
        { value: 'ec2', label: 'Amazon EC2', help: 'The role of an instance profile.' },
      ],
      default: 'lambda',
    },
  ],
  statements: [
    {
      Sid: 'LambdaAssumesRole',
      Effect: 'Allow',
      Principal: { Service: ['lambda.amazonaws.com'] },
      Action: assume,
      when: { service: 'lambda' },
    },
    {
      Sid: 'TasksAssumeRole',
      Effect: 'Allow',
      Principal: { Service: ['ecs-tasks.amazonaws.com'] },
      Action: assume,
      Condition: {
        StringEquals: { 'aws:SourceAccount': ['<ACCOUNT_ID>'] },
        ArnLike: { 'aws:SourceArn': ['arn:<PARTITION>:ecs:<REGION>:<ACCOUNT_ID>:*'] },
      },
      when: { service: 'ecs' },
    },
    {
      Sid: 'PodsAssumeRole',
      Effect: 'Allow',
      Principal: { Service: ['pods.eks.amazonaws.com'] },
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      when: { service: 'eks' },
    },
    {
      Sid: 'InstancesAssumeRole',
      Effect: 'Allow',
      Principal: { Service: ['ec2.amazonaws.com'] },
      Action: assume,
      when: { service: 'ec2' },
    },
  ],
  notes: [
    {
      text: 'Giving a function, task, or instance this role requires iam:PassRole, which limits who can use it.',
      source: trustSources.passRole,
    },
    {
      text: 'With EKS Pod Identity, you can limit the role to a cluster, namespace, or service account with conditions on the session tags.',
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html',
    },
    {
      text: 'The service principals aren’t confirmed for the China Regions. Check them before you use them there.',
      source: trustSources.principal,
    },
  ],
};
