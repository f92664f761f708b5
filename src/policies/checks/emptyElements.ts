import type { Node } from 'jsonc-parser';
import type { Check, CheckContext, Rule } from './check.ts';
import { identity, resource, rulesOfType, scp, withCondition } from './examples.ts';
import { type CheckedStatement, members } from './checkedStatement.ts';

/** Lists, objects and texts with nothing in them: IAM takes them, and they do not mean what they seem to. */

const GOOD = identity({});

const suggestion = rulesOfType('SUGGESTION', GOOD);

const actionRule = suggestion(
  'EMPTY_ARRAY_ACTION',
  'The list of actions is empty.',
  'An empty list matches no actions, so the statement has no effect. Add actions, or remove the statement.',
  identity({ Action: [] }),
);
const resourcesRule = suggestion(
  'EMPTY_ARRAY_RESOURCE',
  'The list of resources is empty.',
  'An empty list matches no resources, so the statement has no effect. Add resources, or remove the statement.',
  scp({ Resource: [] }),
);
const noResourceRule: Rule = {
  code: 'SPB_NO_RESOURCE',
  type: 'ERROR',
  message: 'The list of resources is empty. IAM rejects the policy: a statement must contain resources.',
  advice: 'Add resources, or remove the statement.',
  invalid: identity({ Resource: [] }),
  valid: GOOD,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
};
const principalArrayRule = suggestion(
  'EMPTY_ARRAY_PRINCIPAL',
  'The list of principals is empty.',
  'It matches no principals. Add principals, or remove the statement.',
  resource({ Principal: { AWS: [] } }),
);
const principalObjectRule = suggestion(
  'EMPTY_OBJECT_PRINCIPAL',
  'The Principal is empty.',
  'It matches no principals. Add principals, or remove the statement.',
  resource({ Principal: {} }),
);
const sidRule = suggestion(
  'EMPTY_SID_VALUE',
  'The Sid is empty.',
  'Add a Sid, or remove the element.',
  identity({ Sid: '' }),
  identity({ Sid: 'ReadInput' }),
);
const conditionObjectRule = suggestion(
  'EMPTY_OBJECT_CONDITION',
  'The condition is empty.',
  'It always matches, so the statement applies unconditionally. Add a condition, or remove the element.',
  identity({ Condition: {} }),
);
const conditionRule = suggestion(
  'EMPTY_ARRAY_CONDITION',
  '{key} is compared with an empty list.',
  'No value matches an empty list. Add values, or remove the key.',
  withCondition({ StringEquals: { 'aws:PrincipalOrgID': [] } }),
);
const conditionForAllRule = suggestion(
  'EMPTY_ARRAY_CONDITION_FORALLVALUES',
  'Under ForAllValues, {key} is compared with an empty list.',
  'It matches only requests without the key. Use Null for that, or add values.',
  withCondition({ 'ForAllValues:StringEquals': { 'aws:TagKeys': [] } }),
);
const conditionForAnyRule = suggestion(
  'EMPTY_ARRAY_CONDITION_FORANYVALUE',
  'Under ForAnyValue, {key} is compared with an empty list.',
  'It never matches. Add values, or remove the key.',
  withCondition({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': [] } }),
);
const conditionIfExistsRule = suggestion(
  'EMPTY_ARRAY_CONDITION_IFEXISTS',
  '{key}, with IfExists, is compared with an empty list.',
  'It matches only requests without the key. Use Null for that, or add values.',
  withCondition({ StringEqualsIfExists: { 'aws:PrincipalOrgID': [] } }),
);

const isEmpty = (node: Node | undefined, type: 'array' | 'object'): node is Node =>
  node?.type === type && !node.children?.length;

function run({ report, type }: CheckContext, { elements, conditions }: CheckedStatement): void {
  const value = (name: string) => elements.get(name)?.value;
  const note = (rule: Rule, node: Node | undefined, type: 'array' | 'object') =>
    isEmpty(node, type) && report(rule, node);
  for (const negation of ['', 'Not']) {
    note(actionRule, value(`${negation}Action`), 'array');
    note(type === 'identity' ? noResourceRule : resourcesRule, value(`${negation}Resource`), 'array');
    const principal = value(`${negation}Principal`);
    note(principalObjectRule, principal, 'object');
    for (const member of members(principal)) note(principalArrayRule, member.value, 'array');
  }
  const sidNode = value('Sid');
  if (sidNode?.value === '') report(sidRule, sidNode);
  note(conditionObjectRule, value('Condition'), 'object');
  for (const member of members(value('Condition'))) note(conditionObjectRule, member.value, 'object');
  for (const { operator, valueNode, key } of conditions) {
    if (!isEmpty(valueNode, 'array')) continue;
    const rule =
      operator?.qualifier === 'ForAllValues'
        ? conditionForAllRule
        : operator?.qualifier === 'ForAnyValue'
          ? conditionForAnyRule
          : operator?.ifExists
            ? conditionIfExistsRule
            : conditionRule;
    report(rule, valueNode, { key });
  }
}

export const emptyElements: Check = {
  rules: [
    actionRule,
    resourcesRule,
    noResourceRule,
    principalArrayRule,
    principalObjectRule,
    sidRule,
    conditionObjectRule,
    conditionRule,
    conditionForAllRule,
    conditionForAnyRule,
    conditionIfExistsRule,
  ],
  run: (context) => {
    for (const statement of context.statements) run(context, statement);
  },
};
