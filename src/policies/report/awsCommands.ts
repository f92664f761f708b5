import type {
  AccessComparison,
  AccessDifference,
  ComparedKind,
  PolicyPair,
  RequestKind,
} from '../access/everyRequest/accessDifference.ts';
import type { LabelOf } from '../access/everyRequest/everyRequestWords.ts';
import { allowEverything } from '../compose/appliedPolicies.ts';
import { readOperator } from '../language/conditionOperator.ts';
import { escapeJson } from '../language/characters/escapeCharacters.ts';
import { likePlaceholders, placeholderOf } from '../language/placeholder.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { shellWord } from './shellWord.ts';

/** A command that asks AWS the same question, on one line for a POSIX shell. */
export interface AwsCommand {
  readonly title: string;
  readonly command: string;
  /** What AWS answers where it agrees; nothing where the page has no answer. */
  readonly expected: string | undefined;
}

export interface AwsCommands {
  readonly commands: readonly AwsCommand[];
  /** Why there is a command less, or what to do first. */
  readonly notes: readonly string[];
}

const NO_SCP = 'AWS doesn’t compare service control policies or resource control policies.';
const NO_JOIN = 'AWS compares one policy with one other policy, and these have different versions.';
const TOO_LONG =
  'The policies are too long for a command line. Save them as existing-policy.json and new-policy.json first.';

/**
 * The commands with which AWS answers what the page did. Policies are written into the command, in place of a file, as long as
 * the shell takes them. Sources: https://docs.aws.amazon.com/cli/latest/reference/accessanalyzer/check-no-new-access.html,
 * https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Access.html,
 * https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html
 */
export function awsCommands(
  pair: PolicyPair,
  comparison: AccessComparison,
  labelOf: LabelOf = placeholderOf,
): AwsCommands {
  const missing = likePlaceholders(JSON.stringify([pair.before, pair.after]));
  const labels = new Set(missing.map((written) => labelOf(written.slice(1, -1))));
  if (labels.size > 0)
    return { commands: [], notes: [`AWS rejects policies with missing values: ${[...labels].join(', ')}.`] };
  const [before, after] = [joined(pair.before, pair.kind), joined(pair.after, pair.kind)];
  const validations = pair.after.map((policy) => validation(policy, pair.kind));
  if (isOfOrganization(pair.kind)) return { commands: validations, notes: [NO_SCP] };
  if (!before || !after) return { commands: validations, notes: [NO_JOIN] };
  const isLong = [before, after].some((policy) => argument(policy).length > MOST_ARGUMENT);
  const sides = isLong
    ? { before: 'file://existing-policy.json', after: 'file://new-policy.json' }
    : { before: argument(before), after: argument(after) };
  const commands = [
    noNewAccess('Check for new access', sides.before, sides.after, pair.kind, comparison.newAccess),
    noNewAccess('Check for removed access', sides.after, sides.before, pair.kind, comparison.removedAccess),
    ...validations,
    ...kindsOf(comparison.newAccess).flatMap((kind) => ofRequest(kind, after, sides.after, pair.kind)),
    ...kindsOf(comparison.removedAccess).flatMap((kind) => ofRequest(kind, before, sides.before, pair.kind)),
  ];
  return { commands, notes: isLong ? [TOO_LONG] : [] };
}

/** Linux takes 131,072 bytes for one argument: https://man7.org/linux/man-pages/man2/execve.2.html */
const MOST_ARGUMENT = 120_000;

const isOfOrganization = (kind: ComparedKind): boolean =>
  kind === 'service-control' || kind === 'resource-control';

const isOfResource = (kind: ComparedKind): boolean =>
  kind === 'trust' || kind === 'vpc-endpoint' || kind === 'resource';

/** Custom policy checks know two types. */
const accessType = (kind: ComparedKind): string =>
  isOfResource(kind) ? 'RESOURCE_POLICY' : 'IDENTITY_POLICY';

/** Policies that apply together as one: nothing where policy variables would mean something else in one of them. */
function joined(policies: readonly PolicyDocument[], kind: ComparedKind): PolicyDocument | undefined {
  const [first, ...others] = policies;
  if (!first) return nothingAllowed(kind);
  if (others.some(({ Version }) => Version !== first.Version)) return undefined;
  return { ...first, Statement: policies.flatMap(({ Statement }) => Statement) };
}

/** AWS takes no policy without a statement. */
const nothingAllowed = (kind: ComparedKind): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Deny',
      ...(isOfResource(kind) && { Principal: '*' as const }),
      Action: kind === 'trust' ? 'sts:*' : '*',
      ...(kind !== 'trust' && { Resource: '*' }),
    },
  ],
});

