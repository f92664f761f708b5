import { describe, expect, it } from 'vitest';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { isGuardrailMove } from './guardrailMove.ts';

const empty = createDraft({}, builtIn);
const limited = (
  delivery: Draft['limits']['delivery'],
  chosen = ['vpcOnly'],
  personas = ['trainingRole'],
) => {
  const draft = createDraft({ personas }, builtIn);
  return {
    ...draft,
    limits: { ...draft.limits, delivery, chosen: chosen.map((guardrail) => ({ guardrail, options: {} })) },
  };
};

describe('guardrails that are enforced in another way', () => {
  it.each([
    ['the choice of how they are enforced', limited('deny'), limited('boundary'), true],
    ['a change of something else', limited('deny'), limited('deny', ['vpcOnly', 'notebookRoot']), false],
    ['without a guardrail', limited('deny', []), limited('boundary', []), false],
    ['an example that is opened on an empty page', empty, limited('boundary'), false],
    ['an example with other guardrails', limited('deny', ['notebookRoot']), limited('boundary'), false],
    [
      'an example with other personas',
      limited('deny', ['vpcOnly'], ['imageRole']),
      limited('boundary'),
      false,
    ],
  ] as const)('%s', (_, before, after, isMove) => expect(isGuardrailMove(before, after)).toBe(isMove));
});
