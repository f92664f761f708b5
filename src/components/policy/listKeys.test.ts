import { describe, expect, it } from 'vitest';
import { foundByTyping, isTyping, movedBy, nothingTyped, typedOn } from './listKeys.ts';

describe('keys of a list', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 19, 19],
    ['ArrowUp', 0, 0],
    ['PageDown', 3, 13],
    ['PageDown', 15, 19],
    ['PageUp', 3, 0],
    ['Home', 7, 0],
    ['End', 7, 19],
    ['ArrowDown', -1, 0],
    ['a', 0, undefined],
    ['constructor', 0, undefined],
  ])('%s from entry %i', (key, current, target) => {
    expect(movedBy(key, current, 20)).toBe(target);
  });

  it('moves to nothing in an empty list', () => {
    expect(movedBy('End', -1, 0)).toBeUndefined();
  });
});

const entries = [
  ['All roles (combined)'],
  ['Data scientist', 'Permissions policy'],
  ['Trust policy'],
  ['Training role', 'Permissions policy'],
  ['Trust policy'],
];

describe('letters', () => {
  it.each([
    ['t', 0, 2],
    ['t', 2, 3],
    ['tt', 3, 4],
    ['t', 4, 2],
    ['tra', 2, 3],
    ['permissions', 0, 1],
    ['d', 4, 1],
    ['x', 0, undefined],
  ])('%s from entry %i', (text, current, target) => {
    expect(foundByTyping(entries, current, text)).toBe(target);
  });

  it('begin anew after a pause', () => {
    const typed = typedOn(typedOn(nothingTyped, 'T', 1000), 'r', 1200);
    expect(typed.text).toBe('tr');
    expect(typedOn(typed, 'd', 2500).text).toBe('d');
  });

  it.each([
    ['a', false, nothingTyped, true],
    ['a', true, nothingTyped, false],
    ['Enter', false, nothingTyped, false],
    [' ', false, nothingTyped, false],
    [' ', false, { text: 'data', at: 900 }, true],
    [' ', false, { text: 'data', at: 0 }, false],
  ])('“%s” types: Ctrl %s', (key, ctrlKey, typed, expected) => {
    expect(isTyping({ key, ctrlKey, metaKey: false, altKey: false }, typed, 1000)).toBe(expected);
  });
});
