import { beforeEach, describe, expect, it } from 'vitest';
import { readImport } from '../../policies/import/readImport.ts';
import { recognize } from '../../policies/recognize/recognize.ts';
import {
  bringBackEarlier,
  clearImport,
  editPolicy,
  keepImport,
  selectPolicy,
  setKind,
  setWanted,
  useIntake,
  WHOLE,
  writeText,
} from './intake.ts';
import { isReadable, itemsOf, orphansOf, wholeItem } from './reviewItems.ts';

const policy = (action: string, more = '') =>
  `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"${action}","Resource":"*"${more}}]}`;
const one = policy('s3:GetObject');
const two = policy('s3:PutObject');
const both = `One:\n${one}\n\nAnother:\n${two}\n`;

const readingOf = (text: string) => ({ text, ...readImport(text) });
const wholeOf = (text: string) =>
  wholeItem({ ...useIntake.getState(), text }, readingOf(text), recognize(text).kinds);
const items = (text = useIntake.getState().text) => itemsOf(useIntake.getState(), readingOf(text));

beforeEach(() => useIntake.setState(useIntake.getInitialState(), true));

describe('the text as one policy', () => {
  it.each([
    ['a policy', one, 'identity', true],
    ['with white space around it', `\n ${one}\n`, 'identity', true],
    ['with faults that are repaired', one.replace('"Effect"', '“Effect”'), 'identity', true],
    ['of a resource', policy('s3:GetObject', ',"Principal":{"AWS":"111122223333"}'), 'resource', true],
    [
      'of an organization’s resources',
      policy('s3:*', ',"Principal":"*"').replace('Allow', 'Deny'),
      'resource-control',
      true,
    ],
    ['being written', '{"Version": "2012-10-17", "Statement": [{"Eff', 'identity', false],
    ['broken', '{"Version": oops}', 'identity', false],
  ])('%s', (_, text, kind, isFound) => {
    const item = wholeOf(text);
    expect([item?.key, item?.kind, item?.found !== undefined]).toEqual([WHOLE, kind, isFound]);
  });

  it.each([
    ['nothing', ' '],
    ['prose', 'please let me in'],
    ['a message', 'User: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:GetObject'],
    ['several', both],
    ['one among other text', `Here it is:\n${one}`],
    ['one that is commented out', `// ${one}`],
    ['output of the AWS CLI', `{"PolicyVersion":{"Document":${one}}}`],
    ['a policy as a string', JSON.stringify(one)],
  ])('is not %s', (_, text) => {
    expect(wholeOf(text)).toBeUndefined();
  });

  it('keeps what the reading before said while it is written', () => {
    keepImport(one);
    const intake = { ...useIntake.getState(), text: `${one.slice(0, 40)}x` };
    expect(wholeItem(intake, readingOf(one), [])?.found?.text).toBe(one);
  });
});

describe('policies in a text', () => {
  it('have what was edited and chosen for each, also when the text around them changes', () => {
    keepImport(both);
    const [first, second] = items();
    editPolicy(first!.key, two);
    setKind(second!.key, 'permissions-boundary');
    setWanted(second!.key, false);
    writeText(`Ours.\n${both}`, false);
    expect(items().map(({ text, kind, isWanted }) => [text, kind, isWanted])).toEqual([
      [two, 'identity', true],
      [two, 'permissions-boundary', false],
    ]);
  });

  it('that are the same are distinguished', () => {
    keepImport(`${one}\n${one}`);
    editPolicy(items()[1]!.key, two);
    expect(items().map(({ text }) => text)).toEqual([one, two]);
  });

  it('that were edited are not lost when the text has them no longer', () => {
    keepImport(both);
    editPolicy(items()[0]!.key, policy('s3:ListBucket'));
    writeText('nothing of it', false);
    const [orphan, ...others] = orphansOf(useIntake.getState(), items());
    expect([orphan?.base, orphan?.text, orphan?.isWanted]).toEqual([one, policy('s3:ListBucket'), true]);
    expect(others).toEqual([]);
  });

  it('can be read as they were found, and as they are edited where that is a policy', () => {
    keepImport(both);
    const [first] = items();
    expect(isReadable(first!)).toBe(true);
    expect(isReadable({ ...first!, text: '{"Version"' })).toBe(false);
    expect(isReadable({ ...first!, text: two })).toBe(true);
  });
});

describe('the text that is kept', () => {
  it('is compared with what it was when it came, whichever way', () => {
    for (const arrive of [() => keepImport(one), () => writeText(one, true), () => writeText(one, false)]) {
      useIntake.setState(useIntake.getInitialState(), true);
      arrive();
      writeText(two, false);
      expect([useIntake.getState().base, useIntake.getState().text]).toEqual([one, two]);
    }
    useIntake.setState(useIntake.getInitialState(), true);
    for (const typed of ['{', '{"', '{"V']) writeText(typed, false);
    expect(useIntake.getState().base).toBe('');
  });

  it('makes way for another and comes back with all that was done', () => {
    keepImport(both);
    editPolicy(items()[0]!.key, two);
    selectPolicy(items()[0]!.key);
    const before = useIntake.getState();
    keepImport(one);
    expect(useIntake.getState().text).toBe(one);
    bringBackEarlier();
    expect(useIntake.getState()).toMatchObject({
      text: both,
      edits: before.edits,
      selected: before.selected,
    });
    bringBackEarlier();
    expect(useIntake.getState().text).toBe(one);
  });

  it('that was added as a whole is gone, in part not', () => {
    keepImport(both);
    clearImport(false);
    expect([useIntake.getState().text, useIntake.getState().earlier?.text]).toEqual(['', both]);
    bringBackEarlier();
    clearImport(true);
    expect([useIntake.getState().text, useIntake.getState().earlier]).toEqual(['', null]);
  });

  it('is not replaced by itself, nor kept when it is empty', () => {
    keepImport(one);
    const before = useIntake.getState();
    keepImport(one);
    expect(useIntake.getState()).toBe(before);
    writeText(' ', false);
    keepImport(two);
    expect(useIntake.getState().earlier).toBeNull();
  });
});
