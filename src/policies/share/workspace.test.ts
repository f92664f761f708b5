import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDraft } from '../draft/createDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import { arbitraryDraft } from './testing/draftArbitraries.ts';
import { freeSnapshotId, snapshotLimits, uniqueSnapshotName } from './snapshotNames.ts';
import { addSnapshots, MAX_WORKSPACE_LENGTH, readWorkspace, writeWorkspace } from './workspace.ts';

const draft = createDraft({ personas: ['dataScientist'] }, builtIn);
const point = (id: string) => ({ id, name: `point ${id}`, draft });
const workspace = { draft, pins: [point('a')], savedAt: '2026-11-25T13:00:00.000Z', dataDate: '2026-09-26' };
const file = (change: object): string =>
  JSON.stringify({ ...JSON.parse(writeWorkspace(workspace)), ...change });

describe('a workspace file', () => {
  it('gives back what was saved', () => {
    fc.assert(
      fc.property(arbitraryDraft, fc.array(arbitraryDraft, { maxLength: 3 }), (saved, others) => {
        const pins = others.map((other, index) => ({ id: `pin-${index}`, name: `${index}`, draft: other }));
        const whole = { ...workspace, draft: saved, pins };
        expect(readWorkspace(writeWorkspace(whole), builtIn)).toEqual({ ok: true, leftOut: 0, ...whole });
      }),
      { numRuns: 50 },
    );
  });

  it('may have come through an editor that marks UTF-8', () => {
    expect(readWorkspace(`\uFEFF${writeWorkspace(workspace)}`, builtIn)).toMatchObject({ ok: true });
  });

  it.each([
    ['nothing', '', 'foreign'],
    ['a policy', '{"Version":"2012-10-17","Statement":[]}', 'foreign'],
    ['a list', '[]', 'foreign'],
    ['half a file', writeWorkspace(workspace).slice(0, 300), 'foreign'],
    ['a later format', file({ version: 2 }), 'newer'],
    ['a later draft', file({ draft: { ...draft, version: 9 } }), 'newer'],
    ['a format that never was', file({ version: 0 }), 'invalid'],
    ['no version', file({ version: undefined }), 'invalid'],
    ['no draft', file({ draft: null }), 'invalid'],
    ['a script as persona', file({ draft: { ...draft, personas: ['<script>'] } }), 'invalid'],
    [
      'a constructor as variable',
      file({ draft: { ...draft, variables: { constructor: ['x'] } } }),
      'invalid',
    ],
    ['more than is read', ' '.repeat(MAX_WORKSPACE_LENGTH + 1), 'tooLarge'],
  ])('%s: refused', (_name, text, reason) => {
    expect(readWorkspace(text, builtIn)).toMatchObject({ ok: false, reason });
  });

  it('is read without what is wrong beside the draft', () => {
    const pins = [point('a'), point('a'), { ...point('b'), draft: 1 }, null, { ...point('c'), id: 7 }];
    const reading = readWorkspace(file({ pins, savedAt: '<b>', dataDate: 5, extra: 1 }), builtIn);
    expect(reading).toEqual({ ok: true, leftOut: 4, ...workspace, savedAt: '', dataDate: '' });
    expect(readWorkspace(file({ pins: 'none' }), builtIn)).toMatchObject({ ok: true, pins: [], leftOut: 0 });
    const many = Array.from({ length: 60 }, (_, index) => point(`${index}`));
    expect(readWorkspace(file({ pins: many }), builtIn)).toMatchObject({ leftOut: 10 });
  });

  it('never makes reading throw', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((value) => file({ pins: value })),
      fc.jsonValue().map((value) => file({ draft: value })),
    );
    fc.assert(fc.property(texts, (text) => typeof readWorkspace(text, builtIn).ok === 'boolean'));
  });
});

describe('snapshot', () => {
  it('of a file stand beside one’s own, under other ids and names', () => {
    const { snapshots, leftOut } = addSnapshots(
      [point('pin-1'), point('pin-3')],
      [{ ...point('pin-1'), draft: createDraft({}, builtIn) }, point('x')],
    );
    expect(leftOut).toBe(0);
    expect(snapshots.map(({ name }) => name)).toEqual([
      'point pin-1',
      'point pin-3',
      'point pin-1 (2)',
      'point x',
    ]);
    expect(new Set(snapshots.map(({ id }) => id)).size).toBe(4);
  });

  it('that are there already are not added again', () => {
    expect(addSnapshots([point('a')], [point('a')])).toEqual({ snapshots: [point('a')], leftOut: 0 });
    const other = { ...point('a'), draft: createDraft({}, builtIn) };
    expect(addSnapshots([point('a')], [other]).snapshots).toHaveLength(2);
  });

  it('are never more than are kept, and it is reported how many were not', () => {
    const own = Array.from({ length: snapshotLimits.snapshots - 1 }, (_, index) => point(`pin-${index}`));
    const { snapshots, leftOut } = addSnapshots(own, [point('a'), point('b'), point('c')]);
    expect([snapshots.length, leftOut]).toEqual([snapshotLimits.snapshots, 2]);
    expect(addSnapshots(snapshots, [point('z')])).toMatchObject({ leftOut: 1 });
  });

  it('have free ids after some were deleted', () => {
    expect(freeSnapshotId([point('pin-2')])).not.toBe('pin-2');
    expect(freeSnapshotId([])).toBe('pin-1');
    const snapshots = [{ name: 'Audit' }, { name: 'audit (2)' }];
    expect(uniqueSnapshotName(' AUDIT ', snapshots)).toBe('AUDIT (3)');
    expect(uniqueSnapshotName('Audits', snapshots)).toBe('Audits');
    const long = 'x'.repeat(snapshotLimits.name);
    expect(uniqueSnapshotName(long, [{ name: long }])).toHaveLength(snapshotLimits.name - 2);
  });
});
