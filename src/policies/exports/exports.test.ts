import { execFileSync } from 'node:child_process';
import { parse as parseHcl } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { transformWithOxc } from 'vite';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { builtIn } from '../library/builtIn.ts';
import { hasPlaceholder } from '../language/placeholder.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import { createDraft } from '../draft/createDraft.ts';
import { exampleValues } from '../compose/exampleValues.ts';
import { personas } from '../library/personas/index.ts';
import { openPlaceholders } from '../compose/variablesInUse.ts';
import { variables } from '../library/variables/index.ts';
import { kindOf } from '../library/variables/kinds.ts';
import type { VariableKindId } from '../library/variables/variable.ts';
import { endpointInputs } from './endpointInputs.ts';
import type { ExportedFile } from './exporter.ts';
import { hostileTexts } from './hostileTexts.ts';
import { exporters } from './index.ts';
import { uniqueNames } from './exportNames.ts';
import { parametersOf, piecesOf, isReference } from './parameters.ts';
import { patternOf } from './patterns.ts';
import { instanceArn } from './permissionSets.ts';
import { planOf, targetIds } from './plan.ts';
import { stackPlan } from './stackPlan.ts';
import { caseOf, everyCase, exampleParts, setOf, setOfDocuments } from './testing/exportCases.ts';
import { exhaustive, fewerRuns } from '../testing/effort.ts';

const everyParameter = variables.flatMap(({ id, kind, placeholders }) =>
  placeholders.map((placeholder, part) => ({ id, kind, placeholder, part, found: patternOf(kind, part) })),
);

