import { expect, it } from 'vitest';
import { readImport } from '../readImport.ts';
import { readYaml } from '../yaml.ts';

const read = (text: string) => readImport(text, { yaml: readYaml });

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const json = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
const yaml = (indent: string) =>
  [
    'Version: "2012-10-17"',
    'Statement:',
    '  - Effect: Allow',
    '    Action: s3:GetObject',
    '    Resource: "*"',
  ]
    .map((line) => `${indent}${line}\n`)
    .join('');

it.each<[module: string, task: string, kind: string, title: string]>([
  [
    'iam_policy',
    `iam_type: role\n    iam_name: nb\n    policy_name: Read\n    policy_json: '${json}'`,
    'identity',
    'Read',
  ],
  ['amazon.aws.iam_managed_policy', `name: Read\n    policy:\n${yaml('      ')}`, 'identity', 'Read'],
  [
    'community.aws.iam_managed_policy',
    `policy_name: Read\n    policy_document: |\n      ${json}`,
    'identity',
    'Read',
  ],
  [
    'amazon.aws.iam_role',
    `name: nb\n    boundary: arn:aws:iam::111122223333:policy/B\n    assume_role_policy_document: '${json.replace('"Resource":"*"', '"Principal":{"Service":"sagemaker.amazonaws.com"}').replace('s3:GetObject', 'sts:AssumeRole')}'`,
    'trust',
    'nb trust',
  ],
  [
    'amazon.aws.s3_bucket',
    `name: b\n    policy: '${json.replace('"Effect"', '"Principal":"*","Effect"')}'`,
    'resource',
    'b',
  ],
])('a policy of %s is read, with its kind and its name', (module, task, kind, title) => {
  for (const text of [
    `- name: t\n  ${module}:\n    ${task}\n`,
    `- hosts: localhost\n  tasks:\n${`- block:\n  - ${module}:\n      ${task.replaceAll('\n', '\n  ')}\n`.replaceAll(/^/gm, '    ')}`,
  ]) {
    const { policies, refusals } = read(text);
    expect(refusals).toEqual([]);
    expect(policies.map((policy) => [policy.kind, policy.title])).toEqual([[kind, title]]);
  }
});

it.each<[module: string, task: string, detail: string]>([
  [
    'amazon.aws.iam_policy',
    `policy_name: P\n    policy_json: "{{ lookup('template', 'p.json.j2') }}"`,
    "lookup('template', 'p.json.j2')",
  ],
  // A path, as the older module has it.
  ['iam_policy', 'policy_name: P\n    policy_document: files/p.json', 'files/p.json'],
  ['amazon.aws.iam_role', `name: P\n    assume_role_policy_document: "{{ trust }}"`, 'trust'],
  ['amazon.aws.sqs_queue', `name: P\n    policy: "{{ queue_policy | to_json }}"`, 'queue_policy | to_json'],
])('what %s is given and is somewhere else is listed: %s', (module, task, detail) => {
  const { policies, refusals } = read(`- name: t\n  ${module}:\n    ${task}\n`);
  expect([policies, refusals.map((refusal) => [refusal.code, refusal.detail])]).toEqual([
    [],
    [['elsewhere', detail]],
  ]);
  expect(refusals[0]?.name).toContain('“P”');
});

it('a policy that a task removes is none; one in a variable is read as in any file', () => {
  const { policies } = read(
    `- hosts: all\n  vars:\n    read_policy:\n${yaml('      ')}  tasks:\n    - iam_policy:\n        policy_name: P\n        state: absent\n        policy_json: '${json}'\n`,
  );
  expect(policies.map(({ title }) => title)).toEqual(['read_policy']);
});

it('managed policies of a role that are somewhere else are noted, as a list and as one name', () => {
  for (const managed of [
    '[arn:aws:iam::aws:policy/ReadOnlyAccess]',
    'arn:aws:iam::aws:policy/ReadOnlyAccess',
    '"{{ managed }}"',
  ]) {
    const { policies } = read(
      `- iam_role:\n    name: nb\n    managed_policies: ${managed}\n    assume_role_policy_document: '${json.replace('"Resource":"*"', '"Principal":{"Service":"sagemaker.amazonaws.com"}')}'\n`,
    );
    expect(policies[0]?.notes.map(({ code }) => code)).toContain('attached');
  }
});

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
});

