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

const inline = policy({ Action: 's3:GetObject' });
const put = (document: string) =>
  `aws iam put-role-policy --role-name r --policy-name p --policy-document '${document}'`;

/** A policy has the kind of its own command: neighbors on its line, and words about other commands, say nothing of it. */
it.each([
  `aws iam create-role --role-name r --assume-role-policy-document file://t.json && ${put(inline)}`,
  `aws sqs create-queue --queue-name q; ${put(inline)}`,
  `aws sagemaker create-model --model-name m && aws iam create-policy --policy-name p --policy-document '${inline}'`,
  `aws lambda create-function --function-name f \\\n  --role r \\\n  && ${put(inline)}`,
  `aws ec2 create-vpc-endpoint --vpc-id v | jq . ; ${put(inline)}`,
  `aws kms create-key --description 'a; b' || ${put(inline)}`,
  `KEY=$(aws kms create-key --query KeyId) && ${put(inline)}`,
  `aws kms put-key-policy --policy file://key.json & ${put(inline)}`,
  `Run aws s3api put-bucket-policy with it; the role has ${inline}`,
  `After aws kms create-key, the role has ${inline}`,
  `aws sns create-topic --name t --tags '[{"Key":"a","Value":"b"}]' and then ${inline}`,
  `aws iam create-role --role-name r --description '${put('x').replaceAll("'", '')}' --permissions-boundary b && ${put(inline)}`,
  `aws organizations update-policy --policy-id p --content '${inline}'; aws organizations create-policy --type RESOURCE_CONTROL_POLICY --content file://x.json`,
  `aws organizations create-policy --type RESOURCE_CONTROL_POLICY --content file://x.json; aws organizations update-policy --policy-id p --content '${inline}'`,
  `aws organizations update-policy --policy-id p --name 'the RESOURCE_CONTROL_POLICY' --content '${inline}'`,
])('no other command speaks for it: %s', (text) => {
  const { policies } = readImport(`${text}\n`, { yaml: readYaml });
  expect(policies.map(({ kind }) => kind)).toEqual(['identity']);
});

/** Whatever stands around it, each of several commands on a line keeps its kind. */
it('each command of a line has its kind', () => {
  const commands: readonly (readonly [command: string, kind: string])[] = [
    [put(inline), 'identity'],
    [`aws iam update-assume-role-policy --role-name r --policy-document '${trust}'`, 'trust'],
    [`aws ec2 modify-vpc-endpoint --policy-document '${root}'`, 'vpc-endpoint'],
    [`aws sqs set-queue-attributes --queue-url u --attributes Policy='${root}'`, 'resource'],
    [`aws kms put-key-policy --key-id k --policy '${everyone}'`, 'resource'],
    [`aws organizations create-policy --content '${plain}' --type SERVICE_CONTROL_POLICY`, 'service-control'],
    [
      `aws --profile p organizations create-policy --type=RESOURCE_CONTROL_POLICY --content '${everyone}'`,
      'resource-control',
    ],
  ];
  for (const between of ['; ', ' && ', ' || ', ' | ', '\n', ' \\\n && '])
    for (const [first, kindOfFirst] of commands)
      for (const [second, kindOfSecond] of commands.filter(([other]) => other !== first)) {
        const { policies } = readImport(`${first}${between}${second}\n`, { yaml: readYaml });
        expect([first, between, second, ...policies.map(({ kind }) => kind)]).toEqual([
          first,
          between,
          second,
          kindOfFirst,
          kindOfSecond,
        ]);
      }
});
