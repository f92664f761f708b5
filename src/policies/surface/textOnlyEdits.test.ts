import { expect, it } from 'vitest';
import * as engine from '../index.ts';
import type { Draft } from '../index.ts';

/** A tool makes hand edits as texts, and may change the texts of a draft that was read. */

const text = '{ "Effect": "Deny", "Action": "s3:*", "Resource": "*" }';
const lone = '{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}';
const edits: Draft['edits'] = {
  merged: { entries: [{ key: 'hand-1', text }], removed: [] },
  'own-1': {
    own: { title: 'Own', kind: 'identity' },
    head: '{"Id": "x", "Statement": ',
    tail: '}',
    entries: [{ key: 'hand-1', text: lone, lead: '' }],
    removed: [],
  },
};
const draft = engine.createDraft({ personas: ['dataScientist'] });
const literal: Draft = { ...draft, edits };

const textsOf = (of: Draft) => engine.compose(of).map((document) => engine.printDocument(document).text);

it.each([
  ['a literal', literal],
  ['createDraft', engine.createDraft({ personas: ['dataScientist'], edits })],
])('composes what %s has as texts alone', (_what, given) => {
  const documents = engine.compose(given);
  const [first, own] = [documents[0], documents.at(-1)];
  expect(first?.policy.Statement).toContainEqual({ Effect: 'Deny', Action: 's3:*', Resource: '*' });
  expect(own?.policy).toEqual({ Id: 'x', Statement: [JSON.parse(lone)] });
  expect(textsOf(given)[0]).toContain(text);
  expect(textsOf(given).at(-1)).toBe(`{"Id": "x", "Statement": ${lone}}`);
  expect(engine.deliver(given).documents).toEqual(documents);
  expect(engine.statementEdits(documents[0], given.edits['merged']!)).toMatchObject([
    { state: 'added', text },
  ]);
});

it('counts a text that was changed in a draft that had been read', () => {
  const reading = engine.readDraft(JSON.parse(JSON.stringify(literal)));
  if (!reading.ok) throw new Error(reading.detail);
  const changed = engine.createDraft(
    JSON.parse(JSON.stringify(reading.draft).replaceAll('s3:*\\"', 'sqs:*\\"')),
  );
  const entries = reading.draft.edits['merged']!.entries.map((entry) => ({
    ...entry,
    text: text.replace('s3', 'sqs'),
  }));
  const spread = {
    ...reading.draft,
    edits: { ...reading.draft.edits, merged: { entries, removed: [] } },
  };
  for (const given of [changed, spread])
    expect(engine.compose(given)[0]?.policy.Statement).toContainEqual({
      Effect: 'Deny',
      Action: 'sqs:*',
      Resource: '*',
    });
});

it('gives the places in a document whose texts have none beside them', () => {
  const documents = engine.compose(literal).map((document) => ({
    ...document,
    provenance: document.provenance.map(({ written, ...rest }) => ({
      ...rest,
      ...(written ? { written: { text: written.text! } } : {}),
    })),
    ...(document.envelope
      ? { envelope: { head: document.envelope.head, tail: document.envelope.tail } }
      : {}),
  }));
  const { text: printed, ranges } = engine.printDocument(documents.at(-1)!);
  const range = ranges.get(['Statement', 0, 'Effect'])!;
  expect(printed.slice(range.offset, range.offset + range.length)).toBe('"Allow"');
});

it('saves what it saved before', () => {
  const read = engine.createDraft({ personas: ['dataScientist'], edits });
  const workspace = { pins: [], savedAt: '', dataDate: '' };
  expect(engine.writeWorkspace({ ...workspace, draft: read })).toBe(
    engine.writeWorkspace({ ...workspace, draft: literal }),
  );
  const shared = { dataDate: '', pageVersion: '' };
  expect(engine.encodeShared({ ...shared, draft: read })).toEqual(
    engine.encodeShared({ ...shared, draft: literal }),
  );
});
