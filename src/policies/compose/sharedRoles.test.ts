import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../catalog/catalog.ts';
import { builtIn } from '../library/builtIn.ts';
import { findPersona } from '../library/ruleset.ts';
import { checkedRoles } from './checkedRoles.ts';
import { checkPolicy } from '../checks/checkPolicy.ts';
import { policyTypeOf } from '../checks/described.ts';
import { findRule } from '../checks/index.ts';
import { messageOf } from '../checks/message.ts';
import { compose } from './compose.ts';
import { deliver } from './deliver.ts';
import type { Draft } from '../model/draft.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { personas } from '../library/personas/index.ts';
import { printPolicy } from '../language/print.ts';
import { personasBeside } from './personasBeside.ts';
import type { RoleConflict } from '../model/rolesInAccount.ts';
import { accountRoles, conflictOf, personasOf } from './sharedRoles.ts';
import { catalogOnDemand } from '../testing/testCatalog.ts';

const HERE = '111122223333';
const ELSEWHERE = '444455556666';

const arn = (name: string, account = HERE): string => `arn:aws:iam::${account}:role/${name}`;

/** Variables and names of roles → what a draft of three roles says of them. */
type Given = Pick<Draft, 'variables'> & { readonly names?: Readonly<Record<string, string>> };

const three = ['notebookRole', 'trainingRole', 'hostingRole'] as const;
const inVariable: Readonly<Record<string, string>> = {
  notebookRole: 'notebookRoleArns',
  trainingRole: 'trainingRoleArns',
  hostingRole: 'hostingRoleArns',
};

const draftWith = (
  { variables, names = {} }: Given,
  layout: Draft['layout'],
  personas: readonly string[] = three,
): Draft =>
  createDraft(
    {
      name: 'ml',
      personas,
      layout,
      variables: { accountId: [HERE], ...variables },
      roles: Object.fromEntries(Object.entries(names).map(([id, name]) => [id, { name }])),
    },
    builtIn,
  );

/** Conflicts of a draft: what is wrong, and with whose role. */
const conflicts = (draft: Draft): readonly (readonly [RoleConflict, readonly string[]])[] =>
  accountRoles(compose(draft, builtIn)).flatMap((role) => {
    const conflict = conflictOf(role);
    return conflict ? [[conflict, personasOf(role)] as const] : [];
  });

/** Personas → the ARN of each, in the variable of the persona. */
const given = (arns: readonly (string | readonly string[] | undefined)[]): Given => ({
  variables: Object.fromEntries(
    arns.flatMap((value, index) =>
      value === undefined ? [] : [[inVariable[three[index] ?? ''] ?? '', [value].flat()]],
    ),
  ),
});

const [notebook, training, hosting] = three;
const two = [notebook, training];

interface Row {
  readonly title: string;
  readonly given: Given;
  readonly perPersona: ReturnType<typeof conflicts>;
  readonly merged?: ReturnType<typeof conflicts>;
}

