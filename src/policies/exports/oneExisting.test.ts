import { describe, expect, it } from 'vitest';
import { builtIn } from '../library/builtIn.ts';
import { findPersona } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { createDraft } from '../draft/createDraft.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { prepare } from '../simulate/prepare.ts';
import { exporters } from './index.ts';
import { planOf } from './plan.ts';
import { setOf } from './testing/exportCases.ts';

/** What exports say of one role that several personas have, and attach to it. */

const arn = (name: string): string => `arn:aws:iam::111122223333:role/${name}`;

const draftWith = (
  names: Readonly<Record<string, string>>,
  attach: Draft['sizing']['attach'] = 'managed',
): Draft =>
  fillExamples(
    createDraft(
      {
        name: 'ml',
        personas: Object.keys(names),
        layout: 'perPersona',
        sizing: { attach, split: true, shorten: 'none' },
        variables: { accountId: ['111122223333'] },
        roles: Object.fromEntries(Object.entries(names).map(([id, name]) => [id, { name }])),
      },
      builtIn,
    ),
    builtIn,
  );

const accountOf = (draft: Draft) => planOf(setOf(draft))[0]!;
const titleOf = (id: string): string => findPersona(id, builtIn)?.title ?? '';

const shared = { notebookRole: arn('team/one'), trainingRole: arn('team/one') };
const sharedByThree = { ...shared, hostingRole: arn('team/one') };
const paths = { notebookRole: arn('a/one'), trainingRole: arn('b/one') };
const cases = { notebookRole: arn('one'), trainingRole: arn('ONE') };

const alike = [
  ['one ARN', shared],
  ['one ARN for three', sharedByThree],
  ['two paths, one name', paths],
  ['two cases of one name', cases],
] as const;

const writers = exporters.filter(({ makes }) => makes === 'resources');

/** Texts of comments without their signs and line ends. */
const flat = (text: string): string => text.replaceAll(/\s*\n\s*(?:#|\/\/|\*)?\s*/g, ' ');

describe.each(alike)('%s', (_, names) => {
  const ids = Object.keys(names);

  it.each(writers)('is said in $label, with all personas', ({ write }) => {
    const text = write(setOf(draftWith(names)))
      .map((file) => flat(file.text))
      .join('\n');
    expect(text).toContain('gets the permissions and trust policies of several personas');
    for (const id of ids) expect(text).toContain(titleOf(id));
  });

  it.each(['managed', 'inline'] as const)('gets policies with names of their own: %s', (attach) => {
    const { existing, roles } = accountOf(draftWith(names, attach));
    expect(roles).toEqual([]);
    const attached = existing.flatMap(({ managed, inline }) => [...managed, ...inline]);
    expect(new Set(attached.map(({ id }) => id.toLowerCase())).size).toBe(attached.length);
    expect(new Set(attached.map(({ name }) => name.toLowerCase())).size).toBe(attached.length);
    expect(attached.length).toBeGreaterThanOrEqual(ids.length);
  });

  it('has one trust policy, which lets in everything that each lets in', () => {
    const draft = draftWith(names);
    const trusts = accountOf(draft).existing.flatMap((role) => role.trusts);
    expect(new Set(trusts.map(({ id }) => id)).size).toBe(1);
    const own = setOf(draft).documents.filter(({ kind }) => kind === 'trust');
    const statements = own.flatMap(({ policy }) => policy.Statement);
    expect(own).toHaveLength(ids.length);
    const everything = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
    } as const;
    for (const Service of ['sagemaker.amazonaws.com', 'codebuild.amazonaws.com', 'lambda.amazonaws.com']) {
      const verdicts = [{ Version: '2012-10-17' as const, Statement: statements }, trusts[0]!.policy].map(
        (resource) =>
          prepare({ identity: [everything], resource }).simulate({
            principal: Service,
            action: 'sts:AssumeRole',
            resource: { arn: arn('one') },
            context: { 'aws:SourceAccount': '111122223333' },
          }),
      );
      expect(verdicts[1]?.verdict).toBe(verdicts[0]?.verdict);
    }
  });

  it.each(writers)('has one file with a trust policy in $label', ({ write }) => {
    const files = write(setOf(draftWith(names))).filter(({ name }) => name.endsWith('.trust-policy.json'));
    expect(files).toHaveLength(1);
  });
});

describe('a role that is to be created under the name of one that exists', () => {
  const draft = draftWith({ notebookRole: arn('team/one'), trainingRole: 'ONE' });

  it('is not created, and nothing is attached to the one that exists', () => {
    const { roles, existing } = accountOf(draft);
    expect(roles).toEqual([]);
    const attached = (id: string) => existing.find(({ personas }) => personas.includes(id));
    expect(attached('trainingRole')).toMatchObject({ arns: [], managed: [], inline: [] });
    expect(attached('notebookRole')?.managed).toHaveLength(1);
    expect(attached('notebookRole')?.trusts.map(({ id }) => id)).toEqual(['notebook-role']);
  });

  it.each(writers)('is said in $label', ({ write }) => {
    const text = write(setOf(draft))
      .map((file) => flat(file.text))
      .join('\n');
    expect(text).toContain(`${titleOf('trainingRole')}: the role is not created`);
  });
});

describe('roles that differ', () => {
  it.each([
    ['by name', { notebookRole: arn('one'), trainingRole: arn('two') }],
    ['by account', { notebookRole: arn('one'), trainingRole: 'arn:aws:iam::444455556666:role/one' }],
  ])('%s: nothing is said, and each has its trust policy', (_, names) => {
    const { notes, existing } = accountOf(draftWith(names));
    expect(notes.join(' ')).not.toMatch(/one role|one name|no role is created/);
    expect(existing.flatMap(({ trusts }) => trusts.map(({ id }) => id))).toEqual([
      'notebook-role',
      'training-role',
    ]);
  });

  it('in part: one of several ARNs is shared, and each role has its trust policy', () => {
    const draft = draftWith({ notebookRole: '', trainingRole: arn('two') });
    const given = { ...draft, variables: { ...draft.variables, notebookRoleArns: [arn('one'), arn('two')] } };
    const { existing } = accountOf(given);
    expect(existing[0]?.trusts.map(({ id }) => id)).toEqual(['notebook-role', 'notebook-role+training-role']);
    expect(existing[1]?.trusts.map(({ id }) => id)).toEqual(['notebook-role+training-role']);
  });
});
