import type { Node } from 'jsonc-parser';
import { type Check, type CheckContext, isResourceLike, type Rule } from './check.ts';
import { endpoint, identity, resource } from './examples.ts';
import { type CheckedStatement, isScalar, members } from './checkedStatement.ts';

/** The grammar: which elements there are, of which JSON type, and which must be there. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */

const GOOD = identity({});

const unknownElementRule: Rule = {
  code: 'INVALID_POLICY_ELEMENT',
  type: 'ERROR',
  message: '{element} isn’t a valid policy element here.',
  advice:
    'Element names are case-sensitive. Sid, Effect, Action, and Condition belong in a statement, Version and Id outside of it.',
  invalid: identity({ Actions: 's3:GetObject' }),
  valid: GOOD,
};
const missingStatementRule: Rule = {
  code: 'MISSING_STATEMENT',
  type: 'ERROR',
  message: 'The policy has no statement.',
  advice: 'Add a Statement with at least one statement.',
  invalid: { policy: { Version: '2012-10-17' } },
  valid: GOOD,
};
const missingVersionRule: Rule = {
  code: 'MISSING_VERSION',
  type: 'WARNING',
  message: 'The policy has no Version.',
  advice:
    'Without it, IAM uses version 2008-10-17, which treats variables such as ${aws:username} as literal text. Add "Version": "2012-10-17".',
  invalid: { policy: { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] } },
  valid: GOOD,
};
const invalidVersionRule: Rule = {
  code: 'INVALID_VERSION',
  type: 'ERROR',
  message: 'The policy version {version} doesn’t exist.',
  advice: 'Use 2012-10-17. It’s the version of the policy language, not the date of your policy.',
  invalid: { policy: { Version: '2012-10-18', Statement: [] } },
  valid: GOOD,
};
const dataTypeRule: Rule = {
  code: 'DATA_TYPE_MISMATCH',
  type: 'ERROR',
  message: '{element} must be {expected}.',
  advice: 'IAM rejects policies with values of another JSON type.',
  invalid: identity({ Resource: { arn: '*' } }),
  valid: GOOD,
};
const missingEffectRule: Rule = {
  code: 'MISSING_EFFECT',
  type: 'ERROR',
  message: 'The statement has no Effect.',
  advice: 'Add "Effect": "Allow" or "Effect": "Deny".',
  invalid: identity({ Effect: undefined }),
  valid: GOOD,
};
const invalidEffectRule: Rule = {
  code: 'INVALID_EFFECT',
  type: 'ERROR',
  message: '{effect} isn’t a valid Effect.',
  advice: 'Use Allow or Deny. The value is case-sensitive.',
  invalid: identity({ Effect: 'allow' }),
  valid: GOOD,
};
const missingActionRule: Rule = {
  code: 'MISSING_ACTION',
  type: 'ERROR',
  message: 'The statement has neither Action nor NotAction.',
  advice: 'Add the actions.',
  invalid: identity({ Action: undefined }),
  valid: GOOD,
};
const missingResourceRule: Rule = {
  code: 'MISSING_RESOURCE',
  type: 'ERROR',
  message: 'The statement has neither Resource nor NotResource.',
  advice: 'Add the resources, or "*" if the actions don’t support resource-level permissions.',
  invalid: identity({ Resource: undefined }),
  valid: GOOD,
};
const missingPrincipalRule: Rule = {
  code: 'MISSING_PRINCIPAL',
  type: 'ERROR',
  message: 'The statement has no Principal.',
  advice: 'Resource-based policies require a Principal. Add the principals that the statement applies to.',
  invalid: resource({ Principal: undefined }),
  valid: endpoint({}),
};
const unsupportedPrincipalRule: Rule = {
  code: 'UNSUPPORTED_PRINCIPAL',
  type: 'ERROR',
  message: 'Identity-based policies don’t support {element}.',
  advice: 'The policy applies to the identity that it’s attached to. Remove the element.',
  invalid: identity({ Principal: '*' }),
  valid: GOOD,
};
const combinationRule: Rule = {
  code: 'UNSUPPORTED_ELEMENT_COMBINATION',
  type: 'ERROR',
  message: '{element} and Not{element} are in the same statement.',
  advice: 'Keep one of them, or use two statements.',
  invalid: identity({ NotAction: 's3:PutObject' }),
  valid: GOOD,
};

type Shape = readonly [expected: string, fits: (node: Node) => boolean];

const isText = (node: Node) => node.type === 'string';
const isOneOrMany = (fits: (node: Node) => boolean) => (node: Node) =>
  fits(node) || (node.type === 'array' && (node.children ?? []).every(fits));