describe('patterns of parameters', () => {
  it.each(everyParameter)('takes the example of $placeholder', ({ placeholder, found }) => {
    expect(found).toBeDefined();
    expect(exampleParts.get(placeholder)).toMatch(new RegExp(`^(${found?.pattern})$`));
  });

  it.each(everyParameter)('takes what its rule gives as an example: $placeholder', ({ found }) => {
    const examples = [...(found?.rule ?? '').matchAll(/(?:for example|such as) ([^\s,]+?)[.,:]?(?=\s|$)/g)];
    for (const [, example] of examples) expect(example).toMatch(new RegExp(`^(${found?.pattern})$`));
  });

  it.each(everyParameter)('holds nothing that a language reads in its own way: $placeholder', ({ found }) => {
    expect(`${found?.pattern} ${found?.refused}`).not.toMatch(/\\|"|'|`|\(\?|\$\{|%\{/);
    for (const [, , most] of found?.pattern.matchAll(/\{(\d+,)?(\d+)\}/g) ?? [])
      expect(Number(most)).toBeLessThanOrEqual(1000);
  });

  it.each(everyParameter)(
    'lets no character of JSON or of a policy through: $placeholder',
    ({ kind, found }) => {
      fc.assert(
        fc.property(fc.stringMatching(new RegExp(`^(${found?.pattern})$`)), (value) => {
          expect(value).not.toMatch(/["\\<>${}?\p{Cc}]|[^ -~]/u);
          if (kind !== 'instanceType' && kind !== 'readAction') expect(value).not.toContain('*');
        }),
        { numRuns: 50 },
      );
    },
  );

  /** What the page refuses beyond a pattern's reach: private addresses, too long a prefix. */
  const wider = new Set(['s3Location', 'cidr', 'ecrRepositoryPrefix', 'partition', 'readAction']);

  it.each(everyParameter.filter(({ kind }) => !wider.has(kind)))(
    'takes only what the page takes: $placeholder',
    ({ kind, found }) => {
      fc.assert(
        fc.property(fc.stringMatching(new RegExp(`^(${found?.pattern})$`)), (value) => {
          fc.pre(found?.refused === undefined || !new RegExp(found.refused).test(value));
          const partition =
            /^arn:([a-z-]+):/.exec(value)?.[1] ??
            (value.startsWith('cn-')
              ? 'aws-cn'
              : value.startsWith('us-gov-')
                ? 'aws-us-gov'
                : value.startsWith('eusc-')
                  ? 'aws-eusc'
                  : 'aws');
          const ok =
            kindOf(kind).read(value, { partition }).ok || /^\s|\s$/.test(value) || /^us-gov-|-$/.test(value);
          expect(ok, value).toBe(true);
        }),
        { numRuns: 50 },
      );
    },
  );
});

const takes = (kind: VariableKindId, value: string): boolean => {
  const { pattern = '', refused } = patternOf(kind, 0) ?? {};
  return new RegExp(`^(${pattern})$`).test(value) && !(refused && new RegExp(refused).test(value));
};

describe('patterns and the page', () => {
  it.each<[VariableKindId, string, boolean]>([
    ['externalId', 'a_b', true],
    ['externalId', 'x'.repeat(1224), true],
    ['externalId', 'x'.repeat(1225), false],
    ['externalId', 'x', false],
    ['tagKey', 'team:cost', true],
    ['tagKey', 'aws', true],
    ['tagKey', 'awsome:x', true],
    ['tagKey', 'a:b', true],
    ['tagKey', 'aws:x', false],
    ['tagKey', 'AwS:', false],
    ['tagKey', 'a'.repeat(128), true],
    ['tagKey', 'a'.repeat(129), false],
    ['s3Bucket', 'my.bucket-1', true],
    ['s3Bucket', '1.2.3.4.5', true],
    ['s3Bucket', 'my..bucket', false],
    ['s3Bucket', '192.168.5.4', false],
    ['s3Bucket', 'xn--bucket', false],
    ['s3Bucket', 'bucket-s3alias', false],
  ])('agree on the %s %j: %j', (kind, value, wanted) => {
    expect(takes(kind, value)).toBe(wanted);
    expect(kindOf(kind).read(value, { partition: 'aws' }).ok).toBe(wanted);
  });
});

describe('parameters', () => {
  it('differ in every language', () => {
    const names = [
      ...variables.flatMap(({ placeholders }) =>
        placeholders.map((name) => name.toLowerCase().replaceAll('_', '')),
      ),
      ...[targetIds, instanceArn, ...endpointInputs([])].map(({ name }) => name.replaceAll('-', '')),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  it('stand for every placeholder that is open beside the ARNs of created roles, and for no other', () => {
    for (const { set, label } of everyCase) {
      const written = set.documents.filter(({ kind, role }) => kind !== 'trust' || role?.state === 'created');
      const arns = set.documents.flatMap(({ role }) => (role?.state === 'created' ? [role.arn] : []));
      const openIn = (documents: readonly ComposedDocument[]) =>
        new Set(documents.flatMap(openPlaceholders).filter(hasPlaceholder));
      const beside = written.map((document) => ({
        ...document,
        policy: JSON.parse(
          arns.reduce((text, arn) => text.replaceAll(`"${arn}"`, '""'), JSON.stringify(document.policy)),
        ),
      }));
      const named = planOf(set)
        .flatMap(({ parameters }) => parameters)
        .flatMap(({ placeholder }) => (placeholder === undefined ? [] : [`<${placeholder}>`]));
      expect(named, label).toEqual(expect.arrayContaining([...openIn(beside)]));
      expect([...openIn(written)], label).toEqual(expect.arrayContaining(named));
      for (const placeholder of named)
        if (!openIn(beside).has(placeholder)) expect(['<ACCOUNT_ID>', '<PARTITION>']).toContain(placeholder);
    }
  });

  it('put together again, pieces are the text', () => {
    const parameters = parametersOf(
      everyCase.flatMap(({ set }) => set.documents.map(({ policy }) => policy)),
      builtIn,
    );
    const part = fc.constantFrom(
      '<ACCOUNT_ID>',
      '<REGION>',
      '<OTHER>',
      '<',
      '>',
      '$',
      '{',
      'a',
      '${aws:userid}',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.join('');
        const pieces = piecesOf(text, parameters);
        expect(
          pieces
            .map((piece) =>
              typeof piece === 'string' ? piece : isReference(piece) ? piece.arn : `<${piece.placeholder}>`,
            )
            .join(''),
        ).toBe(text);
      }),
    );
  });

  /** Entries of a list are alternatives: their order means nothing. */
  const canonical = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const entries = value.map(canonical);
      return entries.every((entry) => typeof entry === 'string') ? entries.sort() : entries;
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, canonical(child)]));
  };

  const fill = (text: string) =>
    text.replace(/<([A-Za-z_]+)>/g, (whole, name: string) => exampleParts.get(name) ?? whole);

  /** A Region brings defaults of its own for these: here they are given. */
  const besideRegion = Object.fromEntries(
    variables.filter(({ byRegion }) => byRegion).map(({ id, example }) => [id, example.slice(0, 1)]),
  );

  /** The roles of chosen personas are created: no text has a placeholder for them. */
  const ownRoles = new Set(personas.flatMap(({ roleVariable = '' }) => roleVariable));

  it.each(variables.filter(({ id, kind }) => kind !== 'partition' && !ownRoles.has(id)))(
    'a value of $id put in afterwards gives what the page composes with it',
    (variable) => {
      const value = exampleValues(variable, 'aws').slice(0, 1);
      const { draft } = caseOf('everyone, perPersona, managed, boundary, open');
      const open = setOf(
        createDraft(
          {
            ...draft,
            variables: besideRegion,
            sizing: { attach: 'managed', split: false, shorten: 'none' },
          },
          builtIn,
        ),
      );
      const given = setOf(
        createDraft(
          {
            ...draft,
            variables: { ...besideRegion, [variable.id]: value },
            sizing: { attach: 'managed', split: false, shorten: 'none' },
          },
          builtIn,
        ),
      );
      const own = new Set<string>(variable.placeholders);
      const fillOwn = (text: string) =>
        text.replace(/<([A-Za-z_]+)>/g, (whole, name: string) => (own.has(name) ? fill(whole) : whole));
      open.documents.forEach((document, index) => {
        const { policy, resource } = given.documents[index] ?? {};
        // Everything with a key is for the account in its ARN, also while the account of the roles is missing.
        const [, owner] = (resource?.type === 'key' && /:(\d{12}):key/.exec(resource.name)) || [];
        const filled = fillOwn(JSON.stringify(document.policy));
        const substituted = JSON.parse(filled.replaceAll('<ACCOUNT_ID>', owner ?? '<ACCOUNT_ID>'));
        expect(canonical(substituted)).toEqual(canonical(policy));
      });
    },
  );
});

