import { describe, expect, it } from 'vitest';
import {
  createDraft,
  fillExamples,
  compose,
  findExporter,
  decodeShared,
  describeIdentifiers,
  draftProblems,
  encodeShared,
  enforcePreset,
  readDraft,
  readPreset,
  rolePasses,
  runTests,
  runScenarios,
  simulate,
  variablesInUse,
} from '../index.ts';
import {
  addRole,
  removeRole,
  setPassedRoles,
  setRoleLabel,
  setRoleName,
  setRoleValues,
} from '../draft/editRoles.ts';
import { withRoleInstances } from '../draft/roleInstances.ts';
import { builtIn } from '../library/builtIn.ts';
import { rulesetFrom } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { identityPolicies } from './appliedPolicies.ts';

/** Two teams with a training role each, in one set. */

const B = 'trainingRole-2';
const personas = ['dataScientist', 'notebookRole', 'trainingRole'];

const teams = (): Draft => {
  const first = fillExamples(
    createDraft({ personas, variables: { inputData: ['team-a-input/data'] } }),
    'butRoles',
  );
  const { draft, role } = addRole(first, 'trainingRole', builtIn);
  expect(role).toBe(B);
  const named = setRoleLabel(setRoleLabel(draft, B, 'Team B'), 'trainingRole', 'Team A');
  return setRoleValues(named, B, 'inputData', ['team-b-input/data']);
};

const textOf = (draft: Draft, id: string): string =>
  JSON.stringify(compose(draft).find((document) => document.id === id)?.policy);

