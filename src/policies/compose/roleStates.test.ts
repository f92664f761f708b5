import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../catalog/catalog.ts';
import { policyTypeOf } from '../checks/described.ts';
import { checkPolicy } from '../checks/checkPolicy.ts';
import { builtIn } from '../library/builtIn.ts';
import { compose } from './compose.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import { listOf } from '../language/policy.ts';
import type { Draft } from '../model/draft.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { fillExamples } from './exampleValues.ts';
import { planOf } from '../exports/plan.ts';
import { exporters } from '../exports/index.ts';
import { setOf } from '../exports/testing/exportCases.ts';
import { passableRoles } from './passableRoles.ts';
import { personas } from '../library/personas/index.ts';
import { printPolicy } from '../language/print.ts';
import { runScenarios } from '../accessTests/runTests.ts';
import { readDraft } from '../share/readDraft.ts';
import { NAME_LIMIT } from './roleNames.ts';
import { rolesWithState } from './roleStates.ts';
import { variables } from '../library/variables/index.ts';
import { exhaustive } from '../testing/effort.ts';
import { catalogOnDemand } from '../testing/testCatalog.ts';

const roleOf = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const everyone = personas.map(({ id }) => id);

/** The roles that a document passes. */
const passed = ({ policy }: ComposedDocument): readonly string[] =>
  policy.Statement.flatMap(({ Effect, Action, Resource }) =>
    Effect === 'Allow' && listOf(Action).includes('iam:PassRole') ? listOf(Resource) : [],
  );

const named: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_+=,.@-]{1,64}$/),
  fc.string({ maxLength: 80 }),
  fc.constantFrom(roleOf('one'), roleOf('team/two'), 'arn:aws:iam::1:role/x'),
);

const anyDraft: fc.Arbitrary<Draft> = fc
  .record({
    chosen: fc.subarray(everyone, { minLength: 1 }),
    layout: fc.constantFrom('merged' as const, 'perPersona' as const),
    name: fc.string({ maxLength: 70 }),
    roles: fc.dictionary(fc.constantFrom(...everyone, 'merged'), fc.record({ name: named }), {
      noNullPrototype: true,
    }),
    account: fc.constantFrom<readonly string[]>([], ['111122223333']),
  })
  .map(({ chosen, layout, name, roles, account }) =>
    createDraft({ name, personas: chosen, layout, roles, variables: { accountId: account } }, builtIn),
  );

describe('a role that is created', () => {
  it('has one name, wherever it is made, passed or trusted', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const set = setOf(draft);
        const roles = planOf(set).flatMap((part) => part.roles);
        for (const { name } of roles) expect(name).toMatch(/^[A-Za-z0-9_+=,.@-]{1,64}$/);
        expect(new Set(roles.map(({ name }) => name.toLowerCase())).size).toBe(roles.length);
        const { created, existing } = passableRoles(draft, builtIn);
        expect(created.map(({ arn }) => arn.replace(/^.*:role\//, '')).sort()).toEqual(
          roles.map(({ name }) => name).sort(),
        );
        for (const arn of set.documents.flatMap(passed).filter((text) => text.startsWith('arn:')))
          expect([...created.map((role) => role.arn), ...existing]).toContain(arn);
      }),
      { numRuns: 60 },
    );
  });

  it('is named after the draft and the persona, within the limit of IAM', () => {
    const { created } = passableRoles(
      createDraft({ personas: ['trainingRole'], name: 'x'.repeat(200) }, builtIn),
      builtIn,
    );
    const name = created[0]?.arn.split(':role/')[1] ?? '';
    expect(name).toHaveLength(NAME_LIMIT);
    expect(name).toMatch(/^x+-training-role$/);
  });

  it.each([
    ['Acme+ML=Train', 'Acme+ML=Train'],
    [' Padded ', 'Padded'],
    ['no name', 'ml-platform-training-role'],
    ['x'.repeat(65), 'ml-platform-training-role'],
    ['ML-PLATFORM-HOSTING-ROLE', 'ml-platform-training-role'],
  ])('entered as %j has the name %s', (entered, name) => {
    const draft = createDraft(
      {
        personas: ['trainingRole', 'hostingRole'],
        roles: { trainingRole: { name: entered } },
      },
      builtIn,
    );
    expect(passableRoles(draft, builtIn).created[0]?.arn).toBe(`arn:aws:iam::<ACCOUNT_ID>:role/${name}`);
  });

  it('keeps its name in what is stored; a draft of before has none', () => {
    const draft = createDraft(
      { personas: ['trainingRole'], roles: { trainingRole: { name: 'Train' } } },
      builtIn,
    );
    expect(readDraft(JSON.parse(JSON.stringify(draft)), builtIn)).toMatchObject({
      draft: { roles: draft.roles },
    });
    const { roles: _, ...before } = draft;
    const read = readDraft(JSON.parse(JSON.stringify(before)), builtIn);
    expect(read.ok && read.draft).not.toHaveProperty('roles');
  });
});

