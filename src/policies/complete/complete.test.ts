import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { testCatalog } from '../testing/testCatalog.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { completionsAt } from './completionsAt.ts';
import { valueAtCaret } from './caretContext.ts';

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
});

/** `|` is the caret. */
const at = (marked: string) => {
  const offset = marked.indexOf('|');
  return completionsAt(marked.replace('|', ''), offset, catalog);
};
const labels = (marked: string) => at(marked).items.map(({ label }) => label);
const applied = (marked: string, label: string) => {
  const { items, replaced } = at(marked);
  const text = marked.replace('|', '');
  const item = items.find((candidate) => candidate.label === label);
  return text.slice(0, replaced.offset) + item?.insertText + text.slice(replaced.offset + replaced.length);
};

const S = '{"Version": "2012-10-17", "Statement": [{';

describe('offers', () => {
  it.each([
    ['elements of the policy', '{ "|', 'Statement'],
    ['elements of a statement', `${S} "|"`, 'NotAction'],
    ['elements of a statement that is not in a list', '{"Statement": { "|" } }', 'Effect'],
    ['effects', `${S} "Effect": "|`, 'Deny'],
    ['services', `${S} "Action": "|`, 'sagemaker:'],
    ['actions of a service', `${S} "Action": ["sagemaker:|`, 'sagemaker:CreateTrainingJob'],
    ['actions in an unclosed list', `${S} "Action": ["s3:GetObject", "s3:Put|`, 's3:PutObject'],
    [
      'ARNs for the actions',
      `${S} "Action": "sagemaker:CreateModel", "Resource": "|`,
      'arn:aws:sagemaker:*:*:model/*',
    ],
    ['everything', `${S} "Resource": "|`, '*'],
    ['operators', `${S} "Condition": {"|`, 'ForAnyValue:StringEquals'],
    [
      'keys that the actions carry',
      `${S} "Action": "sagemaker:CreateTrainingJob", "Condition": {"StringEquals": {"|`,
      'sagemaker:InstanceTypes',
    ],
    ['global keys', `${S} "Condition": {"StringEquals": {"|`, 'aws:SourceVpc'],
    ['values of a key', `${S} "Condition": {"StringEquals": {"sagemaker:RootAccess": "|`, 'Disabled'],
    ['values of Null', `${S} "Condition": {"Null": {"sagemaker:VpcSubnets": "|`, 'false'],
    ['values of a Boolean key', `${S} "Condition": {"Bool": {"aws:SecureTransport": ["|`, 'true'],
    ['principals', `${S} "Principal": {"|`, 'Service'],
    ['service principals', `${S} "Principal": {"Service": "|`, 'sagemaker.amazonaws.com'],
  ])('%s', (_, marked, label) => {
    expect(labels(marked)).toContain(label);
  });

  it('only keys that the actions carry before the global ones', () => {
    const offered = labels(`${S} "Action": "s3:GetObject", "Condition": {"StringEquals": {"|`);
    expect(offered).not.toContain('sagemaker:InstanceTypes');
  });
});

it.each([
  [`${S} "Action": ["s3:Get|Foo"]`, 's3:GetObject', `${S} "Action": ["s3:GetObject"]`],
  [`${S} "Action": [|]`, 's3:', `${S} "Action": ["s3:"]`],
  [`${S} "Effect": "A|`, 'Allow', `${S} "Effect": "Allow`],
])('replaces what is written: %s', (marked, label, text) => {
  expect(applied(marked, label)).toBe(text);
});

it('finds the value under the pointer', () => {
  const text = `${S} "Action": ["s3:GetObject"]`;
  expect(valueAtCaret(text, text.indexOf('GetObject'))?.value).toBe('s3:GetObject');
  expect(valueAtCaret(text, text.indexOf('Act'))?.value).toBe('Action');
});

it('never throws, whatever the text and the place', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.nat(60), (text, place) => {
      const offset = Math.min(place, text.length);
      completionsAt(text, offset, catalog);
      valueAtCaret(text, offset);
    }),
  );
});
