import fc from 'fast-check';
import { expect, it } from 'vitest';
import { globsMeet } from './globsMeet.ts';

it.each([
  ['', '', true],
  ['', '*', true],
  ['', 'a', false],
  ['', '?', false],
  ['a', 'a', true],
  ['a*', '*b', true],
  ['a*c', 'a?', true],
  ['a*c', 'b*', false],
  ['a*b*c', 'a?c', true],
  ['a*b*c', 'ac', false],
  ['a*b*c', 'a?*c', true],
  ['??', '*a*', true],
  ['?', '**a**b', false],
  ['*a*', '*b*', true],
  ['arn:aws:s3:::a-*', 'arn:aws:s3:::*-b', true],
  ['arn:aws:s3:::a-?', 'arn:aws:s3:::*-bc', false],
])('%s and %s have a text in common: %s', (one, other, meet) => {
  expect(globsMeet(one, other)).toBe(meet);
  expect(globsMeet(other, one)).toBe(meet);
});

/** Every text of up to four letters of `ab`. */
const texts = Array.from({ length: 5 }, (_, length) =>
  Array.from({ length: 2 ** length }, (_, number) =>
    Array.from({ length }, (_, place) => ((number >> place) & 1 ? 'b' : 'a')).join(''),
  ),
).flat();

it('says what trying every short text says', () => {
  // Where both have a `*`, each has two more places at most, and four letters suffice; otherwise one says the length, at most three.
  const pattern = fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 3 }).map((all) => all.join(''));
  const matches = (glob: string) => {
    const expression = new RegExp(`^${glob.replaceAll('*', '.*').replaceAll('?', '.')}$`);
    return (text: string) => expression.test(text);
  };
  fc.assert(
    fc.property(pattern, pattern, (one, other) => {
      const [first, second] = [matches(one), matches(other)];
      expect(globsMeet(one, other)).toBe(texts.some((text) => first(text) && second(text)));
    }),
  );
});
