import { dnsSuffix } from '../../language/partitions.ts';
import type { Node } from 'jsonc-parser';
import { call, list, literal, object, type Place, property } from '../builtNodes.ts';
import { stringValue } from '../candidates.ts';
import { calledFunction } from './functionCalls.ts';

/**
 * A permission of a Lambda function: Lambda makes one statement of the function's policy of it.
 * Source: https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
export interface Permission {
  readonly place: Place;
  readonly functionName: Node | undefined;
  readonly action: Node | undefined;
  readonly principal: Node | undefined;
  readonly sourceArn?: Node | undefined;
  readonly sourceAccount?: Node | undefined;
  readonly organization?: Node | undefined;
  readonly eventSourceToken?: Node | undefined;
  readonly urlAuthType?: Node | undefined;
  /** A version or alias. */
  readonly qualifier?: Node | undefined;
}

/** The policy with that statement; nothing where what it must have is missing, or its principal is only known to the stack. */
export function permissionDocument(permission: Permission): Node | undefined {
  const { place, functionName, action, principal } = permission;
  const who = principal && principalOf(principal, place);
  if (!functionName || !action || !who) return undefined;
  const conditions = conditionsOf(permission);
  const statement = object(
    [
      property('Effect', literal('Allow', place)),
      property('Principal', who),
      property('Action', action),
      property('Resource', functionArn(functionName, permission)),
      ...(conditions.length > 0 ? [property('Condition', object(conditions, place))] : []),
    ],
    place,
  );
  return object(
    [property('Version', literal('2012-10-17', place)), property('Statement', list([statement], place))],
    place,
  );
}

/** A service, an account, or an ARN; `*` is everyone. */
function principalOf(node: Node, place: Place): Node | undefined {
  const text = stringValue(node) ?? (node.type === 'number' ? String(node.value) : undefined);
  if (text === '*') return literal('*', place);
  const isAccount = calledFunction(node)?.argument.value === 'AWS::AccountId' || /^\d{12}$/.test(text ?? '');
  if (isAccount) return object([property('AWS', accountRoot(node, place))], place);
  if (text?.startsWith('arn:')) return object([property('AWS', node)], place);
  const isService = text !== undefined || calledFunction(node)?.name === 'Fn::Sub';
  return isService && isServiceName(node) ? object([property('Service', node)], place) : undefined;
}

const SERVICE_NAME = new RegExp(String.raw`\.${dnsSuffix}$|\.\$\{AWS::URLSuffix\}$|^[\w.-]+\.amazon\.com$`);

const isServiceName = (node: Node): boolean => {
  const call = calledFunction(node);
  const text = stringValue(call ? call.argument : node) ?? stringValue(call?.argument.children?.[0]) ?? '';
  return SERVICE_NAME.test(text);
};

const accountRoot = (node: Node, place: Place): Node =>
  joined(['arn:', call('Ref', literal('AWS::Partition', place), place), ':iam::', node, ':root'], place);

/** A name is that of a function of the account; what is an ARN, or refers to one, is one. */
function functionArn(node: Node, { place, qualifier }: Permission): Node {
  const name = stringValue(node);
  const end = qualifier ? [':', qualifier] : [];
  if (isArn(node)) return end.length > 0 ? joined([node, ...end], place) : node;
  const partial = /^\d{12}:function:(.+)$/.exec(name ?? '');
  return joined(
    [
      'arn:',
      call('Ref', literal('AWS::Partition', place), place),
      ':lambda:',
      call('Ref', literal('AWS::Region', place), place),
      ':',
      call('Ref', literal('AWS::AccountId', place), place),
      ':function:',
      partial ? literal(partial[1] ?? '', place) : node,
      ...end,
    ],
    place,
  );
}

/** An ARN as a text, or the attribute of a resource that is one. */
function isArn(node: Node): boolean {
  const text = stringValue(node);
  if (text !== undefined) return text.startsWith('arn:');
  const found = calledFunction(node);
  if (!found) return false;
  const argument = stringValue(found.argument) ?? '';
  if (found.name === 'Fn::GetAtt')
    return [argument, ...texts(found.argument)].some((one) => /(?:^|\.)Arn$/.test(one));
  if (found.name === 'Ref') return /\.(?:qualified_|invoke_)?arn$/.test(argument);
  const [first] =
    found.name === 'Fn::Join' ? texts(found.argument.children?.[1]) : [argument, ...texts(found.argument)];
  return (first ?? '').startsWith('arn:') || argument.startsWith('arn:');
}

const texts = (node: Node | undefined): readonly string[] =>
  (node?.type === 'array' ? (node.children ?? []) : []).flatMap((child) => stringValue(child) ?? []);

function joined(parts: readonly (string | Node)[], place: Place): Node {
  const nodes = parts.map((part) => (typeof part === 'string' ? literal(part, place) : part));
  return call('Fn::Join', list([literal('', place), list(nodes, place)], place), place);
}

const keys = [
  ['StringEquals', 'AWS:SourceAccount', 'sourceAccount'],
  ['StringEquals', 'aws:PrincipalOrgID', 'organization'],
  ['StringEquals', 'lambda:EventSourceToken', 'eventSourceToken'],
  ['StringEquals', 'lambda:FunctionUrlAuthType', 'urlAuthType'],
  ['ArnLike', 'AWS:SourceArn', 'sourceArn'],
] as const;

function conditionsOf(permission: Permission): readonly Node[] {
  const { place } = permission;
  return ['StringEquals', 'ArnLike'].flatMap((operator) => {
    const tests = keys.flatMap(([of, key, name]) => {
      const value = of === operator ? permission[name] : undefined;
      return value ? [property(key, value)] : [];
    });
    return tests.length > 0 ? [property(operator, object(tests, place))] : [];
  });
}
