import { describeJsonProblem } from '../language/jsonProblems.ts';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guideSamples } from '../library/guide/guideSamples.ts';
import { parsePolicy } from '../language/parse.ts';
import { looksLikeYaml } from './looksLikeYaml.ts';
import { readImport } from './readImport.ts';
import { readYaml } from './yaml.ts';
import { exhaustive, runs } from '../testing/effort.ts';
import { cpuSeconds } from '../testing/cpuSeconds.ts';

const chapter = readFileSync(new URL('./fixtures/guide-permissions-chapter.txt', import.meta.url), 'utf8');

const policy = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'Read', Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: '*' }],
};
const trust = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
};
const compact = JSON.stringify(policy);
const valueOf = (text: string): unknown => {
  const read = parsePolicy(text);
  return read.ok ? read.policy : read.errors;
};

describe('the guide’s chapter, pasted as it is', () => {
  const { policies, refusals } = readImport(chapter);

  it('has its ten policies and nothing else', () => {
    expect(refusals).toEqual([]);
    expect(policies.map(({ kind }) => kind)).toEqual([...Array(9).fill('identity'), 'vpc-endpoint']);
  });

  it('gives a policy that needs no repair word for word', () => {
    const whole = policies.filter(({ repairs }) => repairs.length === 0);
    expect(whole).toHaveLength(7);
    for (const { text } of whole) expect(guideSamples.some((sample) => sample.text === text)).toBe(true);
  });

  it.each([
    [
      4,
      [
        ['missingComma', ',', 0, ' "Effect": "Allow", "Action": [ "sagemaker:CreatePre'],
        ['missingClosing', '}', 0, '\n  • SageMaker Notebook exec'],
      ],
    ],
    [9, [['trailingComma', ',', 1, ', }, { "Sid": "SageMakerECRUsage"']]],
    [10, [['misplacedSid', '"Sid": "AccessOnlytoSpecificBucket"', 35, '"Sid": "AccessOnlyto']]],
  ] as const)('policy %d: every repair with its place in the text', (number, expected) => {
    const { repairs } = policies[number - 1]!;
    expect(repairs.map(({ code, detail, range }) => [code, detail, range.length])).toEqual(
      expected.map(([code, detail, length]) => [code, detail, length]),
    );
    for (const [index, { range }] of repairs.entries())
      expect(chapter.slice(range.offset).startsWith(expected[index]![3])).toBe(true);
  });
});