it.each<[what: string, text: string, found: readonly unknown[]]>([
  [
    'a fact that a task sets',
    `- hosts: all\n  tasks:\n    - set_fact:\n        pol:\n${yaml('          ')}    - iam_policy:\n        policy_name: P\n        policy_json: "{{ pol | to_json }}"\n`,
    [['identity', 'P', []]],
  ],
  [
    'a variable of a play, under a condition',
    `- hosts: all\n  vars:\n    pol:\n${yaml('      ')}  tasks:\n    - when: on == 1\n      block:\n        - when: [a, b]\n          iam_role:\n            name: r\n            assume_role_policy_document: '{{ pol }}'\n`,
    [['trust', 'r trust', ['on == 1, a and b']]],
  ],
  [
    'a variable that is set twice',
    `- hosts: all\n  vars:\n    pol:\n${yaml('      ')}  tasks:\n    - set_fact:\n        pol: '${json}'\n    - iam_policy:\n        policy_name: P\n        policy_json: "{{ pol | to_json }}"\n`,
    [['identity', 'pol', []], ['identity', 'pol (2)', []], 'pol | to_json'],
  ],
  [
    'parameters on one line',
    `- iam_policy: iam_type=role policy_name=P policy_json='${json}'\n- iam_role: name=r assume_role_policy_document='${trust}' boundary=arn:x\n`,
    [
      ['identity', 'P', []],
      ['trust', 'r trust', []],
    ],
  ],
  [
    'parameters on one line, of another file',
    `- iam_policy: policy_name=P state=present policy_document=files/p.json\n`,
    ['files/p.json'],
  ],
  [
    'what is removed on one line',
    `- iam_policy: policy_name=P state=absent policy_json='${json}'\n`,
    ['Statement'],
  ],
  [
    'an action',
    `- local_action: iam_policy policy_name=P policy_json='${json}'\n- action:\n    module: amazon.aws.iam_policy\n    policy_name: Q\n    policy_json: '${json}'\n`,
    [
      ['identity', 'P', []],
      ['identity', 'Q', []],
    ],
  ],
  [
    'a state that depends on a variable',
    `- iam_policy:\n    policy_name: P\n    state: "{{ 'present' if prod else 'absent' }}"\n    policy_json: '${json}'\n- iam_policy: policy_name=Q state={{wanted}} policy_json='${json}'\n`,
    [
      ['identity', 'P', [`state: 'present' if prod else 'absent'`]],
      ['identity', 'Q', ['state: wanted']],
    ],
  ],
  [
    'tasks that only their tags start',
    `- iam_policy:\n    policy_name: P\n    policy_json: '${json}'\n  tags: [never, debug]\n- iam_policy: policy_name=Q policy_json='${json}'\n  tags: [nevermore, always]\n`,
    [
      ['identity', 'P', ['tags: never, debug']],
      ['identity', 'Q', []],
    ],
  ],
  [
    'a text in a variable, once, with the condition of its play',
    `- hosts: all\n  tags:\n    - never\n  vars:\n    doc: '${json}'\n  tasks:\n    - iam_policy:\n        policy_name: P\n        policy_json: "{{ doc }}"\n`,
    [['identity', 'P', ['tags: never']]],
  ],
  [
    'parameters in args',
    `- iam_policy: policy_name=P\n  args:\n    policy_json: '${json}'\n`,
    [['identity', 'P', []]],
  ],
])('%s has its policies, or they are listed', (_what, text, found) => {
  const { policies, refusals } = read(text);
  const only = policies.map(({ kind, title, notes }) => [
    kind,
    title,
    notes.flatMap(({ code, detail }) => (code === 'onlyIf' ? [detail] : [])),
  ]);
  expect([...only, ...refusals.map(({ detail }) => detail)]).toEqual(found);
});
