import { describe, expect, it } from 'vitest';
import { builtIn } from '../library/builtIn.ts';
import type { Draft } from '../model/draft.ts';
import { createDraft } from './createDraft.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { readDraft } from '../share/readDraft.ts';
import { decodeShared, encodeShared } from '../share/share.ts';
import { withPersonas } from './withPersonas.ts';

describe('the layout of a new draft', () => {
  it.each<[readonly string[], Draft['layout']]>([
    [[], 'merged'],
    [['trainingRole'], 'merged'],
    [['trainingRole', 'vpcEndpoint'], 'merged'],
    [['trainingRole', 'trainingRole'], 'merged'],
    [['trainingRole', 'constructor'], 'merged'],
    [['trainingRole', 'dataScientist'], 'perPersona'],
    [['vpcEndpoint', 'mlopsEngineer', 'hostingRole'], 'perPersona'],
  ])('of %j is %s', (personas, layout) => {
    expect(createDraft({ personas }, builtIn).layout).toBe(layout);
    expect(createDraft({ personas, layout: 'merged' }, builtIn).layout).toBe('merged');
  });

  it('of everyone, as examples choose them, is a role for each', () => {
    expect(fillExamples(createDraft({}, builtIn), builtIn).layout).toBe('perPersona');
  });

  it.each(['merged', 'perPersona'] as const)(
    'of a stored draft or a link stays what it says: %s',
    (layout) => {
      const draft = createDraft({ personas: ['trainingRole', 'hostingRole'], layout }, builtIn);
      const stored = readDraft(JSON.parse(JSON.stringify(draft)), builtIn);
      expect(stored.ok && stored.draft.layout).toBe(layout);
      const link = encodeShared({ draft, dataDate: '', pageVersion: '' }, builtIn);
      const opened = link.ok ? decodeShared(link.fragment, builtIn) : link;
      expect(opened.ok && 'draft' in opened && opened.draft.layout).toBe(layout);
    },
  );
});

describe('choosing personas one after the other', () => {
  const one = createDraft({ personas: ['trainingRole'] }, builtIn);

  it('gives each a role of its own with the second', () => {
    expect(withPersonas(one, ['trainingRole', 'vpcEndpoint'], builtIn).layout).toBe('merged');
    expect(withPersonas(one, ['trainingRole', 'hostingRole'], builtIn).layout).toBe('perPersona');
  });

  it('leaves one role for everything, once that was chosen', () => {
    const chosen: Draft = {
      ...withPersonas(one, ['trainingRole', 'hostingRole'], builtIn),
      layout: 'merged',
    };
    expect(withPersonas(chosen, [...chosen.personas, 'mlopsEngineer'], builtIn).layout).toBe('merged');
  });

  it('keeps hand edits and suppressed findings with the role that they were for', () => {
    const edits = { entries: [{ key: 'hand-1', text: '{"Effect":"Allow","Action":"s3:*"}' }], removed: [] };
    const finding = { document: 'merged', code: 'X', about: '1', reason: 'r' };
    const written = { ...one, edits: { merged: edits }, accepted: [finding] };
    const two = withPersonas(written, ['trainingRole', 'hostingRole'], builtIn);
    expect(two.edits).toEqual({ trainingRole: edits });
    expect(two.accepted).toEqual([{ ...finding, document: 'trainingRole' }]);
    const known = { entries: [], removed: [] };
    const both = withPersonas(
      { ...written, edits: { merged: edits, trainingRole: known } },
      two.personas,
      builtIn,
    );
    expect(both.edits).toEqual({ merged: edits, trainingRole: known });
  });
});