describe('a role whose ARN is entered in place of a name', () => {
  const draftWith = (role: string, name: string, layout: Draft['layout'] = 'perPersona') =>
    createDraft(
      {
        personas: ['dataScientist', 'mlopsEngineer', 'trainingRole'],
        layout,
        roles: { [role]: { name } },
      },
      builtIn,
    );
  const stateOf = (draft: Draft, role: string) =>
    rolesWithState(draft, 'aws', builtIn).find(({ id }) => id === role)?.state;

  it.each(['dataScientist', 'mlopsEngineer', 'trainingRole'])('exists: %s', (id) => {
    const draft = draftWith(id, ` ${roleOf('team/people')} `);
    expect(stateOf(draft, id)).toEqual({ kind: 'exists', arns: [roleOf('team/people')] });
    const roles = planOf(setOf(draft)).flatMap((part) => part.roles);
    expect(roles.map(({ personas: of }) => of).flat()).not.toContain(id);
    expect(roles).toHaveLength(2);
    for (const { write } of exporters.filter(({ makes }) => makes === 'resources')) {
      const text = write(setOf(draft))
        .map((file) => file.text)
        .join('\n');
      expect(text).toContain('people');
      expect(text).toContain('Set its trust policy yourself');
    }
  });

  it('is passed under its ARN, and gives way to the ARN in the variable of its persona', () => {
    const named = { ...everything, roles: { trainingRole: { name: roleOf('team/train') } } };
    expect(setOf(named).documents.flatMap(passed)).toContain(roleOf('team/train'));
    const given = { ...named, variables: { ...named.variables, trainingRoleArns: [roleOf('other')] } };
    expect(stateOf(given, 'trainingRole')).toEqual({ kind: 'exists', arns: [roleOf('other')] });
  });

  it.each([
    ['dataScientist', 'arn:aws:iam::1:role/x', /ARN of one role/],
    ['dataScientist', 'arn:aws-cn:iam::111122223333:role/x', /ARN of one role/],
    ['dataScientist', 'arn:aws:iam::111122223333:role/*', /ARN of one role/],
    ['dataScientist', 'arn:aws:iam::111122223333:user/x', /ARN of one role/],
    ['trainingRole', 'arn:aws:iam::1:role/x', /ARN of one role/],
  ])('of %s as %s is not taken, with the reason', (id, entered, reason) => {
    expect(stateOf(draftWith(id, entered), id)).toMatchObject({
      kind: 'created',
      name: expect.stringMatching(/^ml-platform-/),
      problem: expect.stringMatching(reason),
    });
  });
});

/** Persona → the variable with the ARN of its role. */
const withVariable = personas.flatMap(({ id, roleVariable }, place) =>
  roleVariable === undefined ? [] : [{ id, roleVariable, place }],
);

const placeholderOf = (id: string) =>
  variables.find((variable) => variable.id === id)?.placeholders[0] ?? 'none';

/** Every activity of every persona: every role that can be passed is. */
const everything = createDraft(
  {
    personas: everyone,
    activities: Object.fromEntries(
      personas.map(({ id, activities }) => [
        id,
        activities.map(({ activity }) => chooseActivity(activity, builtIn)),
      ]),
    ),
    variables: { accountId: ['111122223333'] },
  },
  builtIn,
);

const resourceExporters = exporters.filter(({ makes }) => makes === 'resources');

/** The set of everything, its roles as planned, and what each exporter writes of it, once for all roles. */
const wholeSet = setOf(everything);
const plannedRoles = planOf(wholeSet).flatMap((part) => part.roles);
const writtenBy = new Map(
  resourceExporters.map((exporter) => [
    exporter.id,
    exporter
      .write(wholeSet)
      .map((file) => file.text)
      .join('\n'),
  ]),
);