describe('what holds policies', () => {
  const details = {
    UserDetailList: [{ UserName: 'ana', UserPolicyList: [{ PolicyName: 'own', PolicyDocument: policy }] }],
    RoleDetailList: [
      {
        RoleName: 'nb',
        AssumeRolePolicyDocument: trust,
        RolePolicyList: [{ PolicyName: 'data', PolicyDocument: encodeURIComponent(compact) }],
        PermissionsBoundary: {
          PermissionsBoundaryType: 'Policy',
          PermissionsBoundaryArn: 'arn:aws:iam::1:policy/edge',
        },
        InstanceProfileList: [{ Roles: [{ RoleName: 'nb', AssumeRolePolicyDocument: trust }] }],
      },
    ],
    Policies: [
      {
        PolicyName: 'edge',
        Arn: 'arn:aws:iam::1:policy/edge',
        PolicyVersionList: [
          { Document: { ...policy, Id: 'old' }, VersionId: 'v1', IsDefaultVersion: false },
          { Document: policy, VersionId: 'v2', IsDefaultVersion: true },
        ],
      },
    ],
  };
  const plan = {
    format_version: '1.2',
    resource_changes: [
      {
        address: 'aws_iam_role.nb',
        type: 'aws_iam_role',
        change: {
          after: {
            name: 'nb',
            assume_role_policy: JSON.stringify(trust),
            inline_policy: [{ name: 'x', policy: compact }],
          },
          after_unknown: {},
        },
      },
      {
        address: 'aws_iam_policy.open',
        type: 'aws_iam_policy',
        change: { after: { name: 'open' }, after_unknown: { policy: true } },
      },
      {
        address: 'aws_vpc_endpoint.s3',
        type: 'aws_vpc_endpoint',
        change: { after: { policy: compact }, after_unknown: {} },
      },
      {
        address: 'aws_organizations_policy.scp',
        type: 'aws_organizations_policy',
        change: { after: { name: 'scp', content: compact }, after_unknown: {} },
      },
      { address: 'aws_iam_policy.gone', type: 'aws_iam_policy', change: { after: null } },
    ],
  };
  const template = {
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: trust,
          Policies: [{ PolicyName: 'p', PolicyDocument: policy }],
        },
      },
      Scp: { Type: 'AWS::Organizations::Policy', Properties: { Name: 'scp', Content: policy } },
      Bucket: { Type: 'AWS::S3::BucketPolicy', Properties: { PolicyDocument: policy } },
    },
  };
  const cases: readonly (readonly [
    string,
    unknown,
    readonly (readonly [string, string])[],
    readonly string[],
  ])[] = [
    ['one document', policy, [['Read', 'identity']], []],
    [
      'a list',
      [policy, trust],
      [
        ['Read', 'identity'],
        ['Policy 2', 'trust'],
      ],
      [],
    ],
    [
      'get-policy-version',
      { PolicyVersion: { Document: policy, VersionId: 'v1', IsDefaultVersion: true } },
      [['Read', 'identity']],
      [],
    ],
    [
      'get-role-policy',
      { RoleName: 'nb', PolicyName: 'data', PolicyDocument: policy },
      [['data', 'identity']],
      [],
    ],
    ['get-role', { Role: { RoleName: 'nb', AssumeRolePolicyDocument: trust } }, [['nb trust', 'trust']], []],
    [
      'get-account-authorization-details',
      details,
      [
        ['own', 'identity'],
        ['nb trust', 'trust'],
        ['data', 'identity'],
        ['edge', 'permissions-boundary'],
      ],
      [],
    ],
    [
      'a Terraform plan',
      plan,
      [
        ['nb trust', 'trust'],
        ['x', 'identity'],
        ['aws_vpc_endpoint.s3', 'vpc-endpoint'],
        ['scp', 'service-control'],
      ],
      ['notKnown'],
    ],
    [
      'a template',
      template,
      [
        ['Role trust', 'trust'],
        ['p', 'identity'],
        ['scp', 'service-control'],
        ['Bucket', 'resource'],
      ],
      [],
    ],
  ];
  it.each(cases)('%s', (_, value, titles, refusals) => {
    const reading = readImport(JSON.stringify(value, null, 2));
    expect(reading.policies.map(({ title, kind }) => [title, kind])).toEqual(titles);
    expect(reading.refusals.map(({ code }) => code)).toEqual(refusals);
    expect(reading.policies.flatMap(({ repairs }) => repairs)).toEqual([]);
    for (const { text } of reading.policies) expect([policy, trust]).toContainEqual(valueOf(text));
  });

  it('names where a policy comes from', () => {
    const { policies } = readImport(JSON.stringify(details));
    expect(policies.map(({ source }) => source)).toEqual([
      'inline policy “own” of user “ana”',
      'trust policy of role “nb”',
      'inline policy “data” of role “nb”',
      'managed policy “edge” version v2',
    ]);
  });

  it('reads a template in YAML, its references as placeholders, and each branch of a condition', () => {
    const yaml = `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Read:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: !Sub 'arn:\${AWS::Partition}:s3:::\${Bucket}/\${!aws:userid}/*'
  Which:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: !If [Open, Allow, Deny]
            Action: s3:GetObject
            Resource: '*'
`;
    const { policies, refusals } = readImport(yaml, { yaml: readYaml });
    expect(policies.map(({ title, doubtful }) => [title, doubtful])).toEqual([
      ['Read', false],
      ['Which (Open)', true],
      ['Which (not Open)', true],
    ]);
    expect(policies.slice(1).flatMap(({ policy }) => policy.Statement.map(({ Effect }) => Effect))).toEqual([
      'Allow',
      'Deny',
    ]);
    expect(policies.slice(0, 1).map(({ text }) => valueOf(text))).toEqual([
      {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:<PARTITION>:s3:::<Bucket>/${aws:userid}/*',
          },
        ],
      },
    ]);
    expect(policies[0]?.notes.map(({ code }) => code)).toEqual([
      'writtenAsJson',
      'placeholder',
      'placeholder',
    ]);
    expect(refusals).toEqual([]);
    expect(readImport(yaml).refusals.map(({ code }) => code)).toEqual(['yaml']);
  });

  it.each([
    ['prose', 'As shown.\nResources: are many.', false],
    ['a template', 'Resources:\n  A: 1\n', true],
    ['a commented template', '# mine\nResources:\n  A: 1\n', true],
    ['JSON', '{\n"Resources": {}\n}', false],
  ])('distinguishes YAML from %s', (_, text, expected) => {
    expect(looksLikeYaml(text)).toBe(expected);
  });
});

const control = (type: string): readonly (readonly [string, unknown])[] => [
  [
    'describe-policy',
    { Policy: { PolicySummary: { Name: 'edge', Type: type }, Content: JSON.stringify(policy) } },
  ],
  [
    'a Terraform plan',
    {
      format_version: '1.2',
      resource_changes: [
        {
          address: 'aws_organizations_policy.edge',
          type: 'aws_organizations_policy',
          change: { after: { name: 'edge', type, content: JSON.stringify(policy) } },
        },
      ],
    },
  ],
  [
    'a template',
    {
      Resources: {
        Edge: {
          Type: 'AWS::Organizations::Policy',
          Properties: { Name: 'edge', Type: type, Content: policy },
        },
      },
    },
  ],
];

it.each(control('SERVICE_CONTROL_POLICY'))('a service control policy in %s is taken as one', (_, value) => {
  const { policies } = readImport(JSON.stringify(value));
  expect(policies.map(({ title, kind }) => [title, kind])).toEqual([['edge', 'service-control']]);
});

it.each(control('RESOURCE_CONTROL_POLICY'))('a resource control policy in %s is taken as one', (_, value) => {
  const { policies, refusals } = readImport(JSON.stringify(value));
  expect(policies.map(({ title, kind }) => [title, kind])).toEqual([['edge', 'resource-control']]);
  expect(refusals).toEqual([]);
});

it.each([
  ['of the policy', `{"RoleName":"a","PolicyDocument":${compact},"PolicyDocument":${compact}}`],
  ['further up', `{"Role":{"a":1},"Role":{"AssumeRolePolicyDocument":${compact}}}`],
  ['of its parent', `{"Role":{"AssumeRolePolicyDocument":${compact}},"Role":{"a":1}}`],
])('of two equal keys %s none is taken', (_, text) => {
  const { policies, refusals } = readImport(text);
  expect(policies).toEqual([]);
  expect(refusals).not.toEqual([]);
});

it.each([
  ['Deny', ['kindGuessed']],
  ['Allow', []],
])('what only has %s may be of another kind', (Effect, codes) => {
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect, Action: '*', Resource: '*' }] });
  expect(readImport(text).policies[0]?.notes.map(({ code }) => code)).toEqual(codes);
});

describe('damage that is put right', () => {
  const printed = JSON.stringify(policy, null, 2);
  const cases: readonly (readonly [string, (text: string) => string, readonly string[]])[] = [
    ['curly quotes', (text) => text.replace('"Read"', '“Read”'), ['quotes']],
    ['odd spaces', (text) => text.replace(/ {2}/g, '\u00a0 ').replace(/^ +/gm, '  '), ['spaces']],
    ['a trailing comma', (text) => text.replace('"*"', '"*",'), ['trailingComma']],
    ['a missing comma', (text) => text.replace('"Read",', '"Read"'), ['missingComma']],
    [
      'a missing comma before an odd space',
      (text) => text.replace('"Read",', '"Read"\u00a0'),
      ['missingComma', 'spaces'],
    ],
    ['a missing last brace', (text) => text.slice(0, -1), ['missingClosing']],
    ['an open list of statements', (text) => text.slice(0, -3), ['unclosedStatements', 'missingClosing']],
    [
      'comments',
      (text) => text.replace('"Effect"', '/* who */ "Effect"').replace('"*"', '"*" // all'),
      ['comment'],
    ],
    ['bullets and prose around it', (text) => `• As {this} shows:\n${text}\n• [and] more`, []],
    ['a byte order mark', (text) => `\ufeff${text}`, []],
  ];
  it.each(cases)('%s', (_, damage, codes) => {
    const { policies, refusals } = readImport(damage(printed));
    expect(refusals).toEqual([]);
    expect(policies.map(({ text }) => valueOf(text))).toEqual([policy]);
    expect([...new Set(policies[0]?.repairs.map(({ code }) => code))].sort()).toEqual([...codes].sort());
  });

  it('is doubtful where statements may be missing', () => {
    expect(readImport(printed.slice(0, -3)).policies.map(({ doubtful }) => doubtful)).toEqual([true]);
  });

  it('is doubtful where a comment may have taken the end of the list', () => {
    const text = `{ "Version": "2012-10-17", "Statement": [
  { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" } // ]
}`;
    expect(readImport(text).policies.map(({ doubtful }) => doubtful)).toEqual([true]);
    const whole = text.replace('// ]', '] // the end');
    expect(readImport(whole).policies.map(({ doubtful }) => doubtful)).toEqual([false]);
  });

  it('leaves the inside of strings alone and reports what is odd there', () => {
    const text = compact.replace('"*"', '"arn:aws:s3:::a\u00a0b/“x”"');
    const [found] = readImport(text).policies;
    expect(found?.text).toBe(text);
    expect(found?.notes.map(({ code, detail, range }) => [code, detail, range.offset])).toEqual([
      ['oddCharacter', 'U+00A0', text.indexOf('\u00a0')],
    ]);
  });

  it('reads a text back as it was printed', () => {
    fc.assert(
      fc.property(fc.subarray(cases.slice(0, 6), { minLength: 0 }), fc.boolean(), (damages, indented) => {
        const whole = indented ? printed : compact;
        const text = damages.reduce((done, [, damage]) => damage(done), whole);
        const [found] = readImport(text).policies;
        expect(valueOf(found?.text ?? '')).toEqual(policy);
        if (text === whole) expect(found).toMatchObject({ text: whole, repairs: [] });
      }),
    );
  });
});

describe('what is refused', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['nothing', ' \n', 'empty', ' '],
    ['too much', 'x'.repeat(2_000_001), 'tooLarge', 'x'],
    ['prose', 'please allow me', 'notJson', 'please'],
    ['JSON of something else', '{"a": 1}', 'notAPolicy', '{"a"'],
    ['a statement beside words', 'so: {"Effect": "Allow", "Action": "*"}', 'notAPolicy', '{"Effect"'],
    ['an end inside a statement', compact.slice(0, compact.indexOf(',"Resource"')), 'cutOff', ''],
    [
      'an end behind the resource, where a condition could be',
      compact.slice(0, compact.indexOf('}')),
      'cutOff',
      '',
    ],
    [
      'an end inside a statement whose key is written with an escape',
      '{"Version":"2012-10-17","Stat\\u0065ment":[{"Effect":"Allow","Action":"*","Resource":"*"',
      'cutOff',
      '',
    ],
    [
      'two effects beside a function',
      compact
        .replace('"Effect":', '"Effect":"Deny","Effect":')
        .replace(/"Resource":"[^"]*"/, '"Resource":{"Ref":"Bucket"}'),
      'duplicateKey',
      '"Effect":"Allow"',
    ],
    ['a missing quotation mark', compact.replace('"Allow"', '"Allow'), 'notJson', 'Action'],
    ['a missing colon', compact.replace('"Effect":', '"Effect" '), 'notJson', '"Allow"'],
    ['two commas', compact.replace(',', ',,'), 'notJson', ',"Statement"'],
    [
      'two effects',
      compact.replace('"Effect":', '"Effect":"Deny","Effect":'),
      'duplicateKey',
      '"Effect":"Allow"',
    ],
    ['a wrong effect', compact.replace('"Allow"', '"allow"'), 'notAPolicy', '"allow"'],
    ['no statement', '{"Version":"2012-10-17","Statement":[]}', 'notAPolicy', '{"Version"'],
    ['a comment without an end', '{/* {"Statement": []}', 'notJson', '/*'],
    ['101 levels', `${'{"a":'.repeat(101)}1${'}'.repeat(101)}`, 'tooDeep', '{"a":1'],
  ];
  it.each(cases)('%s', (_, text, code, place) => {
    const { policies, refusals } = readImport(text);
    expect(policies).toEqual([]);
    const [first] = refusals;
    expect(first?.code).toBe(code);
    expect(text.slice(first?.range.offset)).toMatch(
      new RegExp(`^${place.replace(/[{}[\]*+?.()|\\^$]/g, '\\$&')}`),
    );
  });

  it.each<readonly [name: string, text: string]>([
    ...cases.map(([name, text]) => [name, text] as const),
    ['a broken policy as a string', JSON.stringify({ Policies: [{ PolicyDocument: '{"Statement": [}' }] })],
    ['a broken URL encoding', JSON.stringify({ PolicyDocument: '%7B%22Statement%22%3A%5B%ZZ' })],
  ])('%s: what is wrong with the JSON has its clause', (_, text) => {
    const problems = readImport(text).refusals.filter(
      ({ code, detail }) => code === 'notJson' && detail !== 'JSON',
    );
    expect(problems.filter(({ detail }) => describeJsonProblem(detail) === detail)).toEqual([]);
  });

  it('finds the policies beside one that cannot be read', () => {
    const { policies, refusals } = readImport(`${compact.replace('"Allow"', 'Allow')}\n\n${compact}`);
    expect(policies.map(({ text }) => text)).toEqual([compact]);
    expect(refusals.map(({ code }) => code)).toEqual(['notJson']);
  });
});

