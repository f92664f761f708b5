import { describe, expect, it } from 'vitest';
import { readImport } from './readImport.ts';
import { readYaml } from './yaml.ts';

/** Without a word about it, a Deny with such a resource would deny nothing. */
const json = (resource: string) =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"${resource}"}]}`;
const forms: readonly (readonly [name: string, write: (resource: string) => string])[] = [
  ['JSON', json],
  ['YAML', (resource) => `Statement:\n  - Effect: Deny\n    Action: s3:*\n    Resource: "${resource}"\n`],
  ['a shell', (resource) => `aws iam put-role-policy --policy-document '${json(resource)}'\n`],
  ['a document that a shell does not change', (resource) => `cat <<'EOF' >p\n${json(resource)}\nEOF\n`],
];

const unresolved = [
  '$BUCKET',
  '${BUCKET}',
  '${Bucket.Arn}',
  '${BUCKET:-b}',
  '$${aws:username}',
  '&{aws:username}',
  '${AWS::AccountId}',
  '$env',
  '%BUCKET%',
];
const known = [
  '${aws:username}',
  "${aws:PrincipalTag/team, 'none'}",
  '${*}',
  '${$}{a}',
  '${iot:Connection.Thing.ThingName}',
  '${cognito-identity.amazonaws.com:sub}',
  '$LATEST',
  '$default/*',
  '$aws/things/*',
  'a_$folder$',
  'a$',
  '100%',
  '%AB%20x',
  'R&D',
];

describe.each(forms)('a variable in a policy as %s', (_name, write) => {
  it.each(unresolved)('%s has a value, or it is said that it has none', (variable) => {
    const { policies, refusals } = readImport(write(`arn:aws:s3:::${variable}`), { yaml: readYaml });
    const said = policies.flatMap(({ notes }) =>
      notes.flatMap(({ code, detail }) =>
        code === 'unresolvedVariable' || code === 'placeholder' ? [detail] : [],
      ),
    );
    expect(said.length + refusals.length).toBe(1);
  });

  it.each(known)('%s is one of IAM, or no variable', (text) => {
    const { policies, refusals } = readImport(write(`arn:aws:s3:::${text}`.replaceAll("'", '')), {
      yaml: readYaml,
    });
    expect(refusals).toEqual([]);
    expect(policies.flatMap(({ notes }) => notes.map(({ code }) => code))).not.toContain(
      'unresolvedVariable',
    );
  });
});