const TEXT: Shape = ['text', isText];
const TEXTS: Shape = ['a string or a list of strings', isOneOrMany(isText)];
const PRINCIPAL: Shape = ['a string or an object', (node) => isText(node) || node.type === 'object'];
const OBJECT: Shape = ['an object', (node) => node.type === 'object'];
const VALUES: Shape = ['a string, a number, true or false, or a list of these', isOneOrMany(isScalar)];

const POLICY: ReadonlyMap<string, Shape> = new Map([
  ['Version', TEXT],
  ['Id', TEXT],
  [
    'Statement',
    ['a statement or a list of statements', isOneOrMany((node) => node.type === 'object')] satisfies Shape,
  ],
]);

const STATEMENT: ReadonlyMap<string, Shape> = new Map([
  ['Sid', TEXT],
  ['Effect', TEXT],
  ['Principal', PRINCIPAL],
  ['NotPrincipal', PRINCIPAL],
  ['Action', TEXTS],
  ['NotAction', TEXTS],
  ['Resource', TEXTS],
  ['NotResource', TEXTS],
  ['Condition', OBJECT],
]);

function checkMembers(context: CheckContext, node: Node, shapes: ReadonlyMap<string, Shape>): void {
  for (const { key, value } of members(node)) {
    const name = String(key.value);
    const shape = shapes.get(name);
    if (shape) checkShape(context, name, value, shape);
    else context.report(unknownElementRule, key, { element: name });
  }
}

function checkShape({ report }: CheckContext, element: string, node: Node, [expected, fits]: Shape): void {
  if (!fits(node)) report(dataTypeRule, node, { element, expected });
}

function checkRoot(context: CheckContext): void {
  const { root, elements, report, version } = context;
  if (root.type !== 'object')
    return report(dataTypeRule, root, { element: 'A policy', expected: 'an object' });
  checkMembers(context, root, POLICY);
  const list = elements.get('Statement')?.value;
  if (!list || (list.type === 'array' && !list.children?.length)) report(missingStatementRule, list ?? root);
  const versionNode = elements.get('Version')?.value;
  if (!versionNode) report(missingVersionRule, root);
  else if (version !== undefined && version !== '2012-10-17' && version !== '2008-10-17')
    report(invalidVersionRule, versionNode, { version });
}

/** The policy of an ECR repository names no resource. Source: https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html */
const isOfRepository = ({ type }: CheckContext, { actions }: CheckedStatement): boolean =>
  type === 'resource' && actions.length > 0 && actions.every(({ text }) => /^ecr:/i.test(text));

function checkStatement(context: CheckContext, statement: CheckedStatement): void {
  const { report, type } = context;
  const { node, elements, effect } = statement;
  checkMembers(context, node, STATEMENT);
  const effectNode = elements.get('Effect')?.value;
  if (!effectNode) report(missingEffectRule, node);
  else if (isText(effectNode) && !effect)
    report(invalidEffectRule, effectNode, { effect: String(effectNode.value) });
  const has = (name: string) => elements.has(name) || elements.has(`Not${name}`);
  if (!has('Action')) report(missingActionRule, node);
  if (!has('Resource') && type !== 'trust' && !isOfRepository(context, statement))
    report(missingResourceRule, node);
  if (!has('Principal') && (isResourceLike(type) || type === 'trust' || type === 'rcp'))
    report(missingPrincipalRule, node);
  for (const element of ['Action', 'Resource', 'Principal']) {
    const negated = elements.get(`Not${element}`);
    if (negated && elements.has(element)) report(combinationRule, negated.key, { element });
  }
  for (const element of ['Principal', 'NotPrincipal']) {
    const found = elements.get(element);
    if (found && type === 'identity') report(unsupportedPrincipalRule, found.key, { element });
    for (const { key, value } of members(found?.value)) checkShape(context, String(key.value), value, TEXTS);
  }
  checkConditions(context, elements.get('Condition')?.value);
}

function checkConditions(context: CheckContext, condition: Node | undefined): void {
  for (const { key: operator, value: block } of members(condition)) {
    checkShape(context, String(operator.value), block, OBJECT);
    for (const { key, value } of members(block)) checkShape(context, String(key.value), value, VALUES);
  }
}

export const elements: Check = {
  rules: [
    unknownElementRule,
    missingStatementRule,
    missingVersionRule,
    invalidVersionRule,
    dataTypeRule,
    missingEffectRule,
    invalidEffectRule,
    missingActionRule,
    missingResourceRule,
    missingPrincipalRule,
    unsupportedPrincipalRule,
    combinationRule,
  ],
  run(context) {
    checkRoot(context);
    for (const statement of context.statements) checkStatement(context, statement);
  },
};
