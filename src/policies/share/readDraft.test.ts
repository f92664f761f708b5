import { DRAFT_VERSION } from '../model/draft.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtIn } from '../library/builtIn.ts';
import type { Draft } from '../model/draft.ts';
import { createDraft } from '../draft/createDraft.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { personas } from '../library/personas/index.ts';
import { readDraft } from './readDraft.ts';

const full = fillExamples(createDraft({ personas: personas.map(({ id }) => id) }, builtIn), builtIn);
const stored = (change: Record<string, unknown>): unknown =>
  JSON.parse(JSON.stringify({ ...full, ...change }));

describe('readDraft', () => {
  it('reads back what was stored', () => {
    const reading = readDraft(stored({}), builtIn);
    expect(reading).toEqual({ ok: true, draft: full });
  });

  it('reads what is limited, trusted and sized, and refuses what it does not know there', () => {
    const limits = {
      chosen: [{ guardrail: 'approvedKeys', options: { legacy: 'on' } }],
      delivery: 'boundary',
      exemption: true,
      ceiling: 'everything',
    };
    const trust = { notebookRole: { form: 'crossAccount', options: {} } };
    const sizing = { attach: 'inline', split: false, shorten: 'lossless' };
    expect(readDraft(stored({ limits, trust, sizing }), builtIn)).toEqual({
      ok: true,
      draft: { ...full, limits, trust, sizing },
    });
    expect(readDraft(stored({ limits: { ...limits, delivery: 'nowhere' } }), builtIn).ok).toBe(false);
    expect(readDraft(stored({ limits: undefined }), builtIn).ok).toBe(false);
    const named = (key: string) => JSON.parse(`{"${key}":{"form":"x","options":{}}}`);
    expect(readDraft(stored({ trust: named('constructor') }), builtIn).ok).toBe(false);
    const reading = readDraft(stored({ trust: named('__proto__') }), builtIn);
    expect(reading.ok && Object.keys(reading.draft.trust)).not.toContain('__proto__');
  });

  it.each<[string, string, boolean, boolean]>([
    ['one’s own', 'own-1', true, true],
    ['one’s own behind a generated one', 'merged', true, false],
    ['one’s own behind a trust policy', 'dataScientistTrust', true, false],
    ['edits of a generated one', 'merged', false, true],
    ['edits of none that there can be', 'own-1', false, false],
  ])('takes %s: %s, %s', (_, id, isOwn, ok) => {
    const own = isOwn ? { own: { title: 'Data scientist', kind: 'identity' } } : {};
    const entries = [{ key: 'hand-1', text: '{"Effect":"Allow","Action":"*","Resource":"*"}' }];
    expect(readDraft(stored({ edits: { [id]: { ...own, entries, removed: [] } } }), builtIn).ok).toBe(ok);
  });

  it('reads a draft of version 1, which has no limits', () => {
    const { limits: _limits, trust: _trust, sizing: _sizing, ...old } = full;
    expect(readDraft({ ...old, version: 1 }, builtIn)).toEqual({ ok: true, draft: full });
  });

  it.each([
    { name: 'a newer version', value: stored({ version: DRAFT_VERSION + 1 }), reason: 'newer' },
    { name: 'nothing', value: undefined, reason: 'invalid' },
    { name: 'a list', value: [], reason: 'invalid' },
    { name: 'no version', value: stored({ version: undefined }), reason: 'invalid' },
    { name: 'personas as text', value: stored({ personas: 'dataScientist' }), reason: 'invalid' },
    { name: 'script as an id', value: stored({ personas: ['<script>'] }), reason: 'invalid' },
    {
      name: 'a prototype as persona',
      value: JSON.parse(
        '{"version":1,"name":"x","layout":"merged","personas":["__proto__"],"activities":{},"variables":{}}',
      ),
      reason: 'invalid',
    },
    {
      name: 'an unknown stance',
      value: stored({ activities: { a: [{ activity: 'b', stance: 'lax', options: {} }] } }),
      reason: 'invalid',
    },
    {
      name: 'a million values',
      value: stored({ variables: { region: Array.from({ length: 1_000_000 }, () => 'x') } }),
      reason: 'invalid',
    },
    {
      name: 'a huge value',
      value: stored({ variables: { region: ['x'.repeat(5_000_000)] } }),
      reason: 'invalid',
    },
    {
      name: 'a constructor as variable',
      value: stored({ variables: { constructor: ['x'] } }),
      reason: 'invalid',
    },
  ])('refuses $name', ({ value, reason }) => {
    expect(readDraft(value, builtIn)).toMatchObject({ ok: false, reason });
  });

  it('copies: later changes of the input do not reach the draft, fields it does not know are left out', () => {
    const value: any = stored({ extra: 1 });
    const reading = readDraft(value, builtIn);
    value.personas.push('x');
    if (!reading.ok) throw new Error('refused');
    expect(reading.draft).toEqual(full);
  });

  it('keeps ids that no registry knows: composing ignores them', () => {
    const reading = readDraft(stored({ personas: ['futurePersona'] }), builtIn);
    expect(reading.ok && reading.draft.personas).toEqual(['futurePersona'] satisfies Draft['personas']);
  });

  it('never throws', () => {
    const hostile = {
      version: 1,
      get name(): string {
        throw new Error('no');
      },
    };
    expect(readDraft(hostile, builtIn)).toMatchObject({ ok: false });
    fc.assert(fc.property(fc.anything(), (value) => typeof readDraft(value, builtIn).ok === 'boolean'));
  });
});