const hostileText = fc
  .array(fc.constantFrom(...hostileTexts, 'a'), { minLength: 1, maxLength: 4 })
  .map((texts) => texts.join(''));
const hostileName = fc.oneof(
  hostileText,
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    '',
    '   ',
    '123',
    '__proto__',
    'constructor',
    'a'.repeat(500),
    '*/ process.exit() /*',
    '\n- x',
    '\u2028',
    'x\ny',
    '🙂',
  ),
);

const hostileDocument = fc
  .record({
    title: hostileName,
    resource: hostileText,
    key: hostileText,
    value: hostileText,
    sid: hostileText,
  })
  .map(
    ({ title, resource, key, value, sid }): ComposedDocument => ({
      id: 'imported',
      title,
      kind: 'identity',
      personas: [],
      provenance: [],
      policy: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: sid,
            Effect: 'Allow',
            Action: ['s3:*'],
            Resource: [resource],
            Condition: { StringEquals: { [key]: [value] } },
          },
        ],
      },
    }),
  );

/** Reads a file with its language's own parser. */
async function parses({ name, text }: ExportedFile): Promise<void> {
  if (name.endsWith('.tf')) await parseHcl(name, text);
  else if (name.endsWith('.ts')) await transformWithOxc(text, name.split('/').at(-1) ?? name);
  else if (name.endsWith('.sh')) execFileSync('bash', ['-n'], { input: text });
  else if (name.endsWith('.yaml'))
    expect(
      parseAllDocuments(text, {
        customTags: ['Ref', 'Sub', 'GetAtt'].map((tag) => ({ tag: `!${tag}`, resolve: String })),
      }),
    ).toMatchObject([{ errors: [] }]);
  else if (!name.endsWith('.txt')) JSON.parse(text);
}

