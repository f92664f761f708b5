import type { FoundKind } from './importReading.ts';

/**
 * The kind of a policy that is an argument of a command of the AWS CLI, where the command says it.
 * Sources: https://docs.aws.amazon.com/cli/latest/reference/organizations/create-policy.html,
 * https://docs.aws.amazon.com/cli/latest/reference/ec2/modify-vpc-endpoint.html,
 * https://docs.aws.amazon.com/cli/latest/reference/iam/update-assume-role-policy.html,
 * https://docs.aws.amazon.com/cli/latest/reference/kms/put-key-policy.html
 */
export function kindOfCommand(before: string, behind: string): FoundKind | undefined {
  const [command] = COMMAND.exec(before) ?? [];
  if (command === undefined) return undefined;
  if (TYPED.test(command)) return organizationsKind(command + restOf(behind));
  return kinds.find(([pattern]) => pattern.test(command))?.[1];
}

/** Up to the policy: it goes on only behind a backslash, or the backtick of PowerShell. */
const COMMAND = /\baws[^\S\n]+(?:[^\n]|[\\`][^\S\n]*\n){0,250}$/;

const TYPED = /\borganizations\s+(?:create|update)-policy\s/;

const kinds: readonly (readonly [command: RegExp, kind: FoundKind])[] = [
  [/\bec2\s+(?:create|modify)-vpc-endpoint\s/, 'vpc-endpoint'],
  [
    /\biam\s+(?:create-role|update-assume-role-policy)\s[^]*--(?:assume-role-)?policy-document[\s=]\S*\s*$/,
    'trust',
  ],
  [/\bkms\s+(?:create-key|put-key-policy)\s/, 'resource'],
  [
    /\b(?:s3api|s3control|sns|sqs|secretsmanager|ecr|ecr-public|sagemaker|lambda|glue|backup|codeartifact)\s+(?:put|set|create)-[\w-]+\s/,
    'resource',
  ],
];

/** Behind the policy, to the end of the command. */
const restOf = (behind: string): string => /^(?:[^\n]|(?<=[\\`][^\S\n]{0,5})\n)*/.exec(behind)?.[0] ?? '';

/** A command that does not say which type it is changes one that it does not name. */
const organizationsKind = (command: string): FoundKind | undefined =>
  /\bRESOURCE_CONTROL_POLICY\b/.test(command)
    ? 'resource-control'
    : /\bSERVICE_CONTROL_POLICY\b/.test(command)
      ? 'service-control'
      : undefined;
