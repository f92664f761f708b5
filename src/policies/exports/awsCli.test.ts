import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../language/policy.ts';
import { minifyPolicy } from '../language/print.ts';
import { awsCli } from './awsCli.ts';
import { shellQuoted } from './shellQuoted.ts';
import { upperCase } from '../language/letterCase.ts';
import { planOf } from './plan.ts';
import { type ExportPart, namesOf } from './planned.ts';
import {
  type Created,
  exampleParts,
  normal,
  plannedOf,
  setOfDocuments,
  someCases,
  valueOf,
} from './testing/exportCases.ts';
import { exhaustive } from '../testing/effort.ts';

const folder = mkdtempSync(join(tmpdir(), 'aws-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Stands for the AWS CLI: notes what it is called with, and answers as an account in which `THERE` says what exists: everything,
 * nothing (the error's name), or what lies in files of the folder `STATE`.
 */
const AWS = `{ printf '%s\\0' "$@"; printf '\\0'; } >>"$CALLS"
[ "\${LC_ALL:-}" = C ] && exit 99
query=
policy=
role=
name=
id=
version=
set=
for argument; do
  case "\${before:-}" in
    --query) query=$argument ;;
    --policy-arn) policy=\${argument##*/} ;;
    --role-name) role=$argument ;;
    --policy-name) name=$argument ;;
    --policy-id | --vpc-endpoint-ids) id=$argument ;;
    --version-id) version=$argument ;;
    --permission-set-arn) set=$argument ;;
    --name) name=$argument ;;
  esac
  before=$argument
done
answer() { if [ "$THERE" = state ]; then cat "$STATE/$1" 2>/dev/null || refuse NoSuchEntity; else echo '{}'; fi; }
refuse() { echo "An error occurred ($1) when calling the operation" >&2; exit 254; }
there() { case "$THERE" in yes) ;; state) [ -e "$STATE/$1" ] || refuse NoSuchEntity ;; *) refuse "$THERE" ;; esac; }
case "$2" in
  get-* | list-* | describe-*) ;;
  *) if [ "\${FAILS_ON:-}" = "$2" ]; then refuse LimitExceeded; fi ;;
esac
case "$1 $2" in
  'sts get-caller-identity')
    case "$query" in *Arn*) echo arn:aws:iam::111122223333:user/me ;; *) echo 111122223333 ;; esac ;;
  'iam get-policy')
    there "policy $policy"; case "$query" in *DefaultVersionId*) echo v4 ;; esac ;;
  'iam get-policy-version') [ "$version" = v4 ] && answer "policy $policy" ;;
  'iam get-role')
    there "trust $role"
    case "$query" in
      *PermissionsBoundaryArn*) answer "boundary $role" ;;
      *AssumeRolePolicyDocument*) answer "trust $role" ;;
      *Role.Arn*) echo "arn:aws:iam::111122223333:role/$role" ;;
    esac ;;
  'iam list-attached-role-policies')
    if [ "$THERE" = state ]; then arn=\${query#*\\'}; grep -Fx "\${arn%%\\'*}" "$STATE/attached $role"; fi ;;
  'iam get-role-policy')
    there "inline $role $name"
    case "$query" in *PolicyDocument*) answer "inline $role $name" ;; esac ;;
  'iam list-policy-versions') case "$query" in *length*) echo 5 ;; *) echo v1 ;; esac ;;
  'ec2 describe-vpc-endpoints') answer "endpoint $id" ;;
  'sagemaker get-model-package-group-policy') answer 'resource modelPackageGroup' ;;
  's3api get-bucket-policy') answer 'resource bucket' ;;
  'kms get-key-policy') answer 'resource key' ;;
  'ecr get-repository-policy') answer 'resource repository' ;;
  'organizations list-policies')
    name=\${query#*\\'}; name=\${name%%\\'*}
    if [ "$THERE" = yes ] || { [ "$THERE" = state ] && [ -e "$STATE/control $name" ]; }; then echo "p-$name"; fi ;;
  'sso-admin list-permission-sets')
    if [ "$THERE" = yes ]; then printf 'ps-other\\tps-any\\n'; fi
    if [ "$THERE" = state ]; then for there in "$STATE/set "*; do echo "ps-\${there##* }"; done; fi ;;
  'sso-admin describe-permission-set')
    if [ "$THERE" = yes ] && [ "$set" = ps-any ]; then echo "$SET"; elif [ "$THERE" = state ]; then echo "\${set#ps-}"; fi ;;
  'sso-admin create-permission-set') echo "ps-$name" ;;
  'sso-admin get-inline-policy-for-permission-set') answer "inline \${set#ps-}" ;;
  'sso-admin list-customer-managed-policy-references-in-permission-set')
    if [ "$THERE" = state ]; then name=\${query#*\\'}; grep -Fx "\${name%%\\'*}" "$STATE/references \${set#ps-}"; fi ;;
  'sso-admin get-permissions-boundary-for-permission-set')
    if [ "$THERE" = state ] && [ -e "$STATE/boundary \${set#ps-}" ]; then cat "$STATE/boundary \${set#ps-}"; else refuse ResourceNotFoundException; fi ;;
  'sso-admin list-accounts-for-provisioned-permission-set') [ "$THERE" = yes ] && echo 111122223333 ;;
  'organizations describe-policy') answer "control \${id#p-}" ;;
  'organizations create-policy') echo p-new ;;
  'organizations list-targets-for-policy')
    case "$THERE" in yes | state) printf '111122223333\\tou-ab12-cd34ef56\\n' ;; esac ;;
esac
exit 0
`;
writeFileSync(join(folder, 'aws'), `#!/usr/bin/env bash\n${AWS}`);
chmodSync(join(folder, 'aws'), 0o755);
// As a function, in a shell of its own with options of its own, it starts without a program: scripts call it thousands of times.
writeFileSync(join(folder, 'function'), `aws() (\nset +eu +o pipefail\n${AWS})\n`);

const inputsOf = (part: ExportPart) => [
  ...part.parameters,
  ...part.endpoints.map(({ endpointId }) => endpointId),
];

const environmentOf = (part: ExportPart): Record<string, string> => ({
  ...Object.fromEntries(
    inputsOf(part).map(({ name, placeholder }) => [upperCase(name), valueOf(name, placeholder).join(' ')]),
  ),
  ...(part.resourcePolicies.length > 0
    ? { REPLACE_RESOURCE_POLICIES: 'modelPackageGroup bucket key repository' }
    : {}),
});

const state = join(folder, 'state');

/** Keeps what a part creates as the account that the stub then answers for; documents as the AWS CLI prints them. */
function keepState(part: ExportPart): void {
  rmSync(state, { recursive: true, force: true });
  mkdirSync(state);
  const values = environmentOf(part);
  const keep = (name: string, text: string) => writeFileSync(join(state, name), text);
  const keepDocument = (name: string, document: PolicyDocument) => keep(name, asPrinted(document));
  const arn = (name: string) => `arn:aws:iam::111122223333:policy/${name}`;
  for (const { name, document } of part.policies) keepDocument(`policy ${name}`, document);
  for (const role of part.roles) {
    keepDocument(`trust ${role.name}`, role.trust);
    keep(`boundary ${role.name}`, role.boundary ? arn(role.boundary.name) : 'None');
    keep(`attached ${role.name}`, role.managed.map(({ name }) => `${arn(name)}\n`).join(''));
    for (const { id, document } of role.inline) keepDocument(`inline ${role.name} ${id}`, document);
  }
  for (const role of part.existing)
    for (const name of namesOf(role)) {
      keep(`trust ${name}`, '{}');
      keep(`attached ${name}`, role.managed.map((policy) => `${arn(policy.name)}\n`).join(''));
      for (const { id, document } of role.inline) keepDocument(`inline ${name} ${id}`, document);
    }
  for (const { name, inline, managed, boundary } of part.permissionSets) {
    keep(`set ${name}`, '');
    if (inline) keepDocument(`inline ${name}`, inline.document);
    keep(`references ${name}`, managed.map((policy) => `${policy.name}\n`).join(''));
    if (boundary) keep(`boundary ${name}`, boundary.name);
  }
  for (const { document, endpointId } of part.endpoints)
    keepDocument(`endpoint ${values[upperCase(endpointId.name)]}`, document);
  for (const { resource, document } of part.resourcePolicies)
    keepDocument(`resource ${resource.type}`, document);
  for (const { name, document } of part.organizationPolicies) keepDocument(`control ${name}`, document);
}

const asPrinted = (document: PolicyDocument): string =>
  JSON.stringify(
    JSON.parse(
      minifyPolicy(document).replace(
        /<([A-Za-z_]+)>/g,
        (whole, name: string) => exampleParts.get(name) ?? whole,
      ),
    ),
    null,
    4,
  );

interface Run {
  readonly status: number | null;
  readonly output: string;
  /** Arguments of each call of the AWS CLI. */
  readonly calls: readonly (readonly string[])[];
}

function run(
  script: string,
  environment: Record<string, string>,
  there: string,
  ...options: readonly string[]
): Run {
  const calls = join(folder, 'calls');
  rmSync(calls, { force: true });
  writeFileSync(join(folder, 'script.sh'), script);
  const { status, stdout, stderr } = spawnSync('bash', [join(folder, 'script.sh'), ...options], {
    encoding: 'utf8',
    env: {
      PATH: `${folder}:${process.env['PATH']}`,
      BASH_ENV: join(folder, 'function'),
      ...environment,
      CALLS: calls,
      STATE: state,
      THERE: there,
    },
  });
  const noted = existsSync(calls) ? readFileSync(calls, 'utf8').split('\0\0').slice(0, -1) : [];
  return { status, output: stdout + stderr, calls: noted.map((call) => call.split('\0')) };
}

const optionOf = (call: readonly string[], option: string): string | undefined =>
  call.includes(option) ? call[call.indexOf(option) + 1] : undefined;

const READS = /^(get-|list-|describe-)/;

/** What the calls make of an account in which nothing was. */
function createdBy(calls: Run['calls']): Created {
  const of = (command: string) => calls.filter(([, name]) => name === command);
  const last = (arn: string | undefined) => arn?.split('/').at(-1) ?? '';
  const policyOf = (call: readonly string[], option: string) =>
    normal(JSON.parse(optionOf(call, option) ?? ''));
  const named = (list: Run['calls'], name: string, document: string) =>
    Object.fromEntries(list.map((call) => [optionOf(call, name), policyOf(call, document)]));
  const own = (command: string, role: string) =>
    of(command).filter((call) => optionOf(call, '--role-name') === role);
  const policiesOf = (role: string) => ({
    managed: own('attach-role-policy', role)
      .map((call) => last(optionOf(call, '--policy-arn')))
      .sort(),
    inline: named(own('put-role-policy', role), '--policy-name', '--policy-document'),
  });
  const created = new Set(of('create-role').map((call) => optionOf(call, '--role-name')));
  const existing = new Set(
    [...of('attach-role-policy'), ...of('put-role-policy')]
      .map((call) => optionOf(call, '--role-name') ?? '')
      .filter((name) => !created.has(name)),
  );
  return {
    policies: named(
      of('create-policy').filter(([service]) => service === 'iam'),
      '--policy-name',
      '--policy-document',
    ),
    roles: Object.fromEntries(
      of('create-role').map((role) => {
        const name = optionOf(role, '--role-name') ?? '';
        const boundary = optionOf(role, '--permissions-boundary');
        return [
          name,
          {
            trust: policyOf(role, '--assume-role-policy-document'),
            ...policiesOf(name),
            ...(boundary === undefined ? {} : { boundary: last(boundary) }),
          },
        ];
      }),
    ),
    existing: Object.fromEntries([...existing].map((name) => [name, policiesOf(name)])),
    permissionSets: Object.fromEntries(
      of('create-permission-set').map((set) => {
        const name = optionOf(set, '--name') ?? '';
        const ofSet = (command: string) =>
          of(command).filter((call) => optionOf(call, '--permission-set-arn') === `ps-${name}`);
        const [inline] = ofSet('put-inline-policy-to-permission-set');
        const [boundary] = ofSet('put-permissions-boundary-to-permission-set');
        const named = (text = '') => /Name=([^,]+),Path=\/\}?$/.exec(text)?.[1] ?? '';
        return [
          name,
          {
            description: optionOf(set, '--description') ?? '',
            ...(inline ? { inline: policyOf(inline, '--inline-policy') } : {}),
            managed: ofSet('attach-customer-managed-policy-reference-to-permission-set')
              .map((call) => named(optionOf(call, '--customer-managed-policy-reference')))
              .sort(),
            ...(boundary ? { boundary: named(optionOf(boundary, '--permissions-boundary')) } : {}),
          },
        ];
      }),
    ),
    endpoints: of('modify-vpc-endpoint').map((call) => policyOf(call, '--policy-document')),
    resourcePolicies: (
      [
        [
          'modelPackageGroup',
          'put-model-package-group-policy',
          '--model-package-group-name',
          '--resource-policy',
        ],
        ['bucket', 'put-bucket-policy', '--bucket', '--policy'],
        ['key', 'put-key-policy', '--key-id', '--policy'],
        ['repository', 'set-repository-policy', '--repository-name', '--policy-text'],
      ] as const
    ).flatMap(([type, command, name, policy]) =>
      of(command).map((call) => ({ type, name: optionOf(call, name) ?? '', policy: policyOf(call, policy) })),
    ),
    organizationPolicies: named(
      of('create-policy').filter(([service]) => service === 'organizations'),
      '--name',
      '--content',
    ),
    targets: Array.from(
      new Set(of('attach-policy').map((call) => optionOf(call, '--target-id') ?? '')),
    ).sort(),
  };
}

const scripts = someCases.flatMap(({ label, set }) => {
  const files = awsCli.write(set).filter(({ name }) => name.endsWith('.sh'));
  return planOf(set).map((part, index) => ({
    label: `${label}: ${part.id}`,
    part,
    script: files[index]?.text ?? '',
  }));
});

/** The steps that a script has announced. */
const stepsOf = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => /^(create|update|attach|write|set|delete) /.test(line));

/** Its findings on what a script may be run with; it is not part of every system. */
function shellcheck(script: string): string {
  const { error, stdout } = spawnSync('shellcheck', ['--shell=bash', '-'], {
    input: script,
    encoding: 'utf8',
  });
  return error === undefined ? stdout : '';
}

describe('AWS CLI', () => {
  it.each(scripts)('is a script that bash reads: $label', ({ script }) => {
    expect(execFileSync('bash', ['-n'], { input: script, encoding: 'utf8' })).toBe('');
    expect(shellcheck(script)).toBe('');
  });

  const everySecond = scripts.filter(
    ({ label }, place) => exhaustive || place % 2 === 0 || label.startsWith('hostile'),
  );

  it.each(everySecond)('creates what was planned where nothing is: $label', ({ part, script }) => {
    const { status, output, calls } = run(script, environmentOf(part), 'NoSuchEntity');
    const changes = calls.filter(([, command = '']) => !READS.test(command));
    const lines = output.trim().split('\n');
    // What is done before each change, and its result after it.
    expect(lines.filter((line) => /^ {2}done\b/.test(line))).toHaveLength(changes.length);
    expect(stepsOf(lines).length).toBeGreaterThanOrEqual(changes.length);
    expect(lines.at(-1)).toBe('Done.');
    expect(status).toBe(0);
    expect(createdBy(calls)).toEqual(plannedOf(part));
  });

  /** Every kind of part; the others in `npm run test:all`. */
  const someScripts = scripts.filter(
    ({ label }) =>
      exhaustive || /^(everyone, perPersona, inline|roles (mixed|named), managed|one role)/.test(label),
  );

  it.each(someScripts)('creates nothing twice where all is there: $label', ({ part, script }) => {
    const { status, calls } = run(script, environmentOf(part), 'yes');
    expect(status).toBe(0);
    const commands = calls.map(([, command = '']) => command);
    expect(commands.filter((command) => /^create-(policy|role)$/.test(command))).toEqual([]);
    const versions = calls.filter(([, command]) => command === 'create-policy-version');
    const written = versions.map((call) => normal(JSON.parse(optionOf(call, '--policy-document') ?? '')));
    const planned = Object.values(plannedOf(part).policies);
    expect(written).toHaveLength(planned.length);
    expect(written).toEqual(expect.arrayContaining(planned));
    expect(commands.filter((command) => command === 'delete-policy-version')).toHaveLength(versions.length);
    expect(commands).not.toContain('attach-policy');
  });

  const few = scripts.filter(({ label }) =>
    exhaustive
      ? /^everyone, (merged|perPersona, (inline|managed, s))/.test(label)
      : label.startsWith('everyone, perPersona, inline'),
  );

  it.each(few)('changes nothing where all is as planned: $label', ({ part, script }) => {
    keepState(part);
    for (const options of [[], ['--dry-run']]) {
      const { status, output, calls } = run(script, environmentOf(part), 'state', ...options);
      expect(output).not.toContain('would run');
      expect(calls.filter(([, command = '']) => !READS.test(command))).toEqual([]);
      const made = part.policies.length + part.roles.length + part.endpoints.length;
      expect(
        output.split('\n').filter((line) => line.startsWith('unchanged: ')).length,
      ).toBeGreaterThanOrEqual(made + part.organizationPolicies.length);
      expect(status).toBe(0);
    }
  });

  it('updates only what differs, white space within a text included', () => {
    const policyOf = (text: string): PolicyDocument => ({
      Version: '2012-10-17',
      Statement: [{ Sid: 'A', Effect: 'Allow', Action: ['s3:GetObject'], Resource: [text] }],
    });
    const set = setOfDocuments(
      'ours',
      ['a  "b\\" é', 'c'].map((text, index) => ({
        id: `own-${index + 1}`,
        title: `Policy ${index}`,
        kind: 'identity',
        personas: [],
        provenance: [],
        policy: policyOf(text),
      })),
    );
    const [part] = planOf(set);
    const script = awsCli.write(set)[0]?.text ?? '';
    keepState(part!);
    expect(run(script, {}, 'state').output).toBe(
      'Account 111122223333, partition aws\nunchanged: policy ours-policy-0-permissions\nunchanged: policy ours-policy-1-permissions\nDone.\n',
    );
    writeFileSync(join(state, 'policy ours-policy-0-permissions'), asPrinted(policyOf('a "b\\" é')));
    const { calls, output } = run(script, {}, 'state');
    expect(output).toContain('unchanged: policy ours-policy-1-permissions');
    const puts = calls.filter(([, command]) => command === 'create-policy-version');
    expect(puts.map((call) => optionOf(call, '--policy-arn')?.split('/')[1])).toEqual([
      'ours-policy-0-permissions',
    ]);
    expect(JSON.parse(optionOf(puts[0]!, '--policy-document') ?? '')).toEqual(policyOf('a  "b\\" é'));
  });

  const single = (value: readonly unknown[]) => (value.length === 1 ? value[0] : value);

  it.each<[name: string, printed: (list: readonly unknown[]) => unknown]>([
    ['with lists of one entry as the entry', single],
    ['with lists in another order', (list) => list.toReversed()],
    ['with both', (list) => single(list.toReversed())],
  ])('knows a policy of a resource again that is printed %s', (_, printed) => {
    const { part, script } = scripts.find(({ part }) => part.resourcePolicies.length > 0)!;
    keepState(part);
    const kept = part.resourcePolicies.map(({ resource: { type } }) => join(state, `resource ${type}`));
    const replacer = (key: string, value: unknown) =>
      Array.isArray(value) && key !== 'Statement' ? printed(value) : value;
    for (const file of kept)
      writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, 'utf8')), replacer));
    const environment = { ...environmentOf(part), REPLACE_RESOURCE_POLICIES: '' };
    const { status, output, calls } = run(script, environment, 'state');
    expect(calls.filter(([, command = '']) => !READS.test(command))).toEqual([]);
    expect(output.match(/^unchanged: /gm)).toHaveLength(kept.length);
    expect(status).toBe(0);
  });

  it('replaces only the policies that are named, goes on with the others, and ends with an error where one is left out', () => {
    const { part, script } = scripts.find(({ part }) => part.resourcePolicies.length > 0)!;
    keepState(part);
    const other = '{"Version":"2012-10-17","Statement":[{"Sid":"Kept"}]}';
    for (const type of ['bucket', 'key']) writeFileSync(join(state, `resource ${type}`), other);
    const environment = { ...environmentOf(part), REPLACE_RESOURCE_POLICIES: 'bucket' };
    const { status, output, calls } = run(script, environment, 'state');
    const changes = calls.map(([, command = '']) => command).filter((command) => !READS.test(command));
    expect(changes).toEqual(['put-bucket-policy']);
    expect(output).toMatch(/^unchanged: policy of repository /m);
    expect(output).toMatch(/^Not set: the policy of key .* would replace another one:$/m);
    expect(output).toContain('Not set: key. See above.');
    expect(status).toBe(1);
  });

  it('prints a policy of a resource before it replaces it', () => {
    const { part, script } = scripts.find(({ part }) => part.resourcePolicies.length > 0)!;
    keepState(part);
    const other = '{"Version":"2012-10-17","Statement":[{"Sid":"Kept"}]}';
    writeFileSync(join(state, 'resource bucket'), other);
    const { output } = run(script, environmentOf(part), 'state');
    expect(output).toMatch(/^The policy of bucket .* replaces:$/m);
    expect(output).toContain(other);
  });

  const organization = scripts.find(({ part }) => part.id === 'organization')!;

  it.each([
    'ou-ab12-cd34ef56 111122223333',
    'ou-ab12-cd34ef56,111122223333',
    'ou-ab12-cd34ef56\n111122223333\n',
    ' ou-ab12-cd34ef56 ,\t\r\n 111122223333 111122223333,',
  ])('takes every target of the list %j', (TARGET_IDS) => {
    const environment = { ...environmentOf(organization.part), TARGET_IDS };
    const { status, calls } = run(organization.script, environment, 'NoSuchEntity');
    expect(status).toBe(0);
    const attached = calls.filter(([, command]) => command === 'attach-policy');
    const wanted = organization.part.organizationPolicies.flatMap(() => ['ou-ab12-cd34ef56', '111122223333']);
    expect(attached.map((call) => optionOf(call, '--target-id'))).toEqual(wanted);
  });

  it.each(['', ' \n,', 'ou-ab12-cd34ef56\nrubbish', '111122223333,*', 'rubbish ou-ab12-cd34ef56'])(
    'checks every target of the list %j',
    (TARGET_IDS) => {
      const environment = { ...environmentOf(organization.part), TARGET_IDS };
      const { status, output, calls } = run(organization.script, environment, 'NoSuchEntity');
      expect(output).toContain('The environment variable TARGET_IDS is missing or invalid.');
      expect([status, calls]).toEqual([2, []]);
    },
  );

  it.each([
    ['ACCOUNT_ID', '444455556666', '111122223333'],
    ['PARTITION', 'aws-cn', 'aws'],
  ])('changes nothing where %s is not the one of the caller', (name, value, own) => {
    const statement = {
      Effect: 'Allow',
      Action: ['s3:*'],
      Resource: ['arn:<PARTITION>:s3:::<ACCOUNT_ID>'],
    } as const;
    const document = {
      id: 'own-1',
      title: 'A',
      personas: [],
      provenance: [],
      policy: { Statement: [statement] },
    };
    const right = { ACCOUNT_ID: '111122223333', PARTITION: 'aws' };
    const script = awsCli.write(setOfDocuments('a', [{ ...document, kind: 'identity' }]))[0]?.text ?? '';
    expect(run(script, right, 'NoSuchEntity').status).toBe(0);
    const { status, output, calls } = run(script, { ...right, [name]: value }, 'NoSuchEntity');
    expect(output).toContain(
      `${name} is ${value}, but the AWS CLI is signed in to ${own}. Nothing was changed.`,
    );
    expect(status).toBe(2);
    expect(new Set(calls.map(([service]) => service))).toEqual(new Set(['sts']));
  });

  it('leaves the language of the AWS CLI to the person who runs it', () => {
    const { part, script } = organization;
    const environment = { ...environmentOf(part), LC_ALL: 'C.UTF-8' };
    expect(run(script, environment, 'NoSuchEntity').status).toBe(0);
    expect(script).not.toMatch(/export.*LC_ALL/);
  });

  const eachPart = scripts.filter(({ label }) =>
    label.startsWith('everyone, perPersona, inline, serviceControl'),
  );

  it.each(exhaustive ? scripts : eachPart)(
    'changes nothing when it only shows: $label',
    ({ part, script }) => {
      for (const there of ['yes', 'NoSuchEntity']) {
        const { status, output, calls } = run(script, environmentOf(part), there, '--dry-run');
        expect(status).toBe(0);
        expect(output).toContain('would run: aws ');
        expect(calls.filter(([, command = '']) => !READS.test(command))).toEqual([]);
      }
    },
  );

  it('stops at the first answer that is no answer', () => {
    const { part, script } = scripts[0]!;
    const { status, output, calls } = run(script, environmentOf(part), 'AccessDenied');
    expect(status).toBe(1);
    expect(output).toContain('AccessDenied');
    expect(output).toContain('Stopped. Nothing was changed.\n');
    expect(calls.filter(([, command = '']) => !READS.test(command))).toEqual([]);
  });

  it('says while it runs what it changes, and after an error what it has changed', () => {
    const policy: PolicyDocument = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'] }],
    };
    const documents = ['a', 'b'].map((title) => ({
      id: `own-${title}`,
      title,
      kind: 'identity' as const,
      personas: [],
      provenance: [],
      policy,
    }));
    const script = awsCli.write(setOfDocuments('ours', documents))[0]?.text ?? '';
    const steps = ['create policy ours-a-permissions', 'create policy ours-b-permissions'];
    expect(run(script, {}, 'NoSuchEntity').output.split('\n')).toEqual([
      'Account 111122223333, partition aws',
      ...steps.flatMap((step) => [step, '  done']),
      'Done.',
      '',
    ]);
    // One is there and has changed, the other is to be created, which fails.
    keepState(planOf(setOfDocuments('ours', documents))[0]!);
    writeFileSync(join(state, 'policy ours-a-permissions'), '{}');
    rmSync(join(state, 'policy ours-b-permissions'));
    // The program on the path, as a shell finds the AWS CLI.
    const failed = run(script, { FAILS_ON: 'create-policy', BASH_ENV: '' }, 'state');
    expect(failed.status).toBe(254);
    const output = failed.output.split('\n');
    expect(output.slice(output.indexOf('Stopped. Changes made before the error:'))).toEqual([
      'Stopped. Changes made before the error:',
      '  delete version v1 of policy ours-a-permissions',
      '  update policy ours-a-permissions',
      'Fix the error and run the script again. It skips what is up to date.',
      '',
    ]);
    expect(output).toContain('An error occurred (LimitExceeded) when calling the operation');
    expect(output).not.toContain('Done.');
  });

  it.each(someScripts)('says what was changed before an error: $label', ({ part, script }) => {
    const all = run(script, environmentOf(part), 'NoSuchEntity');
    const last = all.calls.findLast(([, command = '']) => !READS.test(command))?.[1] ?? '';
    const { status, output, calls } = run(script, { ...environmentOf(part), FAILS_ON: last }, 'NoSuchEntity');
    const made = calls.filter(([, command = '']) => !READS.test(command)).slice(0, -1);
    expect(status).toBe(254);
    const told = output.slice(output.indexOf('Stopped. '));
    expect(told.split('\n').filter((line) => line.startsWith('  '))).toHaveLength(made.length);
    expect(told.startsWith(made.length === 0 ? 'Stopped. Nothing' : 'Stopped. Changes')).toBe(true);
  });

  it.each(['', '*', '11112222333', '111122223333 ', '$(touch x)', '"}', "111122223333'\n*"])(
    'asks for a value again before it calls anything: %j',
    (value) => {
      const { part, script } = scripts[0]!;
      const { status, output, calls } = run(
        script,
        { ...environmentOf(part), ACCOUNT_ID: value },
        'NoSuchEntity',
      );
      expect(status).toBe(2);
      expect(output).toContain('The environment variable ACCOUNT_ID is missing or invalid.');
      expect(calls).toEqual([]);
    },
  );

  it.each(["it's", '$(x) `y` ${z}', '\\', '!', 'a\nb'])(
    'quotes %j so that a shell reads nothing in it',
    (text) => {
      expect(execFileSync('bash', ['-c', `printf %s ${shellQuoted(text)}`], { encoding: 'utf8' })).toBe(
        text.replace('\n', ' '),
      );
    },
  );
});