describe.each(exporters)('whatever a draft and its documents are called: $label', (exporter) => {
  it('its files can be read, and have names of their own', async () => {
    const { draft } = caseOf('notebookRole, merged, inline, boundary, filled');
    const few = Object.entries(draft.activities).map(([persona, chosen]) => [persona, chosen.slice(0, 1)]);
    const base = setOf({ ...draft, activities: Object.fromEntries(few) }).documents;
    expect(base.map(({ kind }) => kind)).toEqual([
      'identity',
      'permissions-boundary',
      'resource-control',
      'trust',
    ]);
    await fc.assert(
      fc.asyncProperty(hostileName, fc.array(hostileDocument, { maxLength: 3 }), async (name, documents) => {
        const own = documents.map((document, index) => ({ ...document, id: `imported${index}` }));
        const all = [...base, ...own];
        const files = exporter.write(setOfDocuments(name, all));
        const kinds = exporter.makes === 'documents' ? all.length : 1;
        expect(files.length).toBeGreaterThanOrEqual(kinds);
        for (const file of files) {
          expect(file.name).toMatch(/^([a-z-]+\/)?[A-Za-z0-9.+-]+$/);
          await parses(file);
        }
      }),
      { numRuns: fewerRuns(25) },
    );
  });
});

/** Every set, each written by one exporter of six in `npm test`: each exporter's own tests write it, too. */
const casesOf = ({ id }: (typeof exporters)[number]) =>
  everyCase.filter(
    (_case, index) => exhaustive || (index + exporters.findIndex((one) => one.id === id)) % 6 === 0,
  );

