import type { FoundKind } from './importReading.ts';
import { commandAround } from './shellCommand.ts';

/**
 * The kind of a policy that is the value of an option of the AWS CLI, where the command says it. Nothing where the policy is elsewhere
 * on the line: it may be that of another command.
 * Sources: https://docs.aws.amazon.com/cli/latest/reference/organizations/create-policy.html,
 * https://docs.aws.amazon.com/cli/latest/reference/ec2/modify-vpc-endpoint.html,
 * https://docs.aws.amazon.com/cli/latest/reference/iam/update-assume-role-policy.html,
 * https://docs.aws.amazon.com/cli/latest/reference/kms/put-key-policy.html
 */
export function kindOfCommand(before: string, behind: string): FoundKind | undefined {
  const command = commandAround(before, behind);
  const [call = ''] = CALL.exec(command.before) ?? [];
  const [, option] = VALUE.exec(call) ?? [];
  if (option === undefined) return undefined;
  if (TYPED.test(call)) return kindOfType(call) ?? kindOfType(command.behind);
  return kinds.find(([operation, options]) => operation.test(call) && options.test(option))?.[2];
}

/** The last call of the AWS CLI, up to the policy. */
const CALL =
  /\baws\s+(?:--[\w-]{1,40}(?:[=\s]+[^-\s]\S{0,100})?\s+){0,4}[a-z][\w-]{1,40}\s+[a-z]+-[a-z-]{1,60}\s(?!.*\baws\s+[a-z][\w-]{1,40}\s+[a-z]+-[a-z-]{1,60}\s).*$/s;

/** The last option, whose value the policy is, or is part of: within quotation marks, or behind the name of an attribute. */
const VALUE = /--([a-z][a-z-]{1,60})(?:=|\s+)(?:[\w-]{1,40}=)?(?:["'`({[$\\](?:(?!\s--[a-z]).)*)?$/s;

const TYPED = /^aws\s.{0,200}?\borganizations\s+(?:create|update)-policy\s/s;

const POLICY = /policy/;

const kinds: readonly (readonly [operation: RegExp, options: RegExp, kind: FoundKind])[] = [
  [/\bec2\s+(?:create|modify)-vpc-endpoint\s/, POLICY, 'vpc-endpoint'],
  [/\biam\s+create-role\s/, /^assume-role-policy-document$/, 'trust'],
  [/\biam\s+update-assume-role-policy\s/, POLICY, 'trust'],
  [/\bkms\s+(?:create-key|put-key-policy)\s/, POLICY, 'resource'],
  [
    /\b(?:s3api|s3control|sns|sqs|secretsmanager|ecr|ecr-public|sagemaker|lambda|glue|backup|codeartifact)\s+(?:put|set|create)-[\w-]+\s/,
    /policy|^attribute/,
    'resource',
  ],
];

/** What `--type` says. A command without it changes a policy whose type it does not name. */
const kindOfType = (text: string): FoundKind | undefined => {
  const [, type = ''] = /--type[=\s]+["']?(\w+)/.exec(text) ?? [];
  return type === 'RESOURCE_CONTROL_POLICY'
    ? 'resource-control'
    : type === 'SERVICE_CONTROL_POLICY'
      ? 'service-control'
      : undefined;
};
