import type { Check, CheckContext, Rule } from './check.ts';
import { statements, withCondition } from './examples.ts';
import type { CheckedStatement, ConditionUse } from './checkedStatement.ts';
import type { TextEntry } from '../language/textEntries.ts';
import { members } from './checkedStatement.ts';

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */

const GOOD = withCondition({
  StringEquals: { 'aws:ResourceTag/owner': "${aws:PrincipalTag/owner, 'none'}" },
});
const tag = (value: string) => withCondition({ StringEquals: { 'aws:ResourceTag/owner': value } });

function error(code: string, message: string, advice: string, invalid: Rule['invalid']): Rule {
  return { code, type: 'ERROR', message, advice, invalid, valid: GOOD };
}

const braceRule = error(
  'MISSING_BRACE_IN_VARIABLE',
  'A variable in {text} has no closing brace.',
  'Use the format ${aws:username}.',
  tag('${aws:username'),
);
const quoteRule = error(
  'MISSING_QUOTE_IN_VARIABLE',
  'The default value of a variable in {text} isn’t in single quotes.',
  "Use the format ${aws:PrincipalTag/owner, 'none'}.",
  tag('${aws:PrincipalTag/owner, none}'),
);
const spaceRule = error(
  'UNSUPPORTED_SPACE_IN_VARIABLE',
  'A variable in {text} has a space in its name.',
  'Remove the space.',
  tag('${aws: username}'),
);
const emptyVariableRule = error(
  'EMPTY_VARIABLE',
  'A variable in {text} has no name.',
  'Add a condition key between the braces.',
  tag('${}'),
);
const elementRule = error(
  'VARIABLE_UNSUPPORTED_IN_ELEMENT',
  '{element} doesn’t support policy variables.',
  'Policy variables are supported in Resource and in condition values. Use the value itself.',
  statements([{ Effect: 'Allow', Action: 's3:${aws:username}', Resource: '*' }]),
);
const versionRule = error(
  'VARIABLE_UNSUPPORTED_IN_VERSION',
  '{text} contains a policy variable, which version 2008-10-17 treats as literal text.',
  'Set Version to 2012-10-17.',
  {
    ...{
      policy: {
        Version: '2008-10-17',
        Statement: [
          { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::ml/${aws:username}/*' },
        ],
      },
    },
  },
);
const operatorRule = error(
  'INVALID_VARIABLE_FOR_OPERATOR',
  '{operator} doesn’t support policy variables.',
  'Policy variables are supported with String and Arn operators. Use the value itself.',
  withCondition({ Bool: { 'aws:SecureTransport': '${aws:username}' } }),
);

/** `${*}`, `${?}` and `${$}` write the character itself. */
const LITERAL = new Set(['*', '?', '$']);

function syntaxRule(text: string): Rule | undefined {
  for (let open = text.indexOf('${'); open !== -1; open = text.indexOf('${', open + 2)) {
    const close = text.indexOf('}', open);
    if (close === -1) return braceRule;
    const inner = text.slice(open + 2, close);
    if (inner.includes('${')) return braceRule;
    if (inner.trim() === '') return emptyVariableRule;
    if (LITERAL.has(inner)) continue;
    const comma = inner.indexOf(',');
    const name = comma === -1 ? inner : inner.slice(0, comma);
    if (comma !== -1 && !/^\s*'[^']*'\s*$/.test(inner.slice(comma + 1))) return quoteRule;
    if (/\s/.test(name)) return spaceRule;
  }
  return undefined;
}

function checkPlace(context: CheckContext, { text, node }: TextEntry): void {
  if (!text.includes('${')) return;
  const wrong = syntaxRule(text);
  if (wrong) context.report(wrong, node, { text });
  const isOld = context.version === '2008-10-17' || !context.elements.has('Version');
  if (isOld && /\$\{[^}*?$]/.test(text)) context.report(versionRule, node, { text });
}

const NO_VARIABLES = new Set(['String', 'Arn']);

function checkUse(context: CheckContext, { operator, values }: ConditionUse): void {
  for (const entry of values) {
    if (operator && !NO_VARIABLES.has(operator.family) && entry.text.includes('${'))
      context.report(operatorRule, entry.node, { operator: operator.name });
    else checkPlace(context, entry);
  }
}

function checkElsewhere({ report }: CheckContext, statement: CheckedStatement): void {
  const { actions, notActions, principals, notPrincipals, elements } = statement;
  const lists: readonly (readonly [string, readonly TextEntry[]])[] = [
    ['Action', actions],
    ['NotAction', notActions],
    ['Principal', principals],
    ['NotPrincipal', notPrincipals],
  ];
  for (const [name, entries] of lists) {
    for (const { text, node } of entries)
      if (text.includes('${')) report(elementRule, node, { element: name });
  }
  for (const name of ['Sid', 'Effect']) {
    const value = elements.get(name)?.value;
    if (typeof value?.value === 'string' && value.value.includes('${'))
      report(elementRule, value, { element: name });
  }
  for (const { key, value } of members(elements.get('Condition')?.value)) {
    for (const node of [key, ...members(value).map((member) => member.key)]) {
      if (String(node.value).includes('${'))
        report(elementRule, node, { element: 'The name in a condition' });
    }
  }
}

export const variables: Check = {
  rules: [braceRule, quoteRule, spaceRule, emptyVariableRule, elementRule, versionRule, operatorRule],
  run(context) {
    if (!context.text.includes('${')) return;
    for (const statement of context.statements) {
      for (const entry of statement.resources) checkPlace(context, entry);
      for (const entry of statement.notResources) checkPlace(context, entry);
      for (const use of statement.conditions) checkUse(context, use);
      checkElsewhere(context, statement);
    }
  },
};
