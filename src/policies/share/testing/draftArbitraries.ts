import fc from 'fast-check';
import { builtIn } from '../../library/builtIn.ts';
import type { ReviewMark } from '../../model/reviewMark.ts';
import type { Draft } from '../../model/draft.ts';
import { createDraft } from '../../draft/createDraft.ts';
import { withParsedEdits } from '../../handEdits/parsedEdits.ts';
import type { DocumentEdits, EditEntry } from '../../model/documentEdits.ts';

/** Drafts as a stored one may be, for laws in tests: known and unknown ids, values as typed, every setting. */

const id = fc.oneof(
  fc.constantFrom('dataScientist', 'notebookRole', 'consoleReadAccess', 'region', 'accountId'),
  fc
    .stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,20}$/)
    .filter((text) => !/^(?:constructor|prototype)$/.test(text)),
);
const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const options = fc.dictionary(id, text, { maxKeys: 3, noNullPrototype: true });

const choice = fc.record({
  activity: id,
  stance: fc.constantFrom('published' as const, 'hardened' as const),
  options,
});

const limits = fc.record({
  chosen: fc.array(fc.record({ guardrail: id, options }), { maxLength: 4 }),
  delivery: fc.constantFrom('deny' as const, 'conditions' as const, 'boundary' as const),
  exemption: fc.boolean(),
  ceiling: fc.constantFrom('services' as const, 'everything' as const),
});

const sizing = fc.record({
  attach: fc.constantFrom('managed' as const, 'inline' as const),
  split: fc.boolean(),
  shorten: fc.constantFrom('none' as const, 'lossless' as const, 'wildcards' as const),
});

const acceptance = fc.record(
  {
    document: id,
    code: fc.constantFrom('PASS_ROLE', 'X1'),
    about: fc.stringMatching(/^[0-9a-f]{16}$/),
    reason: text,
    covers: text,
  },
  { requiredKeys: ['document', 'code', 'about', 'reason'], noNullPrototype: true },
);

const test = fc.record({
  id,
  persona: id,
  title: text,
  expect: fc.constantFrom('allowed' as const, 'denied' as const),
  action: text,
  resource: text,
  context: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}:[A-Za-z/]{1,9}$/), fc.array(text, { maxLength: 3 }), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
});

const statement = text.map((resource) =>
  JSON.stringify({ Effect: 'Deny', Action: 's3:*', Resource: resource }),
);

const entry: fc.Arbitrary<EditEntry> = fc
  .tuple(fc.integer({ min: 1, max: 99 }), statement, fc.boolean())
  .map(([number, written, isNew]) =>
    isNew
      ? { key: `hand-${number}`, text: written, lead: ',\n  ' }
      : { key: `Sid${number}`, text: written, base: written, from: ['x'] },
  );

const edits: fc.Arbitrary<DocumentEdits> = fc.record({
  entries: fc.uniqueArray(entry, { maxLength: 3, selector: ({ key }) => key }),
  removed: fc.uniqueArray(fc.record({ key: fc.stringMatching(/^[A-Z][a-z]{1,9}$/), base: statement }), {
    maxLength: 2,
    selector: ({ key }) => key,
  }),
});

const record = <Value>(value: fc.Arbitrary<Value>) =>
  fc.dictionary(id, value, { maxKeys: 3, noNullPrototype: true });

const mark: fc.Arbitrary<ReviewMark> = fc.record(
  {
    against: fc.constantFrom('guide', 'nothing', 'draft-0123456789abcdef'),
    group: fc.tuple(fc.constantFrom('write', 'permissions-management'), id).map((parts) => parts.join('/')),
    fingerprint: fc.stringMatching(/^[0-9a-f]{16}$/),
    claimed: fc.constant(true as const),
  },
  { requiredKeys: ['against', 'group', 'fingerprint'], noNullPrototype: true },
);

export const arbitraryDraft: fc.Arbitrary<Draft> = fc
  .record({
    name: text,
    layout: fc.constantFrom('merged' as const, 'perPersona' as const),
    personas: fc.uniqueArray(id, { maxLength: 4 }),
    activities: record(fc.array(choice, { maxLength: 4 })),
    variables: record(fc.array(text, { maxLength: 4 })),
    limits,
    trust: record(fc.record({ form: id, options })),
    sizing,
    accepted: fc.array(acceptance, { maxLength: 3 }),
    proofs: fc.array(test, { maxLength: 3 }),
    edits: record(edits),
    marks: fc.array(mark, { maxLength: 3 }),
  })
  .map(({ marks, ...parts }) =>
    withParsedEdits(createDraft({ ...parts, ...(marks.length > 0 && { reviewed: marks }) }, builtIn)),
  );
