import { describe, expect, it } from 'vitest';
import { valueForVariable } from './sampleValues.ts';

describe('the value that a variable must have', () => {
  it.each([
    ['arn:aws:s3:::d/${aws:username}/*', 'arn:aws:s3:::d/ana/x', 'ana'],
    ['arn:aws:s3:::d/${aws:username}', 'arn:aws:s3:::d/ana', 'ana'],
    ['${aws:username}', 'ana', 'ana'],
    ['${aws:UserName}', '', ''],
    ['*/${aws:username}/*', 'a/b/c/d', 'b'],
    ['${aws:userid}-${aws:username}', 'x-ana', 'ana'],
    ['a?${aws:username}', 'abc', 'c'],
    ['${*}${aws:username}', '*ana', 'ana'],
    ["${aws:username, 'all'}/x", 'ana/x', 'ana'],
    ['b/${aws:username}', 'a/ana', undefined],
    ['${aws:username}/x', 'ana/y', undefined],
    ['no variable', 'no variable', undefined],
  ])('%s on %s: %j', (text, value, expected) => {
    expect(valueForVariable(text, 'aws:username', value)).toBe(expected);
  });

  it('does not try texts that would take long', () => {
    expect(
      valueForVariable(`${'*a'.repeat(2000)}\${aws:username}b`, 'aws:username', 'a'.repeat(2000)),
    ).toBeUndefined();
  });
});
