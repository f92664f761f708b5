import type { Node } from 'jsonc-parser';
import { duplicates, parseJson } from '../language/parse.ts';
import { describeJsonProblem } from '../language/jsonProblems.ts';
import type { ParseError, ParseErrorCode } from '../language/parseError.ts';
import type { Finding, Rule } from './check.ts';
import { identity } from './examples.ts';

const GOOD = identity({});

const syntaxRule: Rule = {
  code: 'JSON_SYNTAX_ERROR',
  type: 'ERROR',
  message: 'Invalid JSON: {problem}.',
  advice: 'Check for a missing comma or brace before this position.',
  invalid: { policy: '{"Version": "2012-10-17" "Statement": []}' },
  valid: GOOD,
};

const refusedRule: Rule = {
  code: 'SPB_NOT_READ',
  type: 'ERROR',
  message: 'The text wasn’t checked: it has more than {limit}.',
  advice: 'IAM doesn’t accept policies of this size or depth. Shorten the text to check it.',
  invalid: { policy: '['.repeat(200) },
  valid: GOOD,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
};

const duplicateRule: Rule = {
  code: 'SPB_DUPLICATE_KEY',
  type: 'SECURITY_WARNING',
  message: '{key} is duplicated in the same object.',
  advice: 'Which one wins is undefined. Remove one of them.',
  invalid: {
    policy:
      '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}',
  },
  valid: GOOD,
  source: 'https://www.rfc-editor.org/rfc/rfc8259#section-4',
};

export const notCheckedRule: Rule = {
  code: 'SPB_SERVICE_NOT_CHECKED',
  type: 'SUGGESTION',
  message: 'Elements of the service {service} weren’t checked, because its data isn’t loaded.',
  advice:
    'Everything else was checked. The data loads when a policy uses the service. If this finding stays, check your connection and reload the page.',
  invalid: { policy: 'only if the data of a service isn’t loaded' },
  valid: GOOD,
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/',
};

export const textRules: readonly Rule[] = [syntaxRule, refusedRule, duplicateRule];

const ruleOf: Readonly<Record<ParseErrorCode, Rule>> = {
  notJson: syntaxRule,
  empty: syntaxRule,
  tooLarge: refusedRule,
  tooDeep: refusedRule,
  duplicateKey: duplicateRule,
  shape: syntaxRule,
};

export interface TextReading {
  readonly root?: Node;
  /** What makes the text unreadable or ambiguous. */
  readonly findings: readonly Finding[];
}

/** The tree of a text, or why there is none. */
export function readText(text: string): TextReading {
  const { root, errors } = parseJson(text);
  // What a parser finds behind its first error mostly follows from that one.
  if (!root) return { findings: errors.slice(0, 1).map(findingOf) };
  return { root, findings: duplicates(root).map(findingOf) };
}

function findingOf({ code, detail, path, range }: ParseError): Finding {
  const rule = ruleOf[code];
  const problem = code === 'empty' ? 'there is nothing' : describeJsonProblem(detail);
  return {
    code: rule.code,
    type: rule.type,
    values: { problem, limit: detail, key: detail },
    path,
    range,
    also: [],
  };
}
