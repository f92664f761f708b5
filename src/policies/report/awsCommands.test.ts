import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccessComparison, PolicyPair } from '../access/everyRequest/accessDifference.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { runs } from '../testing/effort.ts';
import { documentWith } from '../language/testing/documentWith.ts';
import { awsCommands } from './awsCommands.ts';
import { shellWord } from './shellWord.ts';

const doc = documentWith({ Effect: 'Allow', Resource: '*' });

/** The words of a command as a shell reads them: it runs a function in place of `aws`. */
const wordsOf = (command: string): readonly string[] =>
  execFileSync('sh', ['-c', `aws() { printf '%s\\0' "$@"; }; ${command}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);

const optionIn = (command: string, name: string): string => {
  const words = wordsOf(command);
  return words[words.indexOf(name) + 1] ?? '';
};

const pair = (
  before: PolicyDocument,
  after: PolicyDocument,
  kind: PolicyPair['kind'] = 'identity',
): PolicyPair => ({
  kind,
  before: [before],
  after: [after],
});
const same: AccessComparison = { newAccess: { state: 'none' }, removedAccess: { state: 'none' } };
const request = {
  action: 's3:GetObject',
  resource: "arn:aws:s3:::it's/a b",
  context: { 'aws:MultiFactorAuthAge': ['10'], 'aws:TagKeys': ['a', 'b'] },
};
const more: AccessComparison = {
  ...same,
  newAccess: {
    state: 'some',
    others: 'none',
    kinds: [
      {
        service: 's3',
        accessLevel: 'Read',
        witness: request,
        simulated: {
          request: { ...request, principal: '*', resource: { arn: request.resource } },
          before: 'implicitDeny',
          after: 'allowed',
        },
      },
    ],
  },
};
const get = doc({
  Action: 's3:GetObject',
  Condition: {
    NumericLessThan: { 'aws:MultiFactorAuthAge': '60' },
    'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] },
  },
});

describe('a word of a shell', () => {
  it.each(["it's", '$(id)', '`id`', '"', '\\', '!!', 'a\nb', '', "'''", '${x}', '-n', '%s'])('%j', (text) => {
    expect(execFileSync('sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' })).toBe(text);
  });

  it('law: what a shell reads is the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')),
          { minLength: 1, maxLength: 8 },
        ),
        (texts) => {
          const printed = execFileSync('sh', ['-c', `printf '%s\\0' ${texts.map(shellWord).join(' ')}`], {
            encoding: 'utf8',
          });
          expect(printed).toBe(texts.map((text) => `${text}\0`).join(''));
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

describe('commands', () => {
  it('compare both ways, and say what AWS answers where it agrees', () => {
    const { commands, notes } = awsCommands(pair(doc({ Action: 's3:Put*' }), get), same);
    expect(commands.map(({ title, expected }) => [title, expected])).toEqual([
      ['Check for new access', 'PASS'],
      ['Check for removed access', 'PASS'],
      ['Validate the policy', undefined],
    ]);
    expect(notes).toEqual([]);
    const [first, second] = commands;
    expect(JSON.parse(optionIn(first!.command, '--new-policy-document'))).toEqual(get);
    expect(JSON.parse(optionIn(second!.command, '--existing-policy-document'))).toEqual(get);
    expect(optionIn(first!.command, '--policy-type')).toBe('IDENTITY_POLICY');
  });

  it('of a request have it word by word, with the types of its keys', () => {
    const { commands } = awsCommands(pair(doc({ Action: 's3:Put*' }), get), more);
    const granted = commands.find(({ title }) => title === 'Check access: s3:GetObject')!;
    expect(JSON.parse(optionIn(granted.command, '--access'))).toEqual([
      { actions: ['s3:GetObject'], resources: [request.resource] },
    ]);
    const simulated = commands.find(({ title }) => title === 'Simulate: s3:GetObject')!;
    expect(JSON.parse(JSON.parse(optionIn(simulated.command, '--policy-input-list'))[0])).toEqual(get);
    expect(JSON.parse(optionIn(simulated.command, '--resource-arns'))).toEqual([request.resource]);
    expect(JSON.parse(optionIn(simulated.command, '--context-entries'))).toEqual([
      { ContextKeyName: 'aws:MultiFactorAuthAge', ContextKeyValues: ['10'], ContextKeyType: 'numeric' },
      { ContextKeyName: 'aws:TagKeys', ContextKeyValues: ['a', 'b'], ContextKeyType: 'stringList' },
    ]);
  });

  it.each<[PolicyPair['kind'], readonly string[]]>([
    ['trust', ['RESOURCE_POLICY', 'RESOURCE_POLICY', 'RESOURCE_POLICY']],
    ['permissions-boundary', ['IDENTITY_POLICY', 'IDENTITY_POLICY', 'IDENTITY_POLICY']],
    ['service-control', ['SERVICE_CONTROL_POLICY']],
    ['resource-control', ['RESOURCE_CONTROL_POLICY']],
  ])('name the type of a policy: %s', (kind, expected) => {
    const { commands } = awsCommands(pair(get, get, kind), same);
    expect(commands.map(({ command }) => optionIn(command, '--policy-type'))).toEqual(expected);
  });

  it('a policy that was not there allows nothing, and still has a statement', () => {
    const [first] = awsCommands({ kind: 'identity', before: [], after: [get] }, same).commands;
    expect(JSON.parse(optionIn(first!.command, '--existing-policy-document'))).toMatchObject({
      Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }],
    });
  });

  it('several policies are one where they have one version', () => {
    const both = { kind: 'identity', before: [get, doc({ Action: 's3:List*' })], after: [get] } as const;
    const [first] = awsCommands(both, same).commands;
    expect(JSON.parse(optionIn(first!.command, '--existing-policy-document')).Statement).toHaveLength(2);
    const old = { ...get, Version: '2008-10-17' };
    expect(awsCommands({ ...both, before: [get, old] }, same)).toMatchObject({
      commands: [{ title: 'Validate the policy' }],
      notes: [expect.stringContaining('different versions')],
    });
  });

  it('of policies with missing values there are none', () => {
    expect(awsCommands(pair(get, doc({ Action: 's3:*', Resource: 'arn:aws:s3:::<BUCKET>' })), same)).toEqual({
      commands: [],
      notes: ['AWS rejects policies with missing values: <BUCKET>.'],
    });
    const region = doc({ Action: 's3:*', Resource: 'arn:aws:s3:<REGION>:<ACCOUNT_ID>:*' });
    const labelOf = (name: string) => (name === 'REGION' ? 'Region' : name);
    expect(awsCommands(pair(get, region), same, labelOf).notes).toEqual([
      'AWS rejects policies with missing values: Region, ACCOUNT_ID.',
    ]);
  });

  it('policies that no shell takes are read from files', () => {
    const long = doc({
      Action: 's3:*',
      Resource: Array.from({ length: 5000 }, (_, at) => `arn:aws:s3:::bucket-${at}/*`),
    });
    const { commands, notes } = awsCommands(pair(get, long), more);
    expect(commands.every(({ command }) => command.length < 131_072)).toBe(true);
    expect(optionIn(commands[0]!.command, '--new-policy-document')).toBe('file://new-policy.json');
    expect(notes.join()).toContain('new-policy.json');
  });

  it('have no character that no one sees, and nothing that is a command', () => {
    const hostile = doc({ Action: 's3:*', Resource: 'arn:aws:s3:::a\u202Eb\'; rm -rf "$HOME" #' });
    const { commands } = awsCommands(pair(get, hostile), same);
    for (const { command } of commands) expect(command).toMatch(/^[\x20-\x7E]+$/);
    expect(JSON.parse(optionIn(commands[0]!.command, '--new-policy-document'))).toEqual(hostile);
  });
});
