import { expect, it } from 'vitest';
import { chooseActivity, createDraft } from '../../policies/draft/createDraft.ts';
import { resetStatement } from '../../policies/handEdits/changeEdits.ts';
import { fillExamples } from '../../policies/compose/exampleValues.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { findPersona } from '../../policies/library/ruleset.ts';
import { commitTyped } from './commitTyped.ts';
import { documentsOf } from '../derived/derived.ts';
import { settleTyped } from './settleTyped.ts';
import { edit, useStore } from '../store.ts';
import { noteTyped } from './typing.ts';
import { useTyping } from './typedTexts.ts';

/** A document in two parts. */
function parts(): readonly { readonly id: string; readonly text: string; readonly partOf?: string }[] {
  const activities =
    findPersona('dataScientist', builtIn)?.activities.map(({ activity }) =>
      chooseActivity(activity, builtIn),
    ) ?? [];
  useStore.setState({
    draft: fillExamples(
      createDraft({ personas: ['dataScientist'], activities: { dataScientist: activities } }, builtIn),
      builtIn,
    ),
  });
  useTyping.setState({}, true);
  return documentsOf(useStore.getState().draft).filter(({ partOf }) => partOf !== undefined);
}

const adding = (text: string, action: string): string =>
  text.replace('"Statement": [', `"Statement": [{"Effect":"Allow","Action":"${action}","Resource":"*"},`);
const has = (text: string): boolean =>
  documentsOf(useStore.getState().draft).some((document) => document.text.includes(text));

it('text that waited comes on top of what was written in another part meanwhile', () => {
  const [one, two] = parts();
  if (!one || !two) throw new Error('not split');
  noteTyped(one.id, `${adding(one.text, 'x:One')}oops`);
  commitTyped(one.id);
  noteTyped(two.id, adding(two.text, 'x:Two'));
  commitTyped(two.id);
  noteTyped(one.id, adding(one.text, 'x:One'));
  commitTyped(one.id);
  expect([has('x:One'), has('x:Two')]).toEqual([true, true]);
});

it('two parts that wait are both settled', () => {
  const [one, two] = parts();
  if (!one || !two) throw new Error('not split');
  noteTyped(one.id, adding(one.text, 'x:One'));
  noteTyped(two.id, adding(two.text, 'x:Two'));
  expect(settleTyped()).toBe(true);
  expect([has('x:One'), has('x:Two')]).toEqual([true, true]);
});

it('what was reset meanwhile stays reset', () => {
  const [one, two] = parts();
  if (!one || !two?.partOf) throw new Error('not split');
  const whole = two.partOf;
  noteTyped(two.id, adding(two.text, 'x:Two'));
  commitTyped(two.id);
  const now = documentsOf(useStore.getState().draft).find(({ id }) => id === one.id)?.text ?? '';
  noteTyped(one.id, `${adding(now, 'x:One')}oops`);
  commitTyped(one.id);
  const added = useStore.getState().draft.edits[whole]?.entries.find(({ text }) => text?.includes('x:Two'));
  edit((draft) => resetStatement(draft, whole, added?.key ?? ''), 'Reset');
  noteTyped(one.id, adding(now, 'x:One'));
  commitTyped(one.id);
  expect([has('x:One'), has('x:Two')]).toEqual([true, false]);
});

it('a statement that was changed in two ways is refused, and nothing of it is lost', () => {
  const [one] = parts();
  if (!one) throw new Error('not split');
  const edited = (word: string) =>
    one.text.replace('"Resource": [', `"Resource": [\n        "arn:aws:s3:::${word}",`);
  noteTyped(one.id, `${edited('mine')}oops`);
  commitTyped(one.id);
  const pending = useTyping.getState();
  useTyping.setState({}, true);
  noteTyped(one.id, edited('theirs'));
  commitTyped(one.id);
  expect(has('theirs')).toBe(true);
  useTyping.setState(pending, true);
  noteTyped(one.id, edited('mine'));
  commitTyped(one.id);
  expect(has('theirs')).toBe(true);
  expect(useTyping.getState()[one.id]).toMatchObject({
    text: edited('mine'),
    problem: { sentence: expect.stringContaining('changed elsewhere') },
  });
});
