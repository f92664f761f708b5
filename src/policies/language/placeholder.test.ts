import { expect, it } from 'vitest';
import {
  hasPlaceholder,
  likePlaceholders,
  placeholderNames,
  replacePlaceholders,
  replaceUnknownText,
  splitAtPlaceholders,
} from './placeholder.ts';

it.each([
  ['arn:aws:s3:::<BUCKET>/<PREFIX>/*', ['BUCKET', 'PREFIX']],
  ['<bucket_name><A1>', ['bucket_name', 'A1']],
  ['<your-bucket> <> <a b> < A > ${aws:userid}', []],
  ['<<A>>', ['A']],
  ['', []],
])('finds the placeholders of %j', (text, names) => {
  expect(placeholderNames(text)).toEqual(names);
  expect(hasPlaceholder(text)).toBe(names.length > 0);
  expect(replacePlaceholders(text, () => undefined)).toBe(text);
  const pieces = splitAtPlaceholders(text);
  expect(pieces.filter((_, index) => index % 2 === 1)).toEqual(names);
  expect(pieces.map((piece, index) => (index % 2 === 1 ? `<${piece}>` : piece)).join('')).toBe(text);
});

it('replaces placeholders that have a value, word for word, and those only', () => {
  const values: Readonly<Record<string, string>> = { A: '$&', B: '' };
  expect(replacePlaceholders('<A>/<B>/<C>', (name) => values[name])).toBe('$&//<C>');
});

it('takes placeholders and policy variables for unknown text', () => {
  expect(replaceUnknownText('a/<B>/${aws:userid}/<your-name>', '*')).toBe('a/*/*/<your-name>');
});

it('knows what people write in place of a placeholder', () => {
  expect(likePlaceholders('<your-bucket>/<A>/<A> <a b> <>')).toEqual(['<your-bucket>', '<A>']);
});
