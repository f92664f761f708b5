import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parsePolicy } from '../language/parse.ts';
import { runs } from '../testing/effort.ts';
import { outdent } from './outdent.ts';

const placed = (text: string) => {
  const read = parsePolicy(text);
  if (!read.ok) throw new Error(text);
  return { read, outdented: outdent({ text, places: read.ranges.places() }) };
};

const policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['s3:GetObject', 'a\\"b\nc'], Resource: '*' }],
};

it('law: a policy that stood in another text says the same, with its values where they are now', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('', ' ', '  ', '\t', '\t\t', '    '),
      fc.constantFrom<string | number>(0, 1, 2, '\t'),
      fc.constantFrom('\n', '\r\n', '\n\n', '\n \n'),
      (indent, unit, end) => {
        const plain = JSON.stringify(policy, undefined, unit);
        const { read, outdented } = placed(plain.replaceAll('\n', `${end}${indent}`));
        const again = parsePolicy(outdented.text);
        expect(again.ok && [again.policy, again.ranges.places()]).toEqual([read.policy, outdented.places]);
        if (end === '\n') expect(outdented.text).toBe(plain);
      },
    ),
    { numRuns: runs(200) },
  );
});

it.each([
  ['indented with tabs and with spaces', '{\n\t"Version": "2012-10-17",\n  "Statement": []\n\t}'],
  ['with a line that is not indented', '{\n    "Version": "2012-10-17",\n"Statement": []\n    }'],
  ['with a string that goes over lines', '{\n    "Sid": "a\n    b",\n    "Statement": []\n    }'],
])('a text %s stays as it is', (_, text) => {
  expect(outdent({ text, places: [] }).text).toBe(text);
});
