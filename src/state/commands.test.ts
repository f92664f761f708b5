import { describe, expect, it } from 'vitest';
import { allCommands } from './commands.ts';
import { revealRange } from './checks/goTo.ts';
import { show, useStore } from './store.ts';

const chords = allCommands.flatMap(({ keys }) => (keys ? [keys] : []));

/** Chords that Monaco, browsers or typing on a Mac own, in the words of the list. */
const taken = [
  'Mod+/',
  'Mod+E',
  'Mod+K',
  'Mod+P',
  'Mod+F',
  'Mod+L',
  'Mod+T',
  'Mod+W',
  'Mod+N',
  'Mod+Shift+N',
  'Mod+Shift+P',
];

describe('the list of commands', () => {
  it('has each id and each chord once', () => {
    const ids = allCommands.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(chords).size).toBe(chords.length);
    expect(chords.length).toBeGreaterThan(10);
  });

  it('never takes a bare letter, Alt with a digit alone, or a chord that is taken', () => {
    expect(chords.filter((keys) => /^(?:Shift\+)?.$/.test(keys))).toEqual([]);
    expect(chords.filter((keys) => /^Alt\+/.test(keys))).toEqual([]);
    expect(chords.filter((keys) => taken.includes(keys))).toEqual([]);
  });

  it('says in words what each does', () => {
    expect(allCommands.filter(({ label }) => label.trim() === '')).toEqual([]);
  });

  it.each([
    ['policyView', 'build', 'policy'],
    ['changesView', 'build', 'changes'],
    ['explainView', 'build', 'explain'],
    ['accessView', 'build', 'access'],
    ['proofs', 'access', 'policy'],
    ['startFresh', 'access', 'build'],
    ['step-limits', 'changes', 'build'],
  ] as const)('%s shows, where one half is shown at a time, the half that it is about', (id, from, to) => {
    show({ half: from, view: 'policy' });
    allCommands.find((command) => command.id === id)?.run();
    const { half, view } = useStore.getState().screen;
    expect(half).toBe(to);
    if (to !== 'build') expect(view).toBe(to);
  });

  it('a place in a document is shown in the half of the policy', () => {
    show({ half: 'build', view: 'changes' });
    revealRange({ documentId: 'any', offset: 0, length: 1, focus: true });
    expect(useStore.getState().screen).toMatchObject({ half: 'policy', view: 'policy' });
  });
});
