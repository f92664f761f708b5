import { expect, it } from 'vitest';
import { readImport } from '../import/readImport.ts';
import { readYaml } from '../import/yaml.ts';
import { recognize } from './recognize.ts';

/** Policies as people paste them to have them validated: each is recognized, and read where IAM would take it. */

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const policy = { Version: '2012-10-17', Statement: [statement] };

it.each([
  [
    'output of get-policy-version',
    JSON.stringify({ PolicyVersion: { Document: policy, VersionId: 'v1' } }, null, 2),
  ],
  [
    'YAML',
    "Version: '2012-10-17'\nStatement:\n  - Effect: Allow\n    Action: s3:GetObject\n    Resource: '*'\n",
  ],
  [
    'a trailing comma',
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*",}]}',
  ],
  ['URL-encoded', encodeURIComponent(JSON.stringify(policy))],
])('%s is the policy in it', (_, text) => {
  expect(readImport(text, { yaml: readYaml }).policies.map((found) => found.policy)).toEqual([policy]);
});

it.each([
  ['an effect in lower case', JSON.stringify({ ...policy, Statement: [{ ...statement, Effect: 'allow' }] })],
  [
    'elements in lower case',
    JSON.stringify({
      version: '2012-10-17',
      statement: [{ effect: 'Allow', action: 's3:GetObject', resource: '*' }],
    }),
  ],
])('%s is shown where its errors are found', (_, text) => {
  const [first] = recognize(text).kinds;
  expect([first?.kind, first?.destination === 'none']).toEqual(['policy', false]);
});

it('a URL-encoded document without a statement is recognized as such', () => {
  expect(recognize('%7B%22Version%22%3A%222012-10-17%22%7D').kinds[0]?.kind).toBe('urlEncodedPolicy');
});