describe('further roles of a persona', () => {
  it('has a mark of its own beside the lines that it needs', () => {
    const marks = withRoleInstances(builtIn, teams()).personas.map(({ mark }) => mark);
    expect(new Set(marks).size).toBe(marks.length);
    expect(marks).toEqual(expect.arrayContaining(builtIn.personas.map(({ mark }) => mark)));
  });

  it('has a permissions policy and a trust policy of its own, under a name of its own', () => {
    const documents = compose(teams());
    expect(documents.filter(({ personas: [only] }) => only === B)).toMatchObject([
      {
        id: B,
        kind: 'identity',
        title: expect.stringMatching(/\(Team B\)$/),
        role: { name: 'ml-platform-training-role-2' },
      },
      { id: `${B}Trust`, kind: 'trust', role: { name: 'ml-platform-training-role-2' } },
    ]);
  });

  it('has its own values in place of the shared ones, and no other role has them', () => {
    const draft = teams();
    expect(textOf(draft, B)).toContain('team-b-input/data/*');
    expect(textOf(draft, B)).not.toContain('team-a-input');
    for (const id of personas) expect(textOf(draft, id)).not.toContain('team-b-input');
    expect(textOf(draft, 'trainingRole')).toContain('team-a-input/data/*');
  });

  it.each([
    ['trainingRole', 'team-a-input', 'allowed'],
    ['trainingRole', 'team-b-input', 'implicitDeny'],
    [B, 'team-b-input', 'allowed'],
    [B, 'team-a-input', 'implicitDeny'],
  ])('%s reads %s: %s', (role, bucket, verdict) => {
    const { set } = identityPolicies(compose(teams()), role);
    const request = {
      principal: 'arn:aws:iam::111122223333:role/x',
      action: 's3:GetObject',
      resource: { arn: `arn:aws:s3:::${bucket}/data/file.csv` },
      context: {},
    };
    expect(simulate(request, set).verdict).toBe(verdict);
  });

  it('is in the account of the draft, whatever account it names', () => {
    const other = setRoleValues(teams(), B, 'accountId', ['999988887777']);
    expect(compose(other)).toEqual(compose(teams()));
  });

  it('takes nothing but its values from its own entry: without any it is the first role under another name', () => {
    const { draft } = addRole(fillExamples(createDraft({ personas })), 'trainingRole', builtIn);
    expect(textOf(draft, B)).toBe(textOf(draft, 'trainingRole'));
  });

  it('is tested as its persona is, with its values, and takes part in each scenario of its persona', () => {
    const draft = teams();
    const documents = compose(draft);
    const of = (persona: string) =>
      runTests(draft, documents).flatMap(({ owner, proof, state }) =>
        owner.kind === 'persona' && owner.persona === persona ? [`${proof.id} ${state}`] : [],
      );
    expect(of(B).length).toBeGreaterThan(20);
    expect(of(B)).toEqual(of('trainingRole'));
    const all = runScenarios(draft, documents);
    const further = all.filter(({ scenario }) => scenario.id.endsWith(`/${B}`));
    const first = all.filter(
      ({ scenario }) =>
        scenario.steps.some(({ persona }) => persona === 'trainingRole') && !scenario.id.includes('/'),
    );
    expect(further.map(({ scenario }) => scenario.id)).toEqual(
      first.map(({ scenario }) => `${scenario.id}/${B}`),
    );
    expect(further.map(({ steps }) => steps.map(({ state }) => state))).toEqual(
      first.map(({ steps }) => steps.map(({ state }) => state)),
    );
    const passed = further.flatMap(({ steps }) =>
      steps.flatMap((step) =>
        'request' in step && step.request.action === 'iam:PassRole' ? [step.request.resource] : [],
      ),
    );
    expect(
      passed.map((resource) => JSON.stringify(resource)).filter((text) => text.includes('training-role')),
    ).not.toEqual([]);
    for (const resource of passed) expect(JSON.stringify(resource)).not.toMatch(/training-role"/);
  });
});

describe('what else a role can be of, and be called', () => {
  const library = (ids: readonly string[]) =>
    rulesetFrom({
      ...builtIn,
      personas: ids.map((id) => ({ ...(builtIn.personaById.get('trainingRole') ?? expect.fail()), id })),
    });

  it.each([
    ['a persona with a dash', ['acme-role'], 'acme-role', 'acme-role-2'],
    ['a persona whose id looks like a further role', ['acme', 'acme-2'], 'acme', 'acme-3'],
    ['the persona that looks like one', ['acme', 'acme-2'], 'acme-2', 'acme-2-2'],
  ])('%s', (_name, ids, persona, role) => {
    const ruleset = library(ids);
    const made = addRole(createDraft({ personas: [persona] }, ruleset), persona, ruleset);
    expect(made.role).toBe(role);
    const rules = withRoleInstances(ruleset, made.draft);
    expect(rules.personas.map(({ id }) => id).toSorted()).toEqual([...ids, role].toSorted());
    expect(compose(made.draft, ruleset).map(({ id }) => id)).toContain(role);
  });

  it('does not take the place of a persona', () => {
    const ruleset = library(['acme', 'acme-2']);
    const rules = withRoleInstances(ruleset, {
      roles: { 'acme-2': { name: '', persona: 'acme', label: 'x' } },
    });
    expect(rules.personas.map(({ id }) => id)).toEqual(['acme', 'acme-2']);
  });

  it('shows that a label has characters that cannot be seen', () => {
    const draft = setRoleLabel(teams(), B, 'Team \u202EA\u200B');
    expect(compose(draft).find(({ id }) => id === B)?.title).toMatch(/\(Team \uFFFDA\uFFFD\)$/);
  });
});

describe('passing further roles', () => {
  const arn = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
  const passed = (draft: Draft, from: string) =>
    rolePasses(draft).flatMap((pass) =>
      pass.from === from && pass.variable.id === 'trainingRoleArns' ? [[pass.to, pass.roles]] : [],
    );

  it('passes all roles of a persona unless the draft says which', () => {
    expect(passed(teams(), 'notebookRole')).toEqual([
      ['trainingRole', [arn('ml-platform-training-role')]],
      [B, [arn('ml-platform-training-role-2')]],
    ]);
  });

  it('passes only the roles that the draft says, in the text and in what is reported', () => {
    const draft = setPassedRoles(teams(), 'notebookRole', 'trainingRoleArns', [B]);
    expect(passed(draft, 'notebookRole')).toEqual([[B, [arn('ml-platform-training-role-2')]]]);
    expect(textOf(draft, 'notebookRole')).toContain('role/ml-platform-training-role-2"');
    expect(textOf(draft, 'notebookRole')).not.toContain('role/ml-platform-training-role"');
  });

  it('has a missing value where a role passes none of the roles', () => {
    const draft = setPassedRoles(teams(), 'notebookRole', 'trainingRoleArns', []);
    const missing = draftProblems(draft).filter(({ variable }) => variable.id === 'trainingRoleArns');
    expect(missing).toMatchObject([{ role: 'notebookRole', state: 'unfilled' }]);
    expect(textOf(draft, 'notebookRole')).toContain('<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>');
  });

  it('follows the name of the role, and its ARN when it exists', () => {
    const renamed = setRoleName(teams(), B, 'acme-b-training');
    expect(textOf(renamed, 'notebookRole')).toContain('role/acme-b-training"');
    const existing = setRoleName(teams(), B, arn('acme-b'));
    expect(textOf(existing, 'notebookRole')).toContain('role/acme-b"');
    expect(compose(existing).find(({ id }) => id === B)?.role).toEqual({
      state: 'exists',
      arns: [arn('acme-b')],
      elsewhere: [],
    });
  });

  it.each(['terraform', 'cloudFormation', 'cdk', 'pulumi'])(
    '%s refers to each role that it creates, and copies no ARN',
    (id) => {
      const draft = teams();
      const files = findExporter(id)?.write({
        name: draft.name,
        documents: compose(draft),
        attach: 'managed',
        versions: { page: '1', data: 'of today' },
      });
      const text = (files ?? []).map((file) => file.text).join('\n');
      expect(text).toContain('ml-platform-training-role-2');
      expect(text).not.toContain(arn('ml-platform-training-role'));
    },
  );
});

describe('what a draft keeps of further roles', () => {
  it('is read back from a stored draft and from a link', () => {
    const draft = setPassedRoles(teams(), 'notebookRole', 'trainingRoleArns', [B]);
    expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual({ ok: true, draft });
    const link = encodeShared({ draft, dataDate: '2026-09-26', pageVersion: '1' });
    expect(link.ok && decodeShared(link.fragment)).toMatchObject({ ok: true, draft });
  });

  it('reads a draft of version 3 as one role per persona', () => {
    const { roles: _, ...old } = { ...createDraft({ personas }), version: 3 };
    expect(readDraft(old)).toEqual({ ok: true, draft: createDraft({ personas }) });
  });

  it('gives away no name, label or value of a role', () => {
    const draft = setRoleName(teams(), B, 'acme-b-training');
    const { draft: clean, values } = describeIdentifiers(draft);
    expect(JSON.stringify(clean)).not.toMatch(/team-[ab]-input|Team [AB]|acme/);
    expect(clean.roles).toEqual({ [B]: { name: '', persona: 'trainingRole' } });
    expect(values.flatMap((entry) => entry.values)).toEqual(
      expect.arrayContaining(['team-b-input/data', 'Team B', 'acme-b-training']),
    );
  });

  it('is held to the values that a preset locks', () => {
    const reading = readPreset(
      'acme.json',
      JSON.stringify({
        version: 1,
        title: 'Acme',
        lockedValues: {
          inputData: {
            values: ['acme-input/all'],
            owner: 'Acme',
            reason: 'One bucket for all.',
            ask: '#acme',
          },
        },
      }),
    );
    const preset = reading.ok ? reading.preset : expect.fail(JSON.stringify(reading.problems));
    const held = enforcePreset(teams(), preset);
    expect(textOf(held, B)).not.toContain('team-b-input');
    expect(textOf(held, B)).toContain('acme-input/all/*');
  });

  it('goes with the role', () => {
    const draft = setPassedRoles(teams(), 'notebookRole', 'trainingRoleArns', ['trainingRole', B]);
    const without = removeRole(draft, B, builtIn);
    expect(JSON.stringify(without)).not.toContain(B);
    expect(compose(without).map(({ id }) => id)).not.toContain(B);
  });

  it('is asked for where a value is wrong, and not where every role has its own', () => {
    const wrong = setRoleValues(teams(), B, 'inputData', ['NOT A BUCKET']);
    const ofData = (draft: Draft) =>
      draftProblems(draft).filter(({ variable }) => variable.id === 'inputData');
    expect(ofData(wrong)).toMatchObject([
      { variable: { id: 'inputData' }, role: B, state: 'invalid', index: 0 },
    ]);
    const { inputData: _, ...variables } = teams().variables;
    const open = { ...teams(), variables };
    expect(ofData(open)).toMatchObject([{ state: 'unfilled' }]);
    const given = [...personas, B].reduce(
      (draft, role) => setRoleValues(draft, role, 'inputData', ['abc/d']),
      open,
    );
    expect(ofData(given)).toEqual([]);
    expect(variablesInUse(given).map(({ id }) => id)).toContain('inputData');
  });
});
