import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose, generate } from '../compose/compose.ts';
import { builtIn } from '../library/builtIn.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import { deliver } from '../compose/deliver.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { type Draft, defaultSizing } from '../model/draft.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { parsePolicy } from '../language/parse.ts';
import { minifyStatement, printPolicy } from '../language/print.ts';
import { readDraft } from '../share/readDraft.ts';
import { likePlaceholders } from '../language/placeholder.ts';
import { applyEdits, dormantEdits } from './applyEdits.ts';
import { keepStatement, resetStatement, setEdits } from './changeEdits.ts';
import { type DocumentEdits, noEdits } from '../model/documentEdits.ts';
import { fillImportedPlaceholders } from './fillImportedPlaceholders.ts';
import { addImportedPolicy, removeImportedStatements, renameImportedPolicy } from './importedPolicies.ts';
import { parsedEdits } from './parsedEdits.ts';
import { printDocument } from './printDocument.ts';
import { readWritten } from './readWritten.ts';
import { statementEdits } from './statementEdits.ts';
import { runs } from '../testing/effort.ts';

const start = fillExamples(
  createDraft(
    {
      personas: ['dataScientist', 'notebookRole'],
      layout: 'merged',
      sizing: { ...defaultSizing, split: false },
    },
    builtIn,
  ),
  builtIn,
);

/** Types a text into a document, as the page does. */
function type(draft: Draft, id: string, text: string): Draft {
  const { documents } = deliver(draft, builtIn);
  const shown = documents.find((document) => document.id === id);
  const whole = compose(draft, builtIn).find((document) => document.id === (shown?.partOf ?? id));
  if (!shown || !whole) throw new Error(`no document ${id}`);
  const read = readWritten(
    {
      shown: { ...shown, ...printDocument(shown) },
      whole,
      generated: generate(draft, builtIn).find((document) => document.id === whole.id),
      edits: draft.edits[whole.id] ?? noEdits,
    },
    text,
  );
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return setEdits(draft, whole.id, read.edits);
}

function textOf(draft: Draft, id: string): string {
  const document = deliver(draft, builtIn).documents.find((candidate) => candidate.id === id);
  return document ? printDocument(document).text : '';
}

const editsOf = (draft: Draft, id: string) =>
  statementEdits(
    generate(draft, builtIn).find((document) => document.id === id),
    draft.edits[id] ?? noEdits,
  );

const without = (draft: Draft, activity: string): Draft => ({
  ...draft,
  activities: Object.fromEntries(
    Object.entries(draft.activities).map(([persona, choices]) => [
      persona,
      choices.filter((choice) => choice.activity !== activity),
    ]),
  ),
});

const text = textOf(start, 'merged');
const sids = generate(start, builtIn)[0]?.policy.Statement.map(({ Sid }) => Sid ?? '') ?? [];

/** The text of one statement in a printed policy. */
function statementText(whole: string, Sid: string): string {
  const read = parsePolicy(whole);
  if (!read.ok) throw new Error('no policy');
  const index = read.policy.Statement.findIndex((statement) => statement.Sid === Sid);
  const range = read.ranges.get(['Statement', index]);
  if (!range) throw new Error(`no statement ${Sid}`);
  return whole.slice(range.offset, range.offset + range.length);
}

/** A statement that no other choice joins. */
const firstSid = 'NotebookAccessByOwner';
const editedFirst = text.replace(`"Sid": "${firstSid}",`, `"Sid": "${firstSid}",   `);

