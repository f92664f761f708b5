import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { awsCli, quoted } from './awsCli.ts';
import { upperCase } from './names.ts';
import { type ExportPart, planOf } from './plan.ts';
import { type Created, normal, plannedOf, someCases, valueOf } from './testSets.ts';

const folder = mkdtempSync(join(tmpdir(), 'aws-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Stands for the AWS CLI: notes what it is called with, and answers as an account in which `THERE` says what exists. */
const AWS = `#!/usr/bin/env bash
{ printf '%s\\0' "$@"; printf '\\0'; } >>"$CALLS"
case "$1 $2" in
  'sts get-caller-identity')
    case "$*" in *Arn*) echo arn:aws:iam::111122223333:user/me ;; *) echo 111122223333 ;; esac ;;
  'iam get-policy' | 'iam get-role')
    if [ "$THERE" = yes ]; then echo '{}'; else echo "An error occurred ($THERE) when calling the operation" >&2; exit 254; fi ;;
  'iam list-policy-versions') case "$*" in *length*) echo 5 ;; *) echo v1 ;; esac ;;
  'organizations list-policies') if [ "$THERE" = yes ]; then echo p-there; fi ;;
  'organizations create-policy') echo p-new ;;
  'organizations list-targets-for-policy') if [ "$THERE" = yes ]; then printf '111122223333\\tou-ab12-cd34ef56\\n'; fi ;;
esac
`;
writeFileSync(join(folder, 'aws'), AWS);
chmodSync(join(folder, 'aws'), 0o755);

const inputsOf = (part: ExportPart) => [
  ...part.parameters,
  ...part.endpoints.map(({ endpointId }) => endpointId),
];

const environmentOf = (part: ExportPart): Record<string, string> =>
  Object.fromEntries(
    inputsOf(part).map(({ name, placeholder }) => [upperCase(name), valueOf(name, placeholder).join(' ')]),
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
    env: { ...environment, PATH: `${folder}:${process.env['PATH']}`, CALLS: calls, THERE: there },
  });
  const noted = existsSync(calls) ? readFileSync(calls, 'utf8').split('\0\0').slice(0, -1) : [];
  return { status, output: stdout + stderr, calls: noted.map((call) => call.split('\0')) };
}

const optionOf = (call: readonly string[], option: string): string | undefined =>
  call.includes(option) ? call[call.indexOf(option) + 1] : undefined;

const READS = /^(get-|list-)/;

/** What the calls make of an account in which nothing was. */
function createdBy(calls: Run['calls']): Created {
  const of = (command: string) => calls.filter(([, name]) => name === command);
  const last = (arn: string | undefined) => arn?.split('/').at(-1) ?? '';
  const policyOf = (call: readonly string[], option: string) =>
    normal(JSON.parse(optionOf(call, option) ?? ''));
  const named = (list: Run['calls'], name: string, document: string) =>
    Object.fromEntries(list.map((call) => [optionOf(call, name), policyOf(call, document)]));
  return {
    policies: named(
      of('create-policy').filter(([service]) => service === 'iam'),
      '--policy-name',
      '--policy-document',
    ),
    roles: Object.fromEntries(
      of('create-role').map((role) => {
        const name = optionOf(role, '--role-name') ?? '';
        const own = (command: string) => of(command).filter((call) => optionOf(call, '--role-name') === name);
        const boundary = optionOf(role, '--permissions-boundary');
        return [
          name,
          {
            trust: policyOf(role, '--assume-role-policy-document'),
            managed: own('attach-role-policy')
              .map((call) => last(optionOf(call, '--policy-arn')))
              .sort(),
            inline: named(own('put-role-policy'), '--policy-name', '--policy-document'),
            ...(boundary === undefined ? {} : { boundary: last(boundary) }),
          },
        ];
      }),
    ),
    endpoints: of('modify-vpc-endpoint').map((call) => policyOf(call, '--policy-document')),
    serviceControl: named(
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
  const files = awsCli.write(set);
  return planOf(set).map((part, index) => ({
    label: `${label}: ${part.id}`,
    part,
    script: files[index]?.text ?? '',
  }));
});

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

  it.each(scripts)('creates what was planned where nothing is: $label', ({ part, script }) => {
    const { status, output, calls } = run(script, environmentOf(part), 'NoSuchEntity');
    expect(output).toBe('Done.\n');
    expect(status).toBe(0);
    expect(createdBy(calls)).toEqual(plannedOf(part));
  });

  it.each(scripts)('creates nothing twice where all is there: $label', ({ part, script }) => {
    const { status, calls } = run(script, environmentOf(part), 'yes');
    expect(status).toBe(0);
    const commands = calls.map(([, command = '']) => command);
    expect(commands.filter((command) => /^create-(policy|role)$/.test(command))).toEqual([]);
    const versions = calls.filter(([, command]) => command === 'create-policy-version');
    expect(versions.map((call) => normal(JSON.parse(optionOf(call, '--policy-document') ?? '')))).toEqual(
      Object.values(plannedOf(part).policies),
    );
    expect(commands.filter((command) => command === 'delete-policy-version')).toHaveLength(versions.length);
    expect(commands).not.toContain('attach-policy');
  });

  it.each(scripts.slice(0, 6))('changes nothing when it only shows: $label', ({ part, script }) => {
    for (const there of ['yes', 'NoSuchEntity']) {
      const { status, output, calls } = run(script, environmentOf(part), there, '--dry-run');
      expect(status).toBe(0);
      expect(output).toContain('would run: aws ');
      expect(calls.filter(([, command = '']) => !READS.test(command))).toEqual([]);
    }
  });

  it('stops at the first answer that is no answer', () => {
    const { part, script } = scripts[0]!;
    const { status, output, calls } = run(script, environmentOf(part), 'AccessDenied');
    expect(status).toBe(1);
    expect(output).toContain('AccessDenied');
    expect(calls.filter(([, command = '']) => !READS.test(command))).toEqual([]);
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
      expect(output).toContain('The environment variable ACCOUNT_ID is missing or wrong.');
      expect(calls).toEqual([]);
    },
  );

  it.each(["it's", '$(x) `y` ${z}', '\\', '!', 'a\nb'])(
    'quotes %j so that a shell reads nothing in it',
    (text) => {
      expect(execFileSync('bash', ['-c', `printf %s ${quoted(text)}`], { encoding: 'utf8' })).toBe(
        text.replace('\n', ' '),
      );
    },
  );
});