describe.each(withVariable)('the role of $id', ({ id, roleVariable, place }) => {
  const draft = everything;
  const arn = passableRoles(draft, builtIn).created.find(
    ({ title }) => title === personas.find((persona) => persona.id === id)?.title,
  )?.arn;

  it('is passed under the ARN that it will have', () => {
    expect(wholeSet.documents.flatMap(passed)).toContain(arn);
    expect(JSON.stringify(compose(draft, builtIn))).not.toContain(placeholderOf(roleVariable));
  });

  const references: Readonly<Record<string, (role: string) => RegExp>> = {
    terraform: (role) => new RegExp(`aws_iam_role\\.${role.replaceAll('-', '_')}\\.arn`),
    cloudFormation: (role) => new RegExp(`(!GetAtt |\\$\\{)"?${pascal(role)}\\.Arn`),
    cdk: (role) => new RegExp(`${camel(role)}Role\\.attrArn`),
    pulumi: (role) => new RegExp(`${camel(role)}Role\\.arn`),
    awsCli: (role) => new RegExp(`\\$${role.replaceAll('-', '_')}_arn`),
  };
  const pascal = (text: string) =>
    text.replace(/(^|-)(\w)/g, (_, _dash: string, letter: string) => letter.toUpperCase());
  const camel = (text: string) => text.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

  it.each(resourceExporters)('is a reference in $label', (exporter) => {
    const planned = plannedRoles.find(({ personas: own }) => own.join() === id);
    expect(writtenBy.get(exporter.id)).toMatch(references[exporter.id]!(planned!.id));
  });

  describe('where it exists', () => {
    const given = setOf(
      createDraft(
        { ...draft, variables: { ...draft.variables, [roleVariable]: [roleOf('ml/Given')] } },
        builtIn,
      ),
    );

    it('is passed and not planned', () => {
      expect(given.documents.flatMap(passed)).toContain(roleOf('ml/Given'));
      const roles = planOf(given).flatMap((part) => part.roles);
      expect(roles.some(({ personas: own }) => own.includes(id))).toBe(false);
    });

    const asked = resourceExporters.filter((_one, index) => exhaustive || (index + place) % 3 === 0);
    it.each(asked)('is not made by $label', (exporter) => {
      const files = exporter.write(given);
      const text = files.map((file) => file.text).join('\n');
      expect(text).toContain('Given');
      expect(text).toContain('Set its trust policy yourself');
      expect(files.some(({ name }) => name.endsWith('.trust-policy.json'))).toBe(true);
    });
  });
});

let catalog: Catalog;

beforeAll(async () => {
  catalog = await catalogOnDemand();
});

const findingsOf = (draft: Draft, documents: readonly ComposedDocument[] = setOf(draft).documents) =>
  documents.flatMap(({ policy, kind }) =>
    checkPolicy(printPolicy(policy).text, policyTypeOf[kind], {
      catalog,
      placeholders: 'open',
      roles: passableRoles(draft, builtIn),
    })
      .filter(({ code }) => code.startsWith('SPB_PASSED_ROLE'))
      .map(({ code, values }) => [code, values]),
  );

/** What fails first of a task, if anything. */
const failing = (draft: Draft, documents: readonly ComposedDocument[], id: string) => {
  const task = runScenarios(draft, documents, builtIn).find(({ scenario }) => scenario.id === id);
  return task?.firstFailing === undefined ? undefined : task.steps[task.firstFailing]?.proof.action;
};

const filled = (partial: Partial<Draft>): Draft =>
  fillExamples(createDraft(partial, builtIn), builtIn, 'butRoles');

