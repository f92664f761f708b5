import { describe, expect, it } from 'vitest';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { readDraft } from '../../policies/share/readDraft.ts';
import { contextAsText, contextFromText } from './contextText.ts';

const many = (number: number) => Array.from({ length: number }, (_, index) => `v${index}`).join(', ');

describe('context as text', () => {
  it.each([
    ['aws:ResourceTag/owner = ana', { 'aws:ResourceTag/owner': ['ana'] }],
    ['a=1\n\n b = 2 , 3 ', { a: ['1'], b: ['2', '3'] }],
    ['a =', { a: [] }],
    [
      'sagemaker:ResourceTag/<OWNER_TAG_KEY> = <OWNER>',
      { 'sagemaker:ResourceTag/<OWNER_TAG_KEY>': ['<OWNER>'] },
    ],
    ['', {}],
  ])('reads %j', (text, context) => {
    const reading = contextFromText(text);
    expect(reading).toEqual({ ok: true, context });
    if (reading.ok) expect(contextFromText(contextAsText(reading.context))).toEqual(reading);
  });

  it.each([
    ['a = 1\nno sign', 2, 'is not “key = value”'],
    ['__proto__ = x', 1, 'has a key that doesn’t exist, __proto__'],
    [`a = ${'x'.repeat(2001)}`, 1, 'has a value of more than 2000 characters'],
    [`a = ${many(101)}`, 1, 'has more than 100 values'],
    [`${'k'.repeat(257)} = x`, 1, 'has a key of more than 256 characters'],
    [
      Array.from({ length: 201 }, (_, index) => `k${index} = x`).join('\n'),
      201,
      'exceeds the maximum of 200 keys',
    ],
  ])('names what is wrong with %.20j', (text, line, problem) => {
    expect(contextFromText(text)).toEqual({ ok: false, line, problem });
  });

  it('what it takes is what a stored draft takes', () => {
    const reading = contextFromText(`a = ${'x'.repeat(2000)}\nb = ${many(100)}\n${'k'.repeat(256)} = x`);
    const context = reading.ok ? reading.context : {};
    const test = {
      id: 'proof-1',
      persona: 'dataScientist',
      title: 't',
      expect: 'denied' as const,
      action: 'a:B',
      resource: '*',
      context,
    };
    expect(reading.ok && readDraft(createDraft({ proofs: [test] }, builtIn), builtIn).ok).toBe(true);
  });
});