/** A value as JSON in the shell's quotes, without characters that no one sees. */
const argument = (value: unknown): string => shellWord(escapeJson(JSON.stringify(value)));

function noNewAccess(
  title: string,
  existing: string,
  updated: string,
  kind: ComparedKind,
  { state }: AccessDifference,
): AwsCommand {
  return {
    title,
    command: `aws accessanalyzer check-no-new-access --existing-policy-document ${existing} --new-policy-document ${updated} --policy-type ${accessType(kind)}`,
    expected: state === 'undecided' ? undefined : state === 'none' ? 'PASS' : 'FAIL',
  };
}

const validatedTypes: Readonly<Record<ComparedKind, string>> = {
  identity: 'IDENTITY_POLICY',
  'permissions-boundary': 'IDENTITY_POLICY',
  'service-control': 'SERVICE_CONTROL_POLICY',
  'resource-control': 'RESOURCE_CONTROL_POLICY',
  trust: 'RESOURCE_POLICY --validate-policy-resource-type AWS::IAM::AssumeRolePolicyDocument',
  'vpc-endpoint': 'RESOURCE_POLICY',
  resource: 'RESOURCE_POLICY',
};

const validation = (policy: PolicyDocument, kind: ComparedKind): AwsCommand => ({
  title: 'Validate the policy',
  command: `aws accessanalyzer validate-policy --policy-document ${
    argument(policy).length > MOST_ARGUMENT ? 'file://new-policy.json' : argument(policy)
  } --policy-type ${validatedTypes[kind]}`,
  expected: undefined,
});

const kindsOf = (difference: AccessDifference): readonly RequestKind[] =>
  difference.state === 'some' ? difference.kinds : [];

/** The same request of AWS: whether the policy that allows it here does there. */
function ofRequest(
  { witness: { action, resource, context } }: RequestKind,
  policy: PolicyDocument,
  written: string,
  kind: ComparedKind,
): readonly AwsCommand[] {
  if (!/^[\w-]+:[\w-]+$/.test(action)) return [];
  const access = { actions: [action], ...(resource !== '*' && { resources: [resource] }) };
  const granted: AwsCommand = {
    title: `Check access: ${action}`,
    command: `aws accessanalyzer check-access-not-granted --policy-document ${written} --access ${argument([access])} --policy-type ${accessType(kind)}`,
    expected: 'FAIL',
  };
  if (isOfResource(kind) || written.startsWith('file:')) return [granted];
  const [identity, boundary] = kind === 'identity' ? [policy, undefined] : [allowEverything, policy];
  const entries = contextEntries(context, policy);
  const options = [
    `--policy-input-list ${listOfPolicy(identity)}`,
    ...(boundary ? [`--permissions-boundary-policy-input-list ${listOfPolicy(boundary)}`] : []),
    `--action-names ${shellWord(action)}`,
    ...(resource === '*' ? [] : [`--resource-arns ${argument([resource])}`]),
    ...(entries.length === 0 ? [] : [`--context-entries ${argument(entries)}`]),
  ];
  return [
    granted,
    {
      title: `Simulate: ${action}`,
      command: `aws iam simulate-custom-policy ${options.join(' ')}`,
      expected: '"EvalDecision": "allowed"',
    },
  ];
}

/** A list with one policy as text: what begins with a brace alone could be read as an object. */
const listOfPolicy = (policy: PolicyDocument): string => argument([JSON.stringify(policy)]);

const keyTypes: Readonly<Record<string, string>> = {
  Numeric: 'numeric',
  Date: 'date',
  Bool: 'boolean',
  Ip: 'ip',
  Binary: 'binary',
};

function contextEntries(context: RequestKind['witness']['context'], { Statement }: PolicyDocument) {
  const conditions = [Statement].flat().flatMap(({ Condition = {} }) => Object.entries(Condition));
  return Object.entries(context).map(([key, values]) => {
    const operators = conditions.flatMap(([name, keys]) =>
      Object.keys(keys).some((other) => other.toLowerCase() === key.toLowerCase())
        ? (readOperator(name) ?? [])
        : [],
    );
    const type = operators.map(({ family }) => keyTypes[family]).find((found) => found !== undefined);
    const isList = values.length !== 1 || operators.some(({ qualifier }) => qualifier !== undefined);
    return {
      ContextKeyName: key,
      ContextKeyValues: values,
      ContextKeyType: `${type ?? 'string'}${isList ? 'List' : ''}`,
    };
  });
}
