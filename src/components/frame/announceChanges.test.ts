import { beforeEach, expect, it, vi } from 'vitest';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { useChecks } from '../../state/checks/findingsStore.ts';
import type { DraftChange } from '../../state/derived/draftEffect.ts';
import { edit, useStore } from '../../state/store.ts';
import { announceChanges } from './announceChanges.ts';

const compared = vi.hoisted(() => ({ times: 0 }));

vi.mock('../../state/derived/draftEffect.ts', () => ({
  changesInWords: (changes: readonly DraftChange[]) => {
    compared.times += 1;
    return changes.map(({ after }) => after.name).join(', ');
  },
}));

const total = vi.hoisted(() => ({ text: '' }));

vi.mock('../../state/checks/findingsTotal.ts', () => ({
  findingsTotal: () => ({ state: 'checked', open: [], text: total.text }),
}));

const draft = createDraft({}, builtIn);
const rename = (name: string, label = 'Name') => edit((before) => ({ ...before, name }), label);
let announced: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { activeElement: null });
  useStore.setState({ draft, ruleset: builtIn, lastChange: null });
  announced = [];
  compared.times = 0;
  const stop = announceChanges((message) => announced.push(message));
  return () => {
    stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
});

it('announces a change of its own a second after it', () => {
  rename('a');
  vi.advanceTimersByTime(999);
  expect(announced).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(announced).toEqual(['a']);
});

const paces = [50, 150, 300, 499];

it.each(paces)('compares nothing while someone types a letter every %i ms, and then once', (pace) => {
  const letters = Array.from({ length: 20 }, (_, index) => 'a'.repeat(index + 1));
  for (const letter of letters) {
    rename(letter);
    vi.advanceTimersByTime(pace);
  }
  expect(compared.times).toBe(0);
  vi.runAllTimers();
  expect(compared.times).toBe(1);
  expect(announced).toEqual([letters.join(', ')]);
});

it('announces the newest state last, whenever changes come', () => {
  for (const [index, pause] of [0, 400, 900, 1000, 1100, 20, 20, 600, 501].entries()) {
    rename(`${index}`, `${index}`);
    vi.advanceTimersByTime(pause);
    const shown = announced.at(-1)?.split(', ').at(-1);
    expect(shown === undefined || Number(shown) <= index).toBe(true);
  }
  vi.runAllTimers();
  expect(announced.join(', ')).toBe('0, 1, 2, 3, 4, 5, 6, 7, 8');
});

it('announces findings as they are shown: where all are suppressed, too', () => {
  useChecks.setState({ state: 'checked' });
  for (const text of ['2 findings', 'No open issues found, 2 suppressed', 'No issues found']) {
    total.text = text;
    rename(`with ${text}`);
    vi.runAllTimers();
    expect(announced.at(-1)).toBe(`with ${text}. ${text}`);
  }
  rename('a');
  vi.runAllTimers();
  expect(announced.at(-1)).toBe('a');
  useChecks.setState(useChecks.getInitialState());
});

it('announces nothing once it has ended', () => {
  const later: string[] = [];
  const stop = announceChanges((message) => later.push(message));
  rename('a');
  stop();
  vi.runAllTimers();
  expect(later).toEqual([]);
});
