import { expect, it } from 'vitest';
import { builtIn } from '../library/builtIn.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import { sizeNote } from './sizeNotes.ts';

const documentOf = (kind: ComposedDocument['kind'], resource: string, filler: number): ComposedDocument => ({
  id: 'x',
  title: 'Notebook role',
  kind,
  personas: ['notebookRole'],
  policy: {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 's3:GetObject', Resource: [resource, `arn:aws:s3:::${'b'.repeat(filler)}`] },
    ],
  },
  provenance: [{ key: 'x', sources: [], actions: {} }],
});

it.each<[string, ComposedDocument, 'managed' | 'inline', string | undefined]>([
  ['has room', documentOf('identity', '<DATA_KMS_CMK_ARN>', 100), 'managed', undefined],
  ['has no placeholder', documentOf('identity', 'arn:aws:s3:::b', 6000), 'managed', undefined],
  [
    'is over its limit with a value',
    documentOf('identity', '<DATA_KMS_CMK_ARN>', 5990),
    'managed',
    'With values of that length, AWS rejects it',
  ],
  [
    'is close to its limit with a value',
    documentOf('identity', '<DATA_KMS_CMK_ARN>', 5700),
    'managed',
    'Longer values can exceed the quota',
  ],
  ['has room as an inline policy', documentOf('identity', '<DATA_KMS_CMK_ARN>', 5990), 'inline', undefined],
  ['has a placeholder that nobody knows', documentOf('identity', '<MY_BUCKET>', 5990), 'managed', undefined],
])('a document that %s', (_, document, attach, note) => {
  const found = sizeNote(document, attach, builtIn);
  if (note === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(note);
});