describe('typing in a generated document', () => {
  it('leaves no edit where nothing was changed', () => {
    expect(type(start, 'merged', text).edits).toEqual({});
  });

  it('keeps what was typed, word for word', () => {
    const draft = type(start, 'merged', editedFirst);
    expect(textOf(draft, 'merged')).toBe(editedFirst);
    expect(editsOf(draft, 'merged')).toMatchObject([{ key: firstSid, state: 'edited', name: firstSid }]);
  });

  it('is undone by typing the generated text again', () => {
    expect(type(type(start, 'merged', editedFirst), 'merged', text).edits).toEqual({});
  });

  it.each<[what: string, change: (whole: string) => string]>([
    [
      'a statement of its own',
      (whole) => whole.replace('[\n    {', '[\n\n  {"Effect":"Deny","Action":"s3:*","Resource":"*"},\n    {'),
    ],
    ['a blank line between statements', (whole) => whole.replace('},\n    {', '},\n\n\n    {')],
    ['another version and an Id', (whole) => whole.replace('"2012-10-17"', '"2008-10-17", "Id": "mine"')],
    [
      'spaces around the list',
      (whole) => whole.replace('"Statement": [', '"Statement"  :   [').replace('\n}\n', '}'),
    ],
    [
      'the list before the version',
      (whole) => {
        const { Version, Statement } = JSON.parse(whole);
        return JSON.stringify({ Statement, Version }, null, 4);
      },
    ],
    ['a policy on one line', (whole) => JSON.stringify(JSON.parse(whole))],
    [
      'one statement outside a list',
      (whole) => JSON.stringify({ Statement: JSON.parse(whole).Statement[1] }),
    ],
    ['no statement at all', () => '{ "Statement": [ ] }'],
    ['a comma before the statement', (whole) => whole.replace('},\n    {', '}\n  , {')],
    ['two statements with one Sid', (whole) => whole.replaceAll(/"Sid": "\w+"/g, '"Sid": "Same"')],
    [
      'the statements in another order',
      (whole) => {
        const { Version, Statement } = JSON.parse(whole);
        return printPolicy({ Version, Statement: Statement.toReversed() }).text;
      },
    ],
  ])('keeps %s', (_what, change) => {
    const typed = change(text);
    expect(typed).not.toBe(text);
    expect(textOf(type(start, 'merged', typed), 'merged')).toBe(typed);
  });

  it('keeps any policy, and goes on keeping it when it is typed on', () => {
    const statement = fc.record({
      Sid: fc.constantFrom(...sids.slice(0, 4), 'Mine', undefined),
      Effect: fc.constantFrom('Allow', 'Deny'),
      Action: fc.constantFrom('s3:GetObject', ['sagemaker:CreateModel', 'iam:PassRole']),
      Resource: fc.constant('*'),
    });
    const own = JSON.parse(text).Statement;
    const policy = fc.array(fc.oneof(statement, fc.constantFrom(...own)), { maxLength: 8 });
    const space = fc.constantFrom(0, 1, 2, 4, '\t');
    fc.assert(
      fc.property(fc.array(fc.tuple(policy, space), { minLength: 1, maxLength: 3 }), (typed) => {
        let draft = start;
        for (const [Statement, indent] of typed) {
          const next = JSON.stringify({ Version: '2012-10-17', Statement }, null, indent);
          draft = type(draft, 'merged', next);
          expect(textOf(draft, 'merged')).toBe(next);
          expect(readDraft(JSON.parse(JSON.stringify(draft)), builtIn)).toEqual({ ok: true, draft });
        }
        expect(type(draft, 'merged', text).edits).toEqual({});
      }),
      { numRuns: runs(35) },
    );
  });
});

const minified = (statement: unknown) => JSON.stringify(statement);

