import { describe, expect, it } from 'vitest';
import { readImport } from '../readImport.ts';

const inModule = (argument: string, source = 'terraform-aws-modules/step-functions/aws') =>
  readImport(`module "m" {\n  source = "${source}"\n  ${argument}\n}\n`);

const read = 'actions = ["s3:GetObject"], resources = ["arn:aws:s3:::b/*"]';
const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };
const service = 'principals = [{ type = "Service", identifiers = ["sns.amazonaws.com"] }]';
const condition = { StringEquals: { 'aws:SourceAccount': '111122223333' } };
const inCondition = '{ test = "StringEquals", variable = "aws:SourceAccount", values = ["111122223333"] }';

describe('statements as arguments of a module', () => {
  it.each<[argument: string, statements: readonly unknown[], kind: string]>([
    [`policy_statements = { a = { ${read} } }`, [statement], 'identity'],
    [`policy_statements = [{ ${read} }]`, [statement], 'identity'],
    [`policy_statement = { ${read} }`, [statement], 'identity'],
    [
      `inline_policy_permissions = { a = { effect = "Deny", ${read}, sid = "No" } }`,
      [{ Sid: 'No', ...statement, Effect: 'Deny' }],
      'identity',
    ],
    [
      'policy_statements = { a = { not_actions = ["iam:*"], not_resources = ["*"], effect = null } }',
      [{ Effect: 'Allow', NotAction: 'iam:*', NotResource: '*' }],
      'identity',
    ],
    // A map, a list, and a single one.
    ...[`{ x = ${inCondition} }`, `[${inCondition}]`, inCondition].map(
      (written): [string, readonly unknown[], string] => [
        `policy_statements = { a = { ${read}, condition = ${written} } }`,
        [{ ...statement, Condition: condition }],
        'identity',
      ],
    ),
    [
      `policy_statements = { a = { ${read}, conditions = [${inCondition}, ${inCondition.replace('1111', '4444')}] } }`,
      [
        {
          ...statement,
          Condition: { StringEquals: { 'aws:SourceAccount': ['111122223333', '444422223333'] } },
        },
      ],
      'identity',
    ],
    [`policy_statements = { a = { ${read}, conditions = [], principals = [] } }`, [statement], 'identity'],
    [
      `assume_role_policy_statements = { a = { actions = ["sts:AssumeRole"], principals = { x = { type = "AWS", identifiers = ["arn:aws:iam::\${data.aws_caller_identity.c.account_id}:root"] } } } }`,
      [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { AWS: 'arn:aws:iam::<ACCOUNT_ID>:root' },
        },
      ],
      'trust',
    ],
    [
      `trust_policy_permissions = { a = { actions = ["sts:TagSession"], ${service} } }`,
      [{ Effect: 'Allow', Action: 'sts:TagSession', Principal: { Service: 'sns.amazonaws.com' } }],
      'trust',
    ],
    [
      `queue_policy_statements = { a = { actions = ["sqs:SendMessage"], resources = ["*"], ${service} } }`,
      [
        {
          Effect: 'Allow',
          Action: 'sqs:SendMessage',
          Resource: '*',
          Principal: { Service: 'sns.amazonaws.com' },
        },
      ],
      'resource',
    ],
    [
      `policy_statements = { a = { actions = ["s3:GetObject"], resources = ["arn:aws:s3:::b/&{aws:username}/\${var.team}/*"] } }`,
      [{ ...statement, Resource: 'arn:aws:s3:::b/${aws:username}/<team>/*' }],
      'identity',
    ],
    [`roles = { reader = { name = "r", policy_statements = [{ ${read} }] } }`, [statement], 'identity'],
  ])('%s', (argument, statements, kind) => {
    const { policies, refusals } = inModule(argument);
    expect(refusals).toEqual([]);
    expect(policies.map(({ policy, kind: found }) => [found, policy.Statement])).toEqual([
      [kind, statements],
    ]);
    expect(policies[0]?.notes.map(({ code }) => code)).toContain('ofModule');
  });

  it.each<[reason: string, argument: string, detail: string, source?: string]>([
    ['an argument that is not known', `policy_statements = { a = { ${read}, when = "x" } }`, 'when'],
    [
      'a name that this module passes over',
      `policy_statements = { a = { ${read}, conditions = [${inCondition}] } }`,
      'conditions',
      'terraform-aws-modules/lambda/aws',
    ],
    ['conditions elsewhere', `policy_statements = { a = { ${read}, condition = var.c } }`, 'a condition'],
    ['principals elsewhere', `policy_statements = { a = { ${read}, principals = [var.p] } }`, 'principals'],
    [
      'the resource that the module makes',
      `queue_policy_statements = { a = { actions = ["sqs:SendMessage"], ${service} } }`,
      'resources',
    ],
    ...[
      'git::https://github.com/terraform-aws-modules/terraform-aws-lambda.git?ref=v7.0.0',
      'registry.terraform.io/terraform-aws-modules/lambda/aws',
    ].map((source): [string, string, string, string] => [
      `a name that ${source} passes over`,
      `policy_statements = { a = { ${read}, conditions = [${inCondition}] } }`,
      'conditions',
      source,
    ]),
    ...[
      'trusted_entities = ["sagemaker.amazonaws.com"]',
      'trusted_entities = var.trusted',
      'allowed_triggers = { s3 = { service = "s3", source_arn = "arn:aws:s3:::b" } }',
    ].map((argument): [string, string, string, string] => [
      `what the module makes of ${argument}`,
      argument,
      argument.startsWith('allowed')
        ? 'The function’s policy that the module makes'
        : 'The trust policy that the module makes',
      'terraform-aws-modules/lambda/aws',
    ]),
    ...[
      'attach_policy_statements = false',
      'create_policy_statements = false',
      'create_policy = false',
      'create = false',
      'count = 0',
    ].map((off): [string, string, string] => [
      `turned off by ${off}`,
      `${off}\n  policy_statements = { a = { ${read} } }`,
      off,
    ]),
    [
      'a document that is turned off',
      `attach_policy_json = false\n  policy_json = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }] })`,
      'attach_policy_json = false',
    ],
    ['statements elsewhere', 'policy_statements = var.statements', 'var.statements'],
    ['statements of a call', 'policy_statements = merge(var.a, var.b)', 'merge'],
  ])('%s: nothing is read, and it is listed', (_, argument, detail, source) => {
    const { policies, refusals } = inModule(argument, source);
    expect(policies).toEqual([]);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]?.detail).toContain(detail);
    expect(refusals[0]?.name).toMatch(/^module\.m /);
  });

  it.each([
    ['a name', 'var.deny', 'var.deny'],
    ['a call', 'merge(var.base, { effect = "Deny" })', 'the function merge'],
  ])('%s beside statements of a map is listed', (_, written, detail) => {
    const { policies, refusals } = inModule(`policy_statements = { a = { ${read} }, b = ${written} }`);
    expect(policies).toHaveLength(1);
    expect(refusals.map((one) => [one.detail, one.name])).toEqual([
      [detail, 'module.m (policy_statements.b)'],
    ]);
  });

  it('is read where another argument than its own is turned off', () => {
    const off = 'attach_policy = false\n  attach_policy_json = false\n  create_role = false\n  count = 1';
    const { policies, refusals } = inModule(`${off}\n  policy_statements = { a = { ${read} } }`);
    expect([policies.length, refusals]).toEqual([1, []]);
  });

  it('is offered by condition where a statement depends on one', () => {
    const { policies } = inModule(
      `policy_statements = [var.on ? { ${read} } : { ${read}, effect = "Deny" }]`,
    );
    expect(policies.map(({ policy }) => policy.Statement[0]?.Effect)).toEqual(['Allow', 'Deny']);
    expect(policies.every(({ doubtful }) => doubtful)).toBe(true);
  });

  it('has the version and every document of a module that takes documents', () => {
    const { policies } = inModule(
      `iam_policy = [{ version = "2008-10-17", policy_id = "x", statements = [{ ${read} }] }, { statements = [{ ${read} }] }]`,
      'cloudposse/iam-policy/aws',
    );
    expect(policies.map(({ policy }) => [policy.Version, policy.Statement])).toEqual([
      ['2008-10-17', [statement]],
      ['2012-10-17', [statement]],
    ]);
  });

  it.each([
    'stages = [{ name = "Source", actions = [{ category = "Source", owner = "AWS" }], resources = [] }]',
    'alarm = { actions = ["arn:aws:sns:eu-west-1:111122223333:t"], effect = "none" }',
    'rules = { a = { actions = ["forward"], resources = ["x"] } }',
    'attach_policy_statements = true',
  ])('%s is none', (argument) => {
    const { policies, refusals } = inModule(argument);
    expect([policies, refusals.map(({ code }) => code)]).toEqual([[], ['notAPolicy']]);
  });
});
