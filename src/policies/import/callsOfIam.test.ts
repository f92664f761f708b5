import { expect, it } from 'vitest';
import { readImport } from './readImport.ts';
import { readYaml } from './yaml.ts';
import { cpuSeconds } from '../testing/cpuSeconds.ts';

/** What gives access without a policy in the text is listed, and changes nothing about what is read beside it. */

const json =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}';
const arn = 'arn:aws:iam::aws:policy/AmazonSageMakerFullAccess';
const adds = 'the call adds a statement to the policy of a resource';

it.each<[text: string, listed: readonly string[]]>([
  [`aws iam attach-role-policy --role-name r --policy-arn ${arn}\n`, [arn]],
  [`aws iam attach-role-policy \\\n  --policy-arn "${arn}" \\\n  --role-name r\n`, [arn]],
  [`iam.attach_role_policy(RoleName=role, PolicyArn='${arn}')\n`, [arn]],
  [`await iam.send(new AttachRolePolicyCommand({ RoleName: r, PolicyArn: "${arn}" }));\n`, [arn]],
  [`new aws.iam.RolePolicyAttachment("a", { role: r, policyArn: "${arn}" });\n`, [arn]],
  [`Register-IAMRolePolicy -RoleName r -PolicyArn ${arn}\n`, [arn]],
  [
    `iam.ManagedPolicy.fromAwsManagedPolicyName("AmazonSageMakerFullAccess");\n`,
    ['AmazonSageMakerFullAccess'],
  ],
  [`iam.ManagedPolicy.from_aws_managed_policy_name('AmazonS3FullAccess')\n`, ['AmazonS3FullAccess']],
  [
    `aws iam attach-role-policy --policy-arn ${arn}\naws iam attach-role-policy --role-name s --policy-arn ${arn}\n`,
    [arn],
  ],
  [`# aws iam attach-role-policy --policy-arn ${arn}\n`, []],
  ['aws iam put-role-policy --role-name r --policy-name p --policy-document file://p/x.json\n', ['p/x.json']],
  [`cat > x.json <<'EOF'\n${json}\nEOF\naws iam put-role-policy --policy-document file://x.json\n`, []],
  [
    'F="$D/x.json"\nif [[ ! -f "${F}" ]]; then exit 1; fi\naws iam put-role-policy --policy-document "file://${F}"\n',
    ['${F}'],
  ],
  [
    `F=/tmp/x.json\ncat > "$F" <<'EOF'\n${json}\nEOF\naws iam put-role-policy --policy-document file://\${F}\n`,
    [],
  ],
  ['aws s3api put-bucket-policy --bucket b --policy file://bucket.json\n', ['bucket.json']],
  [
    'aws lambda add-permission --function-name f --action lambda:InvokeFunction --principal s3.amazonaws.com\n',
    [adds],
  ],
  [
    "client.add_permission(FunctionName='f', Action='lambda:InvokeFunction', Principal='s3.amazonaws.com')\n",
    [adds],
  ],
  [
    "lambda.addPermission({\n  Action: 'lambda:InvokeFunction',\n  Principal: 's3.amazonaws.com',\n}).promise();\n",
    [adds],
  ],
])('%j', (text, listed) => {
  const alone = readImport(text, { yaml: readYaml });
  expect(
    alone.refusals.flatMap(({ detail }) => (listed.length === 0 && detail === 'JSON' ? [] : [detail])),
  ).toEqual(listed);
  const { policies, refusals } = readImport(`${text}aws iam put-role-policy --policy-document '${json}'\n`, {
    yaml: readYaml,
  });
  expect(refusals.map(({ detail }) => detail)).toEqual(listed);
  // Parameters that look like a statement leave a doubt.
  expect(policies.at(-1)?.doubtful).toBe(text.includes('{\n  Action'));
});

const command = 'aws iam put-role-policy --role-name r --policy-document file://policy.json';

it.each<readonly [string, string, readonly string[]]>([
  ['as a heading', `Contents of \`\`policy.json\`\`::\n\n    ${json}\n\nThen:\n\n    ${command}\n`, []],
  ['above a fence', `Save this as \`policy.json\`:\n\n\`\`\`json\n${json}\n\`\`\`\n\n${command}\n`, []],
  ['behind the command', `${command}\n\nFile policy.json:\n${json}\n`, []],
  ['below it', `${json}\nSave it as policy.json, then:\n${command}\n`, []],
  ['of another file', `Contents of my-policy.json:\n\n${json}\n\n${command}\n`, ['policy.json']],
  ...(
    [
      ['prod/policy.json', ['prod/policy.json'], 'dev/policy.json'],
      ['prod/policy.json', ['prod/policy.json'], 'non-prod/policy.json'],
      ['prod/policy.json', [], 'iam/prod/policy.json'],
      ['prod/policy.json', [], 'policy.json'],
      ['prod/policy.json', [], './policy.json'],
      ['prod/policy.json', [], '$DIR/policy.json'],
      ['/tmp/policy.json', [], '/tmp/policy.json'],
      ['$DIR/policy.json', [], 'dev/policy.json'],
      ['policy.json', [], 'dev/policy.json'],
    ] as const
  ).map(([path, listed, written]): readonly [string, string, readonly string[]] => [
    `${written} for ${path}`,
    `${command.replace('policy.json', path)}\n\n${written}\n${json}\n`,
    listed,
  ]),
  ['only by the command', `${command}\n\n${json}\n`, ['policy.json']],
  [
    'in prose',
    `Write policy.json first.\n\nThen run it with this trust policy.\n${json}\n${command}\n`,
    ['policy.json'],
  ],
])('a document has a file, or doesn’t: named %s', (_, text, listed) => {
  const { policies, refusals } = readImport(text, { yaml: readYaml });
  expect([policies.length, refusals.map(({ detail }) => detail)]).toEqual([1, listed]);
});

it('lists what a step of a pipeline attaches', () => {
  const { policies, refusals } = readImport(
    `jobs:\n  a:\n    steps:\n      - run: |\n          aws iam attach-role-policy --role-name r --policy-arn ${arn}\n          aws iam put-role-policy --policy-document '${json}'\n`,
    { yaml: readYaml },
  );
  expect([policies.length, refusals.map(({ detail }) => detail)]).toEqual([1, [arn]]);
});

it('reads many files that are handed over in time in proportion to the text', () => {
  const commands = Array.from({ length: 20_000 }, (_, index) => `--policy-document file://x${index}.json\n`);
  const seconds = cpuSeconds(() => {
    expect(readImport(commands.join('')).refusals).toHaveLength(20_000);
  });
  expect(seconds).toBeLessThan(5);
});