describe('the choices go on', () => {
  const added = '{"Sid":"Mine", "Effect":"Deny",\n"Action":"s3:DeleteBucket","Resource":"*"}';
  const typed = editedFirst.replace('},\n    {', `},\n${added},\n    {`);

  it.each<[what: string, change: (draft: Draft) => Draft]>([
    [
      'an activity more',
      (draft) => ({
        ...draft,
        activities: {
          ...draft.activities,
          dataScientist: [
            ...(draft.activities['dataScientist'] ?? []),
            chooseActivity('queryAthena', builtIn),
          ],
        },
      }),
    ],
    ['an activity less', (draft) => without(draft, 'runJobs')],
    [
      'another account',
      (draft) => ({ ...draft, variables: { ...draft.variables, accountId: ['444455556666'] } }),
    ],
  ])('with %s, beside what was written', (_what, change) => {
    const draft = change(type(start, 'merged', typed));
    const now = textOf(draft, 'merged');
    expect(now).toContain(added);
    expect(now).toContain(statementText(editedFirst, firstSid));
    const generated = generate(change(start), builtIn)[0]?.policy.Statement ?? [];
    const others = generated.filter(({ Sid }) => Sid !== firstSid);
    expect(
      JSON.parse(now).Statement.filter(({ Sid }: { Sid: string }) => ![firstSid, 'Mine'].includes(Sid)),
    ).toEqual(JSON.parse(printPolicy({ Statement: others }).text).Statement);
  });

  it('says when the statement that was edited is another one now, and which three there are', () => {
    const account = sids.find((Sid) => statementText(text, Sid).includes('111122223333')) ?? '';
    const edited = type(start, 'merged', text.replace(`"Sid": "${account}"`, `"Sid" : "${account}"`));
    const draft = {
      ...edited,
      variables: { ...edited.variables, accountId: ['444455556666'], region: ['eu-north-1'] },
    };
    const [edit] = editsOf(draft, 'merged');
    expect(edit).toMatchObject({ key: account, state: 'edited', conflict: 'changed' });
    expect(edit?.base).toContain('111122223333');
    expect(edit?.now).toContain('444455556666');
    expect(edit?.text).toContain('111122223333');
    const kept = keepStatement(draft, 'merged', account, generate(draft, builtIn)[0]);
    expect(editsOf(kept, 'merged')).toMatchObject([{ key: account }]);
    expect(editsOf(kept, 'merged')[0]?.conflict).toBeUndefined();
    expect(textOf(kept, 'merged')).toBe(textOf(draft, 'merged'));
    const reset = resetStatement(draft, 'merged', account, generate(draft, builtIn)[0]);
    expect(reset.edits).toEqual({});
  });

  it('says when no choice makes the edited statement any more, and keeps it until someone decides', () => {
    const draft = without(type(start, 'merged', editedFirst), 'notebookAccessByOwner');
    expect(editsOf(draft, 'merged')).toMatchObject([{ key: firstSid, state: 'edited', conflict: 'gone' }]);
    expect(textOf(draft, 'merged')).toContain(statementText(editedFirst, firstSid));
    const kept = keepStatement(draft, 'merged', firstSid, generate(draft, builtIn)[0]);
    expect(editsOf(kept, 'merged')).toMatchObject([{ key: 'hand-1', state: 'added', name: firstSid }]);
    expect(textOf(kept, 'merged')).toBe(textOf(draft, 'merged'));
    // A statement that another activity wants as well keeps the place that it had.
    const statements = (of: Draft) => new Set(JSON.parse(textOf(of, 'merged')).Statement.map(minified));
    const reset = resetStatement(draft, 'merged', firstSid, generate(draft, builtIn)[0]);
    expect(statements(reset)).toEqual(statements(without(start, 'notebookAccessByOwner')));
  });

  it('keeps a removed statement away, and says when it is another one now', () => {
    const { Version, Statement } = JSON.parse(text);
    const account = sids.find((Sid) => statementText(text, Sid).includes('111122223333')) ?? '';
    const rest = Statement.filter(({ Sid }: { Sid: string }) => Sid !== account);
    const draft = type(start, 'merged', printPolicy({ Version, Statement: rest }).text);
    expect(editsOf(draft, 'merged')).toMatchObject([{ key: account, state: 'removed' }]);
    const moved = { ...draft, variables: { ...draft.variables, accountId: ['444455556666'] } };
    expect(textOf(moved, 'merged')).not.toContain(`"${account}"`);
    expect(editsOf(moved, 'merged')).toMatchObject([{ key: account, state: 'removed', conflict: 'changed' }]);
    expect(resetStatement(moved, 'merged', account, generate(moved, builtIn)[0]).edits).toEqual({});
  });

  it('names documents that were edited and that no choice makes now', () => {
    const draft = { ...type(start, 'merged', editedFirst), layout: 'perPersona' as const };
    expect(dormantEdits(generate(draft, builtIn), draft.edits)).toEqual(['merged']);
    expect(dormantEdits(generate(start, builtIn), draft.edits)).toEqual([]);
  });
});