describe('hostile text', () => {
  /** Each takes a second or less. What grows with the square of its length takes minutes, also on a machine that does nothing else. */
  const IN_TIME = exhaustive ? 100 : 30;
  const LENGTH = exhaustive ? 1_900_000 : 350_000;
  const big = (part: string) => part.repeat(Math.floor(LENGTH / part.length));
  it.each([
    '{',
    '[{',
    '"',
    '{"',
    '{"a":',
    '{/*',
    '{"a":"“',
    '“{',
    '{"a"',
    '}',
    '{}',
    '\\',
    '{"\\"',
    '•\u00a0{',
    "{'",
    '{"a":["b”, ',
    '{"${',
    '// {\n',
    '# {"a":\n',
    '/* */',
    'x # { ',
    '~~ { ',
    '~{',
    '<s> { ',
    '<s>{}</span>',
    '<a line-through ',
    '(* { ',
    '&quot;',
    'Effect: Allow\n',
    '> Effect {"a":\n',
    '= "{""Effect""',
    'Action: a:a, ',
    'Action: a:a',
    '[s] { ',
    '@* { ',
  ])('a text of %s alone is read in time', (part) => {
    const seconds = cpuSeconds(() => {
      expect(readImport(big(part)).policies).toEqual([]);
    });
    expect(seconds).toBeLessThan(IN_TIME);
  });

  const rows = (row: (index: number) => string) => {
    const all = Array.from(
      { length: Math.floor((exhaustive ? 300_000 : 100_000) / row(100_000).length) },
      (_, index) => row(index),
    );
    return `Resources:\n${all.join('')}`;
  };
  it.each([
    ['keys', rows((index) => `  Key${index}: a\n`), undefined],
    ['equal keys', rows(() => '  Key: a\n'), undefined],
    ['anchors', rows((index) => `  Key${index}: &a${index} {b: 1}\n`), undefined],
    [
      'aliases of aliases',
      rows((index) => `  Key${index}: &a${index} [*a${index - 1}, *a${index - 1}]\n`),
      'ALIAS',
    ],
    ['merged keys', rows((index) => `  Key${index}: {<<: *a}\n`), 'ALIAS'],
    ['open lists', `Resources: ${'['.repeat(1_900_000)}`, 'TOO_DEEP'],
    ['open maps', `Resources: ${'{a: '.repeat(400_000)}`, 'TOO_DEEP'],
    ['dashes', `Resources:\n  ${'- '.repeat(900_000)}`, 'TOO_DEEP'],
    ['lines that go in', rows((index) => `${' '.repeat(Math.min(index, 120))}a${index}:\n`), 'TOO_DEEP'],
  ])('YAML of %s is read in time', (_, text, detail) => {
    const seconds = cpuSeconds(() => {
      const read = readYaml(text);
      expect(read.ok ? read.doubts[0]?.detail : read.detail).toBe(detail);
    });
    expect(seconds).toBeLessThan(IN_TIME);
  });

  it('YAML with nothing but commas is refused before it is parsed', () => {
    const read = readYaml(`Resources: [${','.repeat(300_000)}]`);
    expect(read.ok ? undefined : read.detail).toBe('UNEXPECTED_TOKEN');
  });

  describe('long YAML', () => {
    const dense = `Other:\n${'- a\n- {b: 1}\n'.repeat(6000)}`;
    const parsed = (text: string) => {
      const texts: string[] = [];
      const reading = readImport(text, {
        yaml: (one) => {
          texts.push(one);
          return readYaml(one);
        },
      });
      return { ...reading, count: texts.length };
    };

    it('without a name that a policy needs is not parsed, and is no policy', () => {
      const { policies, refusals, count } = parsed(`Resources:\n  A: {}\n${dense}`);
      expect([policies, count]).toEqual([[], 0]);
      expect(refusals.map(({ code }) => code)).toEqual(['notAPolicy']);
    });

    const statement = 'Effect: Allow, Action: s3:*, Resource: "*"';
    it.each([
      ['a policy', `Resources: {}\nA: {Statement: [{${statement}}]}\n`],
      [
        'a policy whose key is written with an escape',
        `Resources: {}\nA: {"St\\x61tement": [{${statement}}]}\n`,
      ],
      [
        'a policy as text in the notation of URLs',
        `Resources: {}\nPolicyDocument: '${encodeURIComponent(compact)}'\n`,
      ],
      [
        'a policy of a template',
        `Resources: {P: {Type: AWS::IAM::Policy, Properties: {PolicyName: a, PolicyDocument: {Statement: [{${statement}}]}}}}\n`,
      ],
    ])('with %s is parsed once, and it is found', (_, text) => {
      const { policies, count } = parsed(text + dense);
      expect([policies.length, count]).toEqual([1, 1]);
    });
  });

  it('names the second of two equal keys in YAML', () => {
    const text = 'Statement:\n  - Effect: Deny\n    Effect: Allow\n    Action: "*"\n    Resource: "*"\n';
    const { policies, refusals } = readImport(text, { yaml: readYaml });
    expect(policies).toEqual([]);
    expect(refusals.map(({ code, detail, range }) => [code, detail, range.offset])).toEqual([
      ['duplicateKey', 'Effect', text.lastIndexOf('Effect')],
    ]);
  });

  it('beyond what it looks at it says so', () => {
    const { policies, refusals } = readImport(`${compact}\n${'{"a": 1}\n'.repeat(3000)}`);
    expect(policies.map(({ text }) => text)).toEqual([compact]);
    expect(refusals.map(({ code }) => code)).toEqual(['tooMany']);
  });

  it('never throws, and places stay within the text', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      '"',
      '“',
      '”',
      ',',
      ':',
      '\\',
      '\n',
      '\u00a0',
      '//',
      '/*',
      '*/',
      'a',
      '1',
    ].concat('"Statement"', '"Sid":"x"', '"__proto__":{}', compact, '%7B', 'Resources:\n');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const { policies, refusals } = readImport(text, { yaml: readYaml });
        expect(policies.length + refusals.length).toBeGreaterThan(0);
        for (const { range } of [
          ...policies,
          ...refusals,
          ...policies.flatMap((one) => [...one.repairs, ...one.notes]),
        ])
          expect(range.offset + range.length).toBeLessThanOrEqual(text.length);
        for (const found of policies) expect(parsePolicy(found.text).ok).toBe(true);
      }),
      { numRuns: runs(250), examples: [[['[', compact, '”', '\\']]] },
    );
  });
});
