import { describe, expect, it } from 'vitest';
import { readImport } from './readImport.ts';

const python = (policy: string) => `import json
import boto3
REGION = "eu-west-1"
ACCOUNT = boto3.client("sts").get_caller_identity()["Account"]
BUCKET = 'acme-data'
BUCKET_ARN = f"arn:aws:s3:::{BUCKET}"
ACTIONS = [
    "s3:GetObject",  # objects
    "s3:PutObject",
]
STAGE = "dev"
if live:
    STAGE = "live"
TWICE = THRICE = "x"
LOOP = LOOP2
LOOP2 = LOOP
GROWN = ["arn:aws:s3:::a"]
GROWN.append("arn:aws:s3:::b")
def make(key_arn, REGIONAL):
    policy = ${policy}
    return json.dumps(policy)
`;

const statement = (resource: string, action = '"s3:GetObject"', rest = '') =>
  python(
    `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ${action}, "Resource": ${resource}${rest}}]}`,
  );

describe('a name as a value', () => {
  it.each<[written: string, resource: unknown]>([
    ['BUCKET_ARN', 'arn:aws:s3:::acme-data'],
    ['[BUCKET_ARN, BUCKET_ARN + "/*"]', ['arn:aws:s3:::acme-data', 'arn:aws:s3:::acme-data/*']],
    ['f"{BUCKET_ARN}/home/${{aws:username}}/*"', 'arn:aws:s3:::acme-data/home/${aws:username}/*'],
    ["'arn:aws:s3:::' + BUCKET + '/*'", 'arn:aws:s3:::acme-data/*'],
    ['"arn:aws:s3:::%s/*" % BUCKET', 'arn:aws:s3:::acme-data/*'],
    ['"arn:aws:sns:{}:{}:t".format(REGION, ACCOUNT)', 'arn:aws:sns:eu-west-1:<ACCOUNT2>:t'],
    ['key_arn  # given\n', '<key_arn>'],
    ['GROWN', '<GROWN2>'],
    ['os.environ["KEY_ARN"]', '<osEnvironKEY_ARN>'],
    ['self.bucket.arn', '<selfBucketArn>'],
    // Which value it has, the text does not say.
    ['f"arn:aws:s3:::{STAGE}"', 'arn:aws:s3:::<STAGE2>'],
    ['TWICE', '<TWICE2>'],
    ['LOOP', '<LOOP2>'],
    ['REGIONAL', '<REGIONAL2>'],
  ])('%s', (written, resource) => {
    const { policies, refusals } = readImport(statement(written));
    expect(refusals).toEqual([]);
    expect(policies.map(({ policy }) => policy.Statement[0]?.Resource)).toEqual([resource]);
  });

  it('that stands for a list, where a list is needed', () => {
    const [found] = readImport(statement('"*"', 'ACTIONS')).policies;
    expect(found?.policy.Statement[0]?.Action).toEqual(['s3:GetObject', 's3:PutObject']);
  });

  it.each([
    ['actions()', '"*"', 'actions()'],
    ['UNKNOWN', '"*"', 'UNKNOWN'],
    ['"s3:*"', 'arn(1)', 'arn(1)'],
  ])('that no text can stand for is listed with its place: %s on %s', (action, resource, detail) => {
    const text = statement(resource, action);
    const { policies, refusals } = readImport(text);
    expect(policies).toEqual([]);
    expect(refusals.map(({ code, detail: what }) => [code, what])).toEqual([['notComputed', detail]]);
    expect(refusals[0]?.range.offset).toBe(text.lastIndexOf(detail));
  });

  it('is read in conditions, and in no JSON that is no program', () => {
    const [found] = readImport(
      statement('"*"', '"s3:*"', ', "Condition": {"StringEquals": {"aws:ResourceAccount": ACCOUNT}}'),
    ).policies;
    expect(found?.policy.Statement[0]?.Condition).toEqual({
      StringEquals: { 'aws:ResourceAccount': '<ACCOUNT2>' },
    });
    const plain =
      '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": bucket}]}';
    expect(readImport(plain).policies).toEqual([]);
  });
});

it('statements that a program assigns, appends or hands over are read', () => {
  const one = '{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": f"arn:aws:s3:::{BUCKET}/*"}';
  const { policies } = readImport(
    python(`{}
READ = ${one}
policy["Statement"].append(${one})
policy["Statement"] += [${one}]
x = iam.PolicyStatement.from_json(${one})
`),
  );
  const statement = { Effect: 'Allow', Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::acme-data/*' };
  expect(policies.map(({ policy }) => [policy.Statement].flat())).toEqual(
    Array.from({ length: 4 }, () => [statement]),
  );
});

it('a text with places that a program fills in later is listed, not read', () => {
  const text = `T = '''{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::%s/*"}]}''' % bucket\n`;
  const { policies, refusals } = readImport(text);
  expect([policies, refusals.map(({ code }) => code)]).toEqual([[], ['notComputed']]);
});

describe('statements of AWS CDK code', () => {
  const data = {
    Sid: 'Data',
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:PutObject'],
    Resource: ['<bucketArn>/*'],
    Condition: { StringEquals: { 'aws:ResourceAccount': '<selfAccount>' } },
  };
  const denial = { Effect: 'Deny', Action: ['s3:DeleteBucket'], Resource: ['*'] };
  const forms = {
    Python: `from aws_cdk import aws_iam as iam
ACTIONS = ["s3:GetObject", "s3:PutObject"]
role.add_to_policy(
    iam.PolicyStatement(
        sid="Data",  # (of the team)
        actions=ACTIONS,
        resources=[f"{bucket.arn}/*"],
        conditions={"StringEquals": {"aws:ResourceAccount": self.account}},
    )
)
iam.ManagedPolicy(self, "P", statements=[iam.PolicyStatement(effect=iam.Effect.DENY, actions=["s3:DeleteBucket"], resources=["*"])])
key.add_to_resource_policy(iam.PolicyStatement(actions=["kms:*"], resources=["*"], principals=[iam.AnyPrincipal()]))
role.add_to_policy(iam.PolicyStatement(actions=actions_of(team), resources=["*"]))
`,
    TypeScript: `import * as iam from 'aws-cdk-lib/aws-iam';
const ACTIONS = ['s3:GetObject', 's3:PutObject'];
role.addToPolicy(new iam.PolicyStatement({
  sid: 'Data', // (of the team)
  actions: ACTIONS,
  resources: [\`\${bucket.arn}/*\`],
  conditions: { StringEquals: { 'aws:ResourceAccount': self.account } },
}));
new iam.ManagedPolicy(this, 'P', { statements: [new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['s3:DeleteBucket'], resources: ['*'] })] });
key.addToResourcePolicy(new iam.PolicyStatement({ actions: ['kms:*'], resources: ['*'], principals: [new iam.AnyPrincipal()] }));
role.addToPolicy(new iam.PolicyStatement({ actions: actions_of(team), resources: ['*'] }));
`,
  };
  it.each(Object.entries(forms))('in %s', (_, text) => {
    const { policies, refusals } = readImport(text);
    expect(policies.map(({ policy }) => policy.Statement)).toEqual([[data], [denial]]);
    expect(policies.map(({ kind }) => kind)).toEqual(['identity', 'identity']);
    expect(refusals.map(({ code, detail }) => [code, detail])).toEqual([
      ['notComputed', 'principals'],
      ['notComputed', 'actions_of(team)'],
    ]);
  });
});