const rows: readonly Row[] = [
  { title: 'one ARN for two', given: given([arn('one'), arn('one')]), perPersona: [['shared', two]] },
  {
    title: 'one ARN for three',
    given: given([arn('one'), arn('one'), arn('one')]),
    perPersona: [['shared', three]],
  },
  {
    title: 'one ARN of another account for two',
    given: given([arn('one', ELSEWHERE), arn('one', ELSEWHERE)]),
    perPersona: [['shared', two]],
  },
  {
    title: 'one ARN in place of a name and in a variable',
    given: { ...given([arn('one')]), names: { trainingRole: arn('one') } },
    perPersona: [['shared', two]],
  },
  {
    title: 'one of several ARNs for another persona',
    given: given([[arn('one'), arn('two')], arn('two')]),
    perPersona: [['shared', two]],
  },
  {
    title: 'two pairs',
    given: given([[arn('one'), arn('two')], arn('one'), arn('two')]),
    perPersona: [
      ['shared', two],
      ['shared', [notebook, hosting]],
    ],
  },
  {
    title: 'created under the name of another that exists',
    given: { ...given([arn('team/one')]), names: { trainingRole: 'one' } },
    perPersona: [['taken', two]],
  },
  {
    title: 'created under the usual name, which another has',
    given: given([arn('ml-training-role')]),
    perPersona: [['taken', two]],
  },
  {
    title: 'created under that name in another case',
    given: { ...given([arn('One')]), names: { trainingRole: 'oNE' } },
    perPersona: [['taken', two]],
  },
  {
    title: 'created, and two that exist, under one name',
    given: { ...given([arn('one'), undefined, arn('one')]), names: { trainingRole: 'one' } },
    perPersona: [['taken', three]],
  },
  {
    title: 'two paths, one name',
    given: given([arn('a/one'), arn('b/one')]),
    perPersona: [['ambiguous', two]],
  },
  {
    title: 'three paths, one name',
    given: given([arn('a/one'), arn('b/one'), arn('one')]),
    perPersona: [['ambiguous', three]],
  },
  {
    title: 'two paths, one name, for one persona',
    given: given([[arn('a/one'), arn('b/one')]]),
    perPersona: [['ambiguous', [notebook]]],
  },
  {
    title: 'one name in two cases',
    given: given([arn('one'), arn('ONE')]),
    perPersona: [['ambiguous', two]],
  },
  {
    title: 'one name in two accounts, one of them not this',
    given: given([arn('one'), arn('one', ELSEWHERE)]),
    perPersona: [],
  },
  {
    title: 'created under the name of one in another account',
    given: { ...given([arn('one', ELSEWHERE)]), names: { trainingRole: 'one' } },
    perPersona: [],
  },
  {
    title: 'one name in two accounts, while no account is entered: the export attaches by name',
    given: { variables: { ...given([arn('one'), arn('one', ELSEWHERE)]).variables, accountId: [] } },
    perPersona: [['ambiguous', two]],
  },
  { title: 'different names', given: given([arn('a/one'), arn('a/two')]), perPersona: [] },
  { title: 'nothing', given: given([]), perPersona: [] },
  {
    title: 'the usual name of one role for everything, and another',
    given: { ...given([arn('all'), arn('other')]), names: { merged: 'ALL' } },
    perPersona: [],
    merged: [['taken', three]],
  },
];

describe('a role that several personas have', () => {
  it.each(rows)('with a role for each persona: $title', (row) => {
    expect(conflicts(draftWith(row.given, 'perPersona'))).toEqual(row.perPersona);
  });

  it.each(rows)('with one role for everything, which may have all: $title', (row) => {
    expect(conflicts(draftWith(row.given, 'merged'))).toEqual(row.merged ?? []);
  });

  it.each(rows)('among two personas: $title', (row) => {
    const expected = row.perPersona.flatMap(([conflict, personas]) => {
      const left = personas.filter((persona) => persona !== hosting);
      return left.length > 1 || (conflict === 'ambiguous' && left.length > 0) ? [[conflict, left]] : [];
    });
    expect(conflicts(draftWith(row.given, 'perPersona', [notebook!, training!]))).toEqual(expected);
  });
});

describe('the personas whose policies a role has', () => {
  it.each<readonly [string, Given, readonly (readonly string[])[]]>([
    ['its own alone', given([arn('one'), arn('two')]), [[notebook!]]],
    ['all that have the role', given([arn('one'), arn('one')]), [[notebook!, training!]]],
    [
      'for each of its roles',
      given([[arn('one'), arn('two')], arn('two')]),
      [[notebook!, training!], [notebook!]],
    ],
    [
      'with and without the others, if the name already exists',
      { ...given([arn('one')]), names: { trainingRole: 'one' } },
      [[notebook!, training!], [notebook!]],
    ],
    [
      'with and without the others, if two ARNs have one name',
      given([arn('a/one'), arn('b/one')]),
      [[notebook!, training!], [notebook!]],
    ],
  ])('%s', (_, values, expected) => {
    expect(personasBeside(compose(draftWith(values, 'perPersona'), builtIn), 'notebookRole')).toEqual(
      expected,
    );
  });

  it('are those of one role for everything, also where one adds no permissions', () => {
    const draft = { ...draftWith(given([]), 'merged'), activities: { trainingRole: [] } };
    expect(personasBeside(compose(draft, builtIn), 'hostingRole')).toEqual([three]);
  });
});

let catalog: Catalog;

beforeAll(async () => {
  catalog = await catalogOnDemand();
});