describe('an edited statement whose Sid is another one now', () => {
  const [allow, deny] = [Effect('Allow'), Effect('Deny')];
  function Effect(effect: 'Allow' | 'Deny') {
    return { Sid: 'OldName', Effect: effect, Action: 's3:GetObject', Resource: '*' } as const;
  }
  const document = (statement: typeof allow, template: string): ComposedDocument => ({
    id: 'merged',
    title: '',
    kind: 'identity',
    personas: [],
    policy: { Statement: [statement] },
    provenance: [
      { sources: [{ kind: 'guardrail', guardrail: 'x', template }], actions: {}, key: statement.Sid },
    ],
  });
  const edited = (statement: typeof allow): DocumentEdits =>
    parsedEdits({
      entries: [
        {
          key: statement.Sid,
          text: JSON.stringify({ ...statement, Resource: 'arn:aws:s3:::mine/*' }),
          base: minifyStatement(statement),
          from: ['Template'],
        },
      ],
      removed: [],
    });

  it.each<[what: string, now: ComposedDocument, edits: DocumentEdits, resources: readonly string[]]>([
    ['the same Sid', document(allow, 'Template'), edited(allow), ['arn:aws:s3:::mine/*']],
    [
      'the same content under another Sid',
      document({ ...deny, Sid: 'OldName' }, 'Other'),
      { ...edited(deny), entries: edited(deny).entries.map((entry) => ({ ...entry, key: 'Before' })) },
      ['arn:aws:s3:::mine/*'],
    ],
  ])('is in its place with %s', (_what, now, edits, resources) => {
    expect(applyEdits(now, edits).policy.Statement.map(({ Resource }) => Resource)).toEqual(resources);
  });

  const renamed = (statement: typeof allow): ComposedDocument => {
    const now = document(statement, 'Template');
    return {
      ...now,
      policy: { Statement: [{ ...statement, Sid: 'NewName', Action: ['s3:GetObject', 's3:PutObject'] }] },
      provenance: now.provenance.map((entry) => ({ ...entry, key: 'NewName' })),
    };
  };

  it('replaces an Allow from the same templates', () => {
    const { policy } = applyEdits(renamed(allow), edited(allow));
    expect(policy.Statement).toMatchObject([{ Resource: 'arn:aws:s3:::mine/*' }]);
    expect(statementEdits(renamed(allow), edited(allow))).toMatchObject([{ conflict: 'changed' }]);
    const draft = createDraft({ edits: { merged: edited(allow) } }, builtIn);
    const kept = keepStatement(draft, 'merged', 'OldName', renamed(allow)).edits['merged'] ?? noEdits;
    expect(statementEdits(renamed(allow), kept)).toEqual([
      expect.not.objectContaining({ conflict: expect.anything() }),
    ]);
  });

  it('is kept beside a new Deny: an old edit takes no denial away', () => {
    const { policy } = applyEdits(renamed(deny), edited(deny));
    expect(policy.Statement.map(({ Sid }) => Sid)).toEqual(['NewName', 'OldName']);
    expect(statementEdits(renamed(deny), edited(deny))).toMatchObject([{ conflict: 'gone' }]);
  });
});

describe('splitting', () => {
  const all = fillExamples(
    createDraft(
      {
        personas: ['dataScientist', 'notebookRole', 'trainingRole', 'hostingRole', 'mlopsEngineer'],
        layout: 'merged',
      },
      builtIn,
    ),
    builtIn,
  );

  it('edits a part where it is, and keeps its other parts', () => {
    const { documents } = deliver(all, builtIn);
    const part = documents.find(({ id }) => id === 'merged-2');
    expect(part).toBeDefined();
    const before = textOf(all, 'merged-2');
    const typed = before.replace('"Effect": "Allow"', '"Effect":    "Allow"');
    const draft = type(all, 'merged-2', typed);
    expect(textOf(draft, 'merged-2')).toBe(typed);
    for (const { id } of documents) if (id !== 'merged-2') expect(textOf(draft, id)).toBe(textOf(all, id));
  });

  it('keeps what was written when documents are shortened as well', () => {
    const draft = type(start, 'merged', editedFirst);
    const short = { ...draft, sizing: { ...draft.sizing, shorten: 'wildcards' as const } };
    expect(textOf(short, 'merged')).toContain(statementText(editedFirst, firstSid));
  });
});

