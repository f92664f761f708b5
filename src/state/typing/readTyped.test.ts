import { beforeEach, describe, expect, it } from 'vitest';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { documentsOf } from '../derived/derived.ts';
import { restoreTyped } from './readTyped.ts';
import { useStore } from '../store.ts';
import { useTyping } from './typedTexts.ts';

const draft = createDraft({ personas: ['dataScientist'] }, builtIn);
const [document] = documentsOf(draft);
const id = document?.id ?? '';
const text = document?.text ?? '';
const kept = (typed: string, of = draft) =>
  JSON.stringify({ draft: of, documents: { [id]: { basis: of, text: typed, problem: null } } });

beforeEach(() => {
  useStore.setState({ draft, snapshots: [], notices: [] });
  useTyping.setState({}, true);
});

describe('text that was typed before a reload', () => {
  it('is there again, with what keeps it from being a policy', () => {
    restoreTyped(kept(text.slice(0, -3)));
    expect(useTyping.getState()[id]).toMatchObject({
      text: text.slice(0, -3),
      problem: { sentence: expect.stringContaining('Invalid JSON') },
    });
    expect(useStore.getState().draft).toBe(draft);
  });

  it('becomes part of the draft where it is a policy', () => {
    restoreTyped(kept(text.replace('"Allow"', '"Deny"')));
    expect(useTyping.getState()).toEqual({});
    expect(JSON.stringify(useStore.getState().draft.edits)).toContain('Deny');
  });

  it.each<[string, string]>([
    ['of another draft', kept(text.slice(0, -3), createDraft({ personas: ['notebookRole'] }, builtIn))],
    ['that is cut off', kept(text).slice(0, 500)],
    ['that is none', 'null'],
    ['of no known shape', '{"draft":{"version":99},"documents":7}'],
    ['with a text that is no text', kept(text).replace(/"text":"(?:[^"\\]|\\.)*"/, '"text":1')],
    ['with hostile names', '{"__proto__":{"draft":{}},"draft":{},"documents":{"__proto__":{"text":""}}}'],
  ])('%s is left out', (_, hostile) => {
    restoreTyped(hostile);
    expect(useTyping.getState()).toEqual({});
    expect(useStore.getState().draft).toBe(draft);
  });
});
