import { expect, it } from 'vitest';
import type { PolicyDocument } from '../../policies/language/policy.ts';
import { printPolicy } from '../../policies/language/print.ts';
import { type PrintedDocument, shownDocument } from './derived.ts';

const policy: PolicyDocument = { Version: '2012-10-17', Statement: [] };

const printed = (id: string, partOf?: string): PrintedDocument => ({
  id,
  ...(partOf === undefined ? {} : { partOf }),
  title: id,
  kind: 'identity',
  personas: [],
  policy,
  provenance: [],
  ...printPolicy(policy),
});

const role = printed('trainingRole');
const secondInParts = [
  printed('trainingRole-2-1', 'trainingRole-2'),
  printed('trainingRole-2-2', 'trainingRole-2'),
];
const importedInParts = [printed('own-1-1', 'own-1'), printed('own-1-2', 'own-1')];

it.each([
  ['the document', [role, ...importedInParts], 'own-1-2', 'own-1-2'],
  ['the first part of one that was split', [role, ...importedInParts], 'own-1', 'own-1-1'],
  ['the whole of a part', [role, printed('own-1')], 'own-1-2', 'own-1'],
  ['another part', [role, ...importedInParts], 'own-1-3', 'own-1-1'],
  [
    'a part, not another role of the same persona',
    [role, ...secondInParts],
    'trainingRole-2',
    'trainingRole-2-1',
  ],
  ['the first where there is none', [role, ...importedInParts], 'dataScientist', 'trainingRole'],
  ['the first where none is wanted', [role], null, 'trainingRole'],
  ['none of none', [], 'own-1', undefined],
])('%s', (_, documents, wanted, id) => {
  expect(shownDocument(documents, wanted)?.id).toBe(id);
});