const codes: Readonly<Record<RoleConflict, string>> = {
  shared: 'SPB_ROLE_SHARED',
  taken: 'SPB_ROLE_NAME_TAKEN',
  ambiguous: 'SPB_ROLE_NAME_AMBIGUOUS',
};

/** Findings on roles, as document and code. */
const findings = (draft: Draft) => {
  const { documents } = deliver(draft, builtIn);
  const roles = checkedRoles(draft, documents, builtIn);
  return documents.flatMap((document) =>
    checkPolicy(printPolicy(document.policy).text, policyTypeOf[document.kind], {
      catalog,
      placeholders: 'open',
      roles: roles(document),
    })
      .filter(({ code }) => code.startsWith('SPB_ROLE'))
      .map((finding) => ({ document: document.id, ...finding, message: messageOf(finding) })),
  );
};

describe('the finding on a role that several personas have', () => {
  it.each(rows)('is one for each role of the draft that it is: $title', (row) => {
    const found = findings(draftWith(row.given, 'perPersona')).map(
      ({ code, document }) => `${code} ${document}`,
    );
    const expected = row.perPersona.flatMap(([conflict, personas]) =>
      personas.map((persona) => `${codes[conflict]} ${persona}`),
    );
    expect(new Set(found)).toEqual(new Set(expected));
    expect(found).toHaveLength(expected.length);
  });

  it('names the role and the personas, and says what to do', () => {
    const [found] = findings(draftWith(given([arn('team/one'), arn('team/one')]), 'perPersona'));
    expect(found).toMatchObject({ type: 'SECURITY_WARNING' });
    expect(found?.message).toContain(arn('team/one'));
    expect(found?.message).toContain(
      `“${findPersona('notebookRole', builtIn)?.title}”, “${findPersona('trainingRole', builtIn)?.title}”`,
    );
    expect(findRule(found?.code ?? '')?.advice).toMatch(
      /different role for each persona.*One role for all personas/,
    );
  });

  it('is an error where the role cannot be created', () => {
    const draft = draftWith({ ...given([arn('team/one')]), names: { trainingRole: 'ONE' } }, 'perPersona');
    for (const { type, message } of findings(draft)) {
      expect(type).toBe('ERROR');
      expect(message).toContain(`can’t create “${findPersona('trainingRole', builtIn)?.title}”`);
    }
  });

  it('is on the trust policy of a role that has no permissions', () => {
    const draft = {
      ...draftWith(given([arn('one'), arn('one')]), 'perPersona'),
      activities: { notebookRole: [] },
    };
    const places = findings(draft).map(({ document }) => document);
    expect(places).toEqual(expect.arrayContaining(['notebookRoleTrust']));
  });

  it('is on one part of a policy that is divided', () => {
    const all = personas.find(({ id }) => id === 'mlopsEngineer')?.activities ?? [];
    const draft = createDraft(
      {
        personas: ['mlopsEngineer', 'trainingRole'],
        layout: 'perPersona',
        activities: { mlopsEngineer: all.map(({ activity }) => chooseActivity(activity, builtIn)) },
        roles: { mlopsEngineer: { name: arn('one') }, trainingRole: { name: arn('one') } },
      },
      builtIn,
    );
    expect(findings(draft)).toHaveLength(2);
  });
});

it('a label that reads as another one is a finding, once, at a policy of its role', () => {
  const labelled = (label: string) => {
    const draft: Draft = {
      ...createDraft({ personas: ['dataScientist', 'trainingRole'] }, builtIn),
      roles: { trainingRole: { name: '', label } },
    };
    const { documents } = deliver(draft, builtIn);
    const roles = checkedRoles(draft, documents, builtIn);
    return documents.flatMap((document) =>
      checkPolicy(printPolicy(document.policy).text, policyTypeOf[document.kind], {
        catalog,
        placeholders: 'open',
        roles: roles(document),
      })
        .filter(({ code }) => code === 'SPB_DECEPTIVE_ROLE_LABEL')
        .map((finding) => `${document.id}: ${messageOf(finding)}`),
    );
  };
  expect(labelled('Te\u0430m A')).toEqual([
    'trainingRole: The role label Te\u0430m A contains hidden or look-alike characters: U+0430 (Cyrillic, looks like a).',
  ]);
  expect(labelled('Team A')).toEqual([]);
  expect(labelled('')).toEqual([]);
});