describe('what a language can’t create', () => {
  const languages = exporters.filter(({ makes }) => makes === 'resources');
  it.each(languages)('is named in the notes, and these are in the files: $label', (exporter) => {
    const { notes: notesFor, write } = exporter;
    let left = 0;
    for (const { set, label } of casesOf(exporter)) {
      const parts = notesFor ? stackPlan(set) : planOf(set);
      const notes = notesFor?.(set) ?? parts.flatMap((part) => part.notes);
      const made = new Set(
        parts.flatMap((part) => [...part.endpoints, ...part.resourcePolicies]).map(({ title }) => title),
      );
      const planned = planOf(set).flatMap((part) => [...part.endpoints, ...part.resourcePolicies]);
      for (const { title } of planned.filter((one) => !made.has(one.title))) {
        left += 1;
        expect(
          notes.some((note) => note.startsWith(`${title} isn’t included`)),
          `${label}: ${title}`,
        ).toBe(true);
      }
      // Files escape what is in them.
      if (label.startsWith('hostile')) continue;
      const text = write(set)
        .map((file) => file.text.replaceAll(/\n\s*(?:#|\/\/)?\s*/g, ' '))
        .join(' ');
      for (const note of notes) expect(text.includes(note), `${label}: ${note}`).toBe(true);
    }
    expect(left > 0).toBe(notesFor !== undefined);
  });
});

describe('the plan', () => {
  it('has a place for every document, or says that it has none', () => {
    for (const { set, label } of everyCase) {
      const parts = planOf(set);
      const placed = parts.flatMap(
        ({
          policies,
          roles,
          existing,
          permissionSets,
          endpoints,
          resourcePolicies,
          organizationPolicies,
        }) => [
          ...permissionSets.flatMap(({ inline }) => (inline ? [inline.document] : [])),
          ...[...policies, ...endpoints, ...resourcePolicies, ...organizationPolicies].map(
            ({ document }) => document,
          ),
          ...[...roles, ...existing].flatMap(({ trust, inline }) => [
            trust,
            ...inline.map(({ document }) => document),
          ]),
        ],
      );
      for (const document of set.documents) expect(placed, label).toContain(document.policy);
    }
  });

  it('gives each role exactly the documents of its persona, and the boundary', () => {
    for (const { set, label } of everyCase) {
      const [account] = planOf(set).filter(({ id }) => id === 'account');
      const trusts = set.documents.filter(({ kind }) => kind === 'trust');
      const roles = [...(account?.roles ?? []), ...(account?.existing ?? [])];
      expect(roles.map(({ trust }) => trust)).toHaveLength(trusts.length);
      const unattached = new Set(
        (account?.existing ?? []).filter(({ arns }) => arns.length === 0).flatMap(({ personas: own }) => own),
      );
      for (const role of roles) {
        expect(
          trusts.map(({ personas: own }) => own),
          label,
        ).toContainEqual(role.personas);
        if (role.personas.some((id) => unattached.has(id))) continue;
        const of = (kind: ComposedDocument['kind']) =>
          set.documents
            .filter(
              (document) =>
                document.kind === kind && document.personas.some((id) => role.personas.includes(id)),
            )
            .map(({ policy }) => policy);
        expect([...role.managed, ...role.inline].map(({ document }) => document)).toEqual(of('identity'));
        expect(role.boundary ? [role.boundary.document] : []).toEqual(of('permissions-boundary'));
        expect(set.attach === 'managed' ? role.inline : role.managed).toEqual([]);
      }
    }
  });

  const notesOf = (draft: Parameters<typeof createDraft>[0]) =>
    planOf(setOf(createDraft(draft, builtIn)))
      .flatMap(({ notes }) => notes)
      .join('\n');

  it('says what is shared, or attached to nothing', () => {
    expect(notesOf({ personas: ['trainingRole', 'hostingRole'], layout: 'merged' })).toContain(
      'The role ml-platform-one-role has the permissions of 2 personas',
    );
    expect(notesOf({ personas: ['trainingRole', 'hostingRole'] })).toBe('');
    const imported = {
      id: 'x',
      title: 'Old',
      kind: 'identity',
      personas: [],
      provenance: [],
      policy: { Statement: [] },
    } as const;
    expect(planOf(setOfDocuments('a', [imported]))[0]?.notes).toEqual([
      'Old (a-old-permissions) isn’t attached. Attach it to the role, user, or group that needs it.',
    ]);
    expect(planOf(setOfDocuments('a', [{ ...imported, kind: 'trust' }]))[0]?.notes).toEqual([
      'Old isn’t included: its role is unknown. Export it as JSON.',
    ]);
  });

  it('gives names that AWS takes, each once', () => {
    const names = uniqueNames(10);
    expect(['a-b', 'ab', 'a-b', 'x'.repeat(20), 'x'.repeat(20)].map(names)).toEqual([
      'a-b',
      'ab-2',
      'a-b-3',
      'xxxxxxxxxx',
      'xxxxxxxx-2',
    ]);
    for (const { set } of everyCase)
      for (const { policies, roles } of planOf({ ...set, name: 'n'.repeat(200) }))
        for (const { name } of [...policies, ...roles]) expect(name).toMatch(/^[\w+=,.@-]{1,64}$/);
  });
});

describe('every file', () => {
  it.each(exporters)('has a name of its own: $label', (exporter) => {
    for (const { set } of casesOf(exporter)) {
      const names = exporter.write(set).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('says where it comes from', () => {
    const { set } = caseOf('everyone, merged, managed, deny, filled');
    const code = exporters
      .filter(({ makes }) => makes === 'resources')
      .flatMap((exporter) => exporter.write(set));
    const silent = code.filter(
      ({ text }) => !text.includes('SageMaker Policy Builder 0.1.0 with IAM data of 2026-09-26'),
    );
    expect([...new Set(silent.map(({ name }) => name.split('/').at(-1)))]).toEqual([
      'Pulumi.yaml',
      'package.json',
    ]);
    expect(code.filter(({ text }) => text.includes('https://example.com/#draft'))).toHaveLength(
      code.length - silent.length,
    );
  });
});
