import { globMatcher, isPattern } from '../../language/glob.ts';
import type { Check, Rule } from '../check.ts';
import { identity } from '../examples.ts';
import type { CheckedStatement } from '../checkedStatement.ts';
import { isEverything } from './reach.ts';

/** Actions whose names look like a look-up and that give out what is stored. */
const DATA_ACTIONS: readonly (readonly [action: string, what: string])[] = [
  ['sagemaker:GetRecord', 'feature store records'],
  ['sagemaker:BatchGetRecord', 'feature store records'],
  ['s3:GetObject', 'object content'],
  ['secretsmanager:GetSecretValue', 'secrets'],
  ['secretsmanager:BatchGetSecretValue', 'secrets'],
  ['ssm:GetParameter', 'parameters, including secrets'],
  ['dynamodb:GetItem', 'table items'],
  ['dynamodb:BatchGetItem', 'table items'],
  ['athena:GetQueryResults', 'query results'],
  ['redshift-data:GetStatementResult', 'query results'],
  ['kinesis:GetRecords', 'stream records'],
  ['codecommit:GetFile', 'source code'],
  ['logs:GetLogEvents', 'log events'],
];

const rule: Rule = {
  code: 'SPB_PATTERN_OPENS_DATA',
  type: 'SUGGESTION',
  message: '{pattern} also matches {action}, which reads {what}, not only metadata.',
  advice: 'If you want to allow metadata only, list the actions individually.',
  invalid: identity({ Action: 'sagemaker:Get*', Resource: '*' }),
  valid: identity({ Action: 'sagemaker:Describe*', Resource: '*' }),
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
};

/** `s3:Get*`, not `s3:*`: the latter says openly that it covers everything. */
const looksLikeLookUp = (lower: string): boolean => /^[^:*?]+:(?:get|batch|batchget)[a-z]*\*$/.test(lower);

function run(
  { actions }: CheckedStatement,
  report: (node: (typeof actions)[number], values: Record<string, string>) => void,
) {
  for (const entry of actions) {
    const lower = entry.text.toLowerCase();
    if (!isPattern(lower) || !looksLikeLookUp(lower)) continue;
    const matches = globMatcher(lower);
    const dataAction = DATA_ACTIONS.find(([action]) => matches(action.toLowerCase()));
    if (dataAction) report(entry, { pattern: entry.text, action: dataAction[0], what: dataAction[1] });
  }
}

/** A pattern of look-ups that opens stored data everywhere. */
export const dataReadByPattern: Check = {
  rules: [rule],
  run({ type, statements, report }) {
    if (type !== 'identity') return;
    for (const statement of statements)
      if (statement.effect === 'Allow' && statement.resources.some(isEverything))
        run(statement, ({ node }, values) => report(rule, node, values));
  },
};
