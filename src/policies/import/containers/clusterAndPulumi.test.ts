import { describe, expect, it } from 'vitest';
import { readImport } from '../readImport.ts';
import { readYaml } from '../yaml.ts';

const read = (text: string) => readImport(text, { yaml: readYaml });

describe('a cluster of kOps', () => {
  const cluster = (policy: string) =>
    `apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nmetadata:\n  name: c\nspec:\n  additionalPolicies:\n    node: |\n      ${policy}\n`;

  it('has statements for the nodes of a role', () => {
    const { policies, refusals } = read(
      cluster('[{"Effect":"Allow","Action":["sts:AssumeRole"],"Resource":"*"}]'),
    );
    expect([policies.map(({ title, kind, policy }) => [title, kind, policy.Statement]), refusals]).toEqual([
      [['node', 'identity', [{ Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: '*' }]]],
      [],
    ]);
  });

  it('is listed where they cannot be read', () => {
    const { policies, refusals } = read(cluster('[{"Effect":"Allow","Action":'));
    expect([policies, refusals.map(({ name }) => name)]).toEqual([
      [],
      ['additional policy of the role “node”'],
    ]);
  });
});

it('a role of a controller of Kubernetes has its trust policy by its name', () => {
  const document =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}';
  const { policies } = read(
    `apiVersion: iam.services.k8s.aws/v1alpha1\nkind: Role\nmetadata: {name: m}\nspec:\n  name: r\n  assumeRolePolicyDocument: '${document}'\n`,
  );
  expect(policies.map(({ title, kind }) => [title, kind])).toEqual([['r trust', 'trust']]);
});

describe('a cluster of eksctl', () => {
  const document = '{Version: "2012-10-17", Statement: [{Effect: Deny, Action: "s3:*", Resource: "*"}]}';
  const cluster = (rest: string) =>
    `apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: {name: c}\n${rest}`;

  it.each([
    [
      'sa',
      `iam:\n  serviceAccounts:\n    - metadata: {name: sa, namespace: n}\n      attachPolicy: ${document}\n`,
    ],
    [
      'pod',
      `iam:\n  podIdentityAssociations:\n    - serviceAccountName: pod\n      permissionPolicy: ${document}\n`,
    ],
    ['nodes', `managedNodeGroups:\n  - name: nodes\n    iam:\n      attachPolicy: ${document}\n`],
    ['vpc-cni', `addons:\n  - name: vpc-cni\n    attachPolicy: ${document}\n`],
  ])('has the policy of %s', (name, rest) => {
    const { policies, refusals } = read(cluster(rest));
    expect([policies.map(({ title, kind, policy }) => [title, kind, policy.Statement]), refusals]).toEqual([
      [[name, 'identity', [{ Effect: 'Deny', Action: 's3:*', Resource: '*' }]]],
      [],
    ]);
  });

  it('says what the role has beside it, and lists what is not there', () => {
    const { policies, refusals } = read(
      cluster(
        `iam:\n  serviceAccounts:\n    - metadata: {name: a}\n      attachPolicyARNs: [arn:aws:iam::aws:policy/X]\n      permissionsBoundary: arn:aws:iam::111122223333:policy/B\n      attachPolicy: ${document}\n    - metadata: {name: b}\n      wellKnownPolicies: {autoScaler: true}\n    - metadata: {name: c}\n      attachPolicy: "{{ policy }}"\n`,
      ),
    );
    expect(policies[0]?.notes.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['boundary', 'attached']),
    );
    expect(refusals.map(({ name, detail }) => [name, detail])).toEqual([
      ['b', 'wellKnownPolicies'],
      ['attachPolicy of “c”', 'policy'],
    ]);
  });
});

describe('a program of Pulumi in YAML', () => {
  const program = (statement: string, more = '') =>
    `name: p\nruntime: yaml\nvariables:\n  doc:\n    fn::invoke:\n      function: aws:iam:getPolicyDocument\n      arguments:\n${more}        statements:\n          - ${statement}\n`;

  it('has a document that it invokes the provider for in the short form', () => {
    const { policies, refusals } = read(
      'runtime: yaml\nvariables:\n  doc:\n    fn::aws:iam:getPolicyDocument:\n      statements:\n        - {effect: Deny, actions: ["s3:*"], resources: ["*"]}\n',
    );
    expect([policies.map(({ title, policy }) => [title, policy.Statement]), refusals]).toEqual([
      [['doc', [{ Effect: 'Deny', Action: 's3:*', Resource: '*' }]]],
      [],
    ]);
  });

  it('has the documents that it invokes the provider for', () => {
    const { policies, refusals } = read(
      program(
        '{actions: ["s3:GetObject"], resources: ["${bucket.arn}/*"], conditions: [{test: StringLike, variable: "s3:prefix", values: ["home/&{aws:username}/*"]}]}',
      ),
    );
    expect([policies.map(({ title, policy }) => [title, policy.Statement]), refusals]).toEqual([
      [
        [
          'doc',
          [
            {
              Effect: 'Allow',
              Action: 's3:GetObject',
              Resource: '<bucketArn>/*',
              Condition: { StringLike: { 's3:prefix': 'home/${aws:username}/*' } },
            },
          ],
        ],
      ],
      [],
    ]);
  });

  it.each([
    ['another argument', program('{actions: ["s3:*"], resources: ["*"], when: x}')],
    [
      'other documents',
      program('{actions: ["s3:*"], resources: ["*"]}', '        sourcePolicyDocuments: [x]\n'),
    ],
    [
      'no arguments',
      'runtime: yaml\nvariables:\n  doc:\n    fn::invoke:\n      function: aws:iam:getPolicyDocument\n      statements: x\n',
    ],
  ])('is listed with %s', (_, text) => {
    const { policies, refusals } = read(text);
    expect([policies, refusals.length]).toEqual([[], 1]);
  });
});

it.each(['<%= bucket %>', '<%= @bucket %>', '<%=- bucket -%>'])(
  '%s of a template is a placeholder',
  (mark) => {
    const { policies } = read(
      `{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::${mark}"}]}`,
    );
    expect(policies.map(({ policy }) => policy.Statement[0]?.Resource)).toEqual(['arn:aws:s3:::<bucket>']);
  },
);