describe('a document of one’s own', () => {
  const policy = '{"Version":"2012-10-17",\n "Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}';

  it('is kept word for word, renamed, and goes with its last statement', () => {
    const { draft, id } = addImportedPolicy(start, { title: 'Ours', kind: 'identity', text: policy });
    expect(textOf(draft, id)).toBe(policy);
    expect(compose(draft, builtIn).at(-1)).toMatchObject({
      id,
      title: 'Ours',
      kind: 'identity',
      personas: [],
    });
    expect(compose(renameImportedPolicy(draft, id, 'Theirs'), builtIn).at(-1)?.title).toBe('Theirs');
    expect(removeImportedStatements(draft, id, [0]).edits).toEqual({});
    const typed = `${policy} `;
    expect(textOf(type(draft, id, typed), id)).toBe(typed);
  });

  it('has its line ends as the editor has them', () => {
    const { draft, id } = addImportedPolicy(start, {
      title: 'Ours',
      kind: 'identity',
      text: `\uFEFF${policy.replace('\n', '\r\n')}\r`,
    });
    expect(textOf(draft, id)).toBe(`${policy}\n`);
  });

  it('leaves a text that is no policy', () => {
    expect(addImportedPolicy(start, { title: 'x', kind: 'identity', text: '{' }).draft).toBe(start);
  });

  it('has line feeds whatever ended the lines before', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = policy.replaceAll('\n', end);
      const { draft, id } = addImportedPolicy(start, { title: 'x', kind: 'identity', text });
      expect(JSON.stringify(draft.edits[id])).not.toContain('\\r');
    }
  });

  it.each<[string, string, ReadonlyMap<string, string>, string | undefined]>([
    [
      'a value wherever its placeholder stands',
      '{"Statement":[{"Effect":"Allow","Action":"s3:*", "Resource":["arn:aws:s3:::<B>","arn:aws:s3:::<B>/<P>"]}]}',
      new Map([
        ['<B>', 'lake'],
        ['<P>', ''],
      ]),
      '{"Statement":[{"Effect":"Allow","Action":"s3:*", "Resource":["arn:aws:s3:::lake","arn:aws:s3:::lake/<P>"]}]}',
    ],
    [
      'a value with quotes and dollar signs as a text of JSON',
      '{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"<R>"}}',
      new Map([['<R>', '"$&$1\\\n']]),
      '{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"\\"$&$1\\\\\\n"}}',
    ],
    [
      'nothing where two keys would be one',
      '{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:RequestTag/<A>":"1","aws:RequestTag/<B>":"2"}}}}',
      new Map([
        ['<A>', 'team'],
        ['<B>', 'team'],
      ]),
      undefined,
    ],
    [
      'nothing where no policy would be left',
      '{"Statement":{"Effect":"<E>","Action":"s3:*","Resource":"*"}}',
      new Map([['<E>', 'Perhaps']]),
      undefined,
    ],
  ])('takes %s', (_, text, values, expected) => {
    const { draft, id } = addImportedPolicy(start, { title: 'x', kind: 'identity', text });
    const filled = fillImportedPlaceholders(draft, id, text, values);
    expect(filled && textOf(filled, id)).toBe(expected);
  });

  it('names its placeholders once each, known or not', () => {
    expect(likePlaceholders('"<B>/<your-prefix>/<B>", a < b > c, "<>", "<${x}>"')).toEqual([
      '<B>',
      '<your-prefix>',
      '<${x}>',
    ]);
  });

  it('gets an id of its own each time', () => {
    const one = addImportedPolicy(start, { title: 'One', kind: 'identity', text: policy });
    const two = addImportedPolicy(one.draft, { title: 'Two', kind: 'trust', text: policy });
    expect([one.id, two.id]).toEqual(['own-1', 'own-2']);
  });
});

describe('stored edits', () => {
  const draft = type(start, 'merged', editedFirst);
  const stored = JSON.parse(JSON.stringify(draft));
  const [entry] = stored.edits.merged.entries;

  it.each<[what: string, edits: unknown]>([
    ['a text that is no statement', { entries: [{ ...entry, text: '{' }], removed: [] }],
    [
      'two statements in one',
      { entries: [{ ...entry, text: '{"Effect":"Allow"},{"Effect":"Deny"}' }], removed: [] },
    ],
    [
      'a text that leaves the list',
      { entries: [{ ...entry, text: '{"Effect":"Allow"}], "Id": ["x"' }], removed: [] },
    ],
    ['words before a statement', { entries: [{ ...entry, lead: '"x",' }], removed: [] }],
    ['two commas', { entries: [{ ...entry, lead: ',,' }], removed: [] }],
    ['one key twice', { entries: [entry, entry], removed: [] }],
    ['a head alone', { head: '{"Statement":[', entries: [], removed: [] }],
    [
      'an envelope with statements',
      { head: '{"Statement":[{"Effect":"Allow"},', tail: ']}', entries: [], removed: [] },
    ],
    ['a key of another kind', { entries: [{ ...entry, key: '__proto__' }], removed: [] }],
  ])('with %s are refused', (_what, edits) => {
    expect(readDraft({ ...stored, edits: { merged: edits } }, builtIn).ok).toBe(false);
  });

  it('are read as they were', () => {
    expect(readDraft(stored, builtIn)).toEqual({ ok: true, draft });
    expect(readDraft({ ...stored, version: 2 }, builtIn)).toMatchObject({ ok: true, draft: { edits: {} } });
  });
});

describe('two policies that were compared', () => {
  it('have the statements that the text has', () => {
    const draft = type(start, 'merged', editedFirst.replace('sagemaker:List*', 'sagemaker:ListTrainingJobs'));
    const [document] = compose(draft, builtIn);
    const parsed: PolicyDocument = JSON.parse(textOf(draft, 'merged'));
    expect(JSON.parse(JSON.stringify(document?.policy))).toEqual(parsed);
  });
});
