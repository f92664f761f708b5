import type { Check, CheckContext, Rule } from '../check.ts';
import { identity, statements } from '../examples.ts';
import { type Taking, taking } from '../granted.ts';
import { isEverything } from './reach.ts';

/** Permissions that together let their holder get more than they were given. */
interface Path {
  readonly actions: readonly string[];
  readonly gain: string;
}

const onRoles = (service: string): string => `run code in ${service} as any role that it may pass`;

/** Source: https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/ */
const paths: readonly Path[] = [
  { actions: ['iam:CreatePolicyVersion'], gain: 'rewrite any managed policy' },
  { actions: ['iam:SetDefaultPolicyVersion'], gain: 'bring back an older, wider version of any policy' },
  { actions: ['iam:AttachRolePolicy'], gain: 'attach any policy to any role' },
  { actions: ['iam:AttachUserPolicy'], gain: 'attach any policy to any user' },
  { actions: ['iam:AttachGroupPolicy'], gain: 'attach any policy to any group' },
  { actions: ['iam:PutRolePolicy'], gain: 'write any inline policy into any role' },
  { actions: ['iam:PutUserPolicy'], gain: 'write any inline policy into any user' },
  { actions: ['iam:PutGroupPolicy'], gain: 'write any inline policy into any group' },
  { actions: ['iam:AddUserToGroup'], gain: 'join any group' },
  { actions: ['iam:UpdateAssumeRolePolicy'], gain: 'let itself into any role' },
  { actions: ['iam:CreateAccessKey'], gain: 'create keys of any user' },
  { actions: ['iam:CreateLoginProfile'], gain: 'give any user a password' },
  { actions: ['iam:UpdateLoginProfile'], gain: 'change the password of any user' },
  { actions: ['iam:PassRole', 'sagemaker:CreateNotebookInstance'], gain: onRoles('a notebook') },
  { actions: ['iam:PassRole', 'sagemaker:CreateTrainingJob'], gain: onRoles('a training job') },
  { actions: ['iam:PassRole', 'sagemaker:CreateProcessingJob'], gain: onRoles('a processing job') },
  { actions: ['iam:PassRole', 'lambda:CreateFunction'], gain: onRoles('a function') },
  { actions: ['iam:PassRole', 'ec2:RunInstances'], gain: onRoles('an instance') },
  { actions: ['iam:PassRole', 'glue:CreateJob'], gain: onRoles('a Glue job') },
  {
    actions: ['iam:PassRole', 'cloudformation:CreateStack'],
    gain: 'create anything as any role that it may pass',
  },
  {
    actions: ['sagemaker:CreateNotebookInstanceLifecycleConfig', 'sagemaker:UpdateNotebookInstance'],
    gain: 'run its own script in notebooks of others, as their role',
  },
];

const rule: Rule = {
  code: 'SPB_PRIVILEGE_ESCALATION',
  type: 'SECURITY_WARNING',
  says: 'With {actions} on every resource the holder can {gain}.',
  advice:
    'That is more than this policy says. Name the roles, users or policies that are meant, or put a permissions boundary and a condition on it.',
  raises: identity({ Action: 'iam:PutRolePolicy', Resource: '*' }),
  passes: statements([
    { Effect: 'Allow', Action: 'iam:PutRolePolicy', Resource: 'arn:aws:iam::111122223333:role/ml/Training' },
  ]),
  source: 'https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/',
};
const everything: Rule = {
  code: 'SPB_EVERYTHING_ALLOWED',
  type: 'SECURITY_WARNING',
  says: 'The statement allows every action on every resource.',
  advice: 'Whoever has it can do whatever the account can. Name the services and actions that are needed.',
  raises: identity({ Action: '*', Resource: '*' }),
  passes: identity({ Action: 's3:*' }),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
};

/** Any role, user or policy: `*`, or an ARN whose name is nothing but a wildcard. */
const isWide = (text: string): boolean =>
  /^\*+$|^arn:[^:]*:iam::[^:]*:(?:(?:role|user|group|policy)\/)?\*$/.test(text);

const isUnlimited = ({ statement }: Taking): boolean =>
  statement.conditions.length === 0 && statement.resources.some(({ text }) => isWide(text));

/** The statement that allows an action everywhere without a condition, unless some denial speaks of the action. */
function unlimitedGrant(context: CheckContext, action: string): Taking | undefined {
  const grant = taking(context, 'Allow', action).find(isUnlimited);
  return grant && taking(context, 'Deny', action).length === 0 ? grant : undefined;
}

function run(context: CheckContext): void {
  const all = context.statements.find(
    ({ effect, actions, resources, conditions }) =>
      effect === 'Allow' &&
      conditions.length === 0 &&
      actions.some(isEverything) &&
      resources.some(isEverything),
  );
  if (all) return context.report(everything, all.node);
  const known = new Map<string, Taking | undefined>();
  const unlimited = (action: string): Taking | undefined => {
    if (!known.has(action)) known.set(action, unlimitedGrant(context, action));
    return known.get(action);
  };
  for (const { actions, gain } of paths) {
    const [first] = actions.map(unlimited);
    if (!first || !actions.every(unlimited)) continue;
    context.report(rule, first.entry?.node ?? first.statement.node, { actions: actions.join(' and '), gain });
  }
}

/** Reads the paths only where the policy can hold one: all of them need IAM or two actions of SageMaker. */
const canHold = ({ statements: list }: CheckContext): boolean =>
  list.some(
    ({ effect, actions, elements }) =>
      effect === 'Allow' &&
      (elements.has('NotAction') || actions.some(({ text }) => /^(?:iam:|sagemaker:|\*)/i.test(text))),
  );

export const escalation: Check = {
  rules: [rule, everything],
  run(context) {
    if (context.type === 'identity' && canHold(context)) run(context);
  },
};
