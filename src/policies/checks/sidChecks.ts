import type { Node } from 'jsonc-parser';
import { type Check, isResourceLike, type Rule } from './check.ts';
import { resource, statements } from './examples.ts';

const READ = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::ml-input/*' };
const LIST = { Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::ml-input' };
const WHO = { Principal: { AWS: 'arn:aws:iam::111122223333:role/Reader' } };
const TWO = statements([
  { Sid: 'Read', ...READ },
  { Sid: 'List', ...LIST },
]);

const requiredRule: Rule = {
  code: 'UNIQUE_SIDS_REQUIRED',
  type: 'ERROR',
  message: 'The Sid {sid} is used in more than one statement.',
  advice: 'IAM rejects the policy. Use a unique Sid for each statement, or none.',
  invalid: statements([
    { Sid: 'Read', ...READ },
    { Sid: 'Read', ...LIST },
  ]),
  valid: TWO,
};
const recommendedRule: Rule = {
  code: 'UNIQUE_SIDS_RECOMMENDED',
  type: 'WARNING',
  message: 'The Sid {sid} is used in more than one statement.',
  advice: 'Some services reject the policy. Use a unique Sid for each statement, or none.',
  invalid: statements(
    [
      { Sid: 'Read', ...READ, ...WHO },
      { Sid: 'Read', ...LIST, ...WHO },
    ],
    'resource',
  ),
  valid: resource({ Sid: 'Read' }),
};
const unsupportedRule: Rule = {
  code: 'UNSUPPORTED_SID',
  type: 'ERROR',
  message: 'The Sid {sid} contains unsupported characters.',
  advice: 'Use only A–Z, a–z, and 0–9.',
  invalid: statements([{ Sid: 'Read input', ...READ }]),
  valid: resource({ Sid: 'Read input' }),
};

export const sids: Check = {
  rules: [requiredRule, recommendedRule, unsupportedRule],
  run({ statements: list, type, report }) {
    const seen = new Map<string, Node>();
    const strict = !isResourceLike(type);
    for (const { elements } of list) {
      const node = elements.get('Sid')?.value;
      if (node?.type !== 'string' || node.value === '') continue;
      const sid = String(node.value);
      if (strict && !/^[A-Za-z0-9]*$/.test(sid)) report(unsupportedRule, node, { sid });
      const first = seen.get(sid);
      if (first) report(strict ? requiredRule : recommendedRule, node, { sid }, [first]);
      else seen.set(sid, node);
    }
  },
};
