import { expect, it } from 'vitest';
import { readImport } from './readImport.ts';
import { readYaml } from './yaml.ts';

/** A command or a call says what its policy is, whatever its statements look like. */

const policy = (statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Resource: '*', ...statement }] });
const plain = policy({ Action: 's3:*' });
const root = policy({ Action: 's3:*', Principal: { AWS: 'arn:aws:iam::111122223333:root' } });
const everyone = policy({ Action: '*', Principal: '*' });
const trust =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"sagemaker.amazonaws.com"},"Action":"sts:AssumeRole"}]}';
const escaped = (text: string) => JSON.stringify(text);

it.each<[text: string, kind: string, isGuess: boolean]>([
  [
    `aws organizations create-policy --type SERVICE_CONTROL_POLICY --content '${plain}'`,
    'service-control',
    false,
  ],
  [
    `aws organizations create-policy --content ${escaped(plain)} --name a --type SERVICE_CONTROL_POLICY`,
    'service-control',
    false,
  ],
  [
    `aws organizations create-policy \\\n  --content '${everyone}' \\\n  --type RESOURCE_CONTROL_POLICY\n`,
    'resource-control',
    false,
  ],
  [
    `aws organizations update-policy --content '${plain}'\naws organizations list-policies --filter SERVICE_CONTROL_POLICY\n`,
    'identity',
    false,
  ],
  [`aws ec2 create-vpc-endpoint --vpc-id vpc-1 \`\n  --policy-document '${root}'\n`, 'vpc-endpoint', false],
  [`aws ec2 modify-vpc-endpoint --policy-document '${root}'\n`, 'vpc-endpoint', false],
  [`aws kms create-key --policy '${everyone}'\n`, 'resource', false],
  [`aws kms put-key-policy --key-id k --policy-name default --policy '${everyone}'\n`, 'resource', false],
  [`aws s3api put-bucket-policy --bucket b --policy '${everyone}'\n`, 'resource', false],
  [`aws iam create-role --role-name r --assume-role-policy-document '${trust}'\n`, 'trust', false],
  [`aws ec2 create-vpc-endpoint --vpc-id vpc-1\nPOLICY='${everyone}'\n`, 'vpc-endpoint', true],
  [`aws kms create-key\nPOLICY='${root}'\n`, 'resource', true],
  [JSON.stringify({ RoleName: 'r', PolicyDocument: trust }), 'trust', false],
  [JSON.stringify({ roleName: 'r', policyDocument: trust }), 'trust', false],
  [JSON.stringify({ RoleName: 'r', PolicyDocument: JSON.parse(trust) }), 'trust', false],
  [`RoleName: r\nPolicyDocument: ${trust}\n`, 'trust', false],
  [JSON.stringify({ RoleName: 'r', PolicyName: 'p', PolicyDocument: plain }), 'identity', false],
])('%s is %s', (text, kind, isGuess) => {
  const { policies } = readImport(text, { yaml: readYaml });
  expect(policies.map((one) => [one.kind, one.notes.some(({ code }) => code === 'kindGuessed')])).toEqual([
    [kind, isGuess],
  ]);
});

it('names the trust policy of an event that changes it', () => {
  const event = {
    eventName: 'UpdateAssumeRolePolicy',
    requestParameters: { roleName: 'r', policyDocument: trust },
  };
  const { policies } = readImport(JSON.stringify({ Records: [event] }));
  expect(policies.map(({ title, source }) => [title, source])).toEqual([
    ['r trust', 'trust policy of role “r”'],
  ]);
});