describe('a role that is passed', () => {
  it('and created is no finding, and the task succeeds', () => {
    const draft = filled({ personas: ['notebookRole', 'trainingRole', 'hostingRole'] });
    const codes = findingsOf(draft).filter(([, values]) => !JSON.stringify(values).includes('Pipeline'));
    expect(codes.map(([code]) => code)).not.toContain('SPB_PASSED_ROLE_OTHER_ARN');
    expect(failing(draft, setOf(draft).documents, 'deployModel')).toBeUndefined();
  });

  it('and given exists: no finding, and the task succeeds', () => {
    const draft = filled({
      personas: ['notebookRole'],
      variables: { hostingRoleArns: [roleOf('Hosting')] },
    });
    expect(findingsOf(draft).map(([, values]) => JSON.stringify(values))).not.toContainEqual(
      expect.stringContaining('Hosting'),
    );
    expect(failing(draft, setOf(draft).documents, 'deployModel')).toBeUndefined();
  });

  it.each([
    ['nothing', []],
    ['no ARN', ['Hosting']],
  ])('and %s is given for it, without its persona: a finding, and the task fails', (_, hostingRoleArns) => {
    const draft = filled({ personas: ['notebookRole'], variables: { hostingRoleArns } });
    expect(findingsOf(draft)).toContainEqual([
      'SPB_PASSED_ROLE_MISSING',
      { role: 'Inference execution role' },
    ]);
    expect(failing(draft, setOf(draft).documents, 'deployModel')).toBe('iam:PassRole');
    const examples = fillExamples(draft, builtIn);
    expect(failing(examples, setOf(examples).documents, 'deployModel')).toBeUndefined();
  });

  it('and created under another ARN: a finding, and the task fails', () => {
    const draft = filled({ personas: ['notebookRole', 'hostingRole'], layout: 'perPersona' });
    const created = passableRoles(draft, builtIn).created.find(
      ({ title }) => title === 'Inference execution role',
    )!;
    const other = created.arn.replace(':role/', ':role/other/');
    const documents: readonly ComposedDocument[] = setOf(draft).documents.map((document) => ({
      ...document,
      policy: JSON.parse(JSON.stringify(document.policy).replaceAll(`"${created.arn}"`, `"${other}"`)),
    }));
    expect(findingsOf(draft, documents)).toContainEqual([
      'SPB_PASSED_ROLE_OTHER_ARN',
      { arn: other, role: created.title, created: created.arn },
    ]);
    expect(failing(draft, documents, 'deployModel')).toBe('iam:PassRole');
  });

  it('and replaced by one role for everything, while several ARNs are given: findings, and the task fails', () => {
    const draft = filled({
      personas: ['notebookRole', 'hostingRole'],
      layout: 'merged',
      variables: { notebookRoleArns: [roleOf('Notebook')], hostingRoleArns: [roleOf('Hosting')] },
    });
    expect(findingsOf(draft)).toContainEqual([
      'SPB_PASSED_ROLE_OTHER_ARN',
      expect.objectContaining({ arn: roleOf('Hosting') }),
    ]);
    expect(failing(draft, setOf(draft).documents, 'deployModel')).toBe('iam:PassRole');
  });

  it.each([
    ['by its action', { Action: ['iam:*'] }],
    ['by what NotAction leaves', { NotAction: ['s3:*'] }],
  ])('%s and known to nothing here: a finding', (_, actions) => {
    const draft = filled({ personas: ['notebookRole', 'hostingRole'] });
    const own = { Effect: 'Allow', ...actions, Resource: [roleOf('Elsewhere')] } as const;
    const [document] = setOf(draft).documents;
    expect(findingsOf(draft, [{ ...document!, kind: 'identity', policy: { Statement: [own] } }])).toEqual([
      ['SPB_PASSED_ROLE_UNKNOWN', { arn: roleOf('Elsewhere') }],
    ]);
  });

  it.each([
    ['that matches none of them', 'other-*', 'SPB_PASSED_ROLE_PATTERN'],
    ['that matches none of them by one letter', '?', 'SPB_PASSED_ROLE_PATTERN'],
    ['that matches one that is created', '*-hosting-role', undefined],
    ['that matches one that exists', 'Note*', undefined],
    ['that is open', '${aws:PrincipalTag/team}-*', undefined],
  ])('and named by a pattern %s', (_, name, code) => {
    const variables = { notebookRoleArns: [roleOf('Notebook')] };
    const draft = filled({ personas: ['notebookRole', 'hostingRole'], variables });
    const own = { Effect: 'Allow', Action: ['iam:PassRole'], Resource: [roleOf(name)] } as const;
    const [document] = setOf(draft).documents;
    expect(findingsOf(draft, [{ ...document!, kind: 'identity', policy: { Statement: [own] } }])).toEqual(
      code ? [[code, { arn: roleOf(name) }]] : [],
    );
  });
});
