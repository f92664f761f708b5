import { DRAFT_VERSION } from '../policies/model/draft.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareActions } from '../policies/access/actionDiff.ts';
import { builtIn } from '../policies/library/builtIn.ts';
import type { Draft } from '../policies/model/draft.ts';
import { createDraft } from '../policies/draft/createDraft.ts';
import { addImportedPolicy } from '../policies/handEdits/importedPolicies.ts';
import { fillExamples } from '../policies/compose/exampleValues.ts';
import { fileStem } from '../policies/exports/exporter.ts';
import { commonPersonas } from '../policies/library/personas/index.ts';
import { effectivePolicies, withoutDocument } from '../policies/access/review/effectivePolicies.ts';
import { documentsBefore, documentsGone, documentsNew, resolveBaseline } from './derived/baseline.ts';
import { pairsOf } from './derived/reportInput.ts';
import { documentsOf, pathAtCaret, publishedFormOf, sourcesAt, wholeDocumentsOf } from './derived/derived.ts';
import {
  activityChoices,
  setGuardrailOption,
  setGuardrails,
  setLayout,
  setLimits,
  setOption,
  setStance,
  setTrustForm,
  setTrustOption,
  setValues,
  toggleActivity,
  toggleGuardrail,
} from '../policies/draft/editDraft.ts';
import { togglePersona } from '../policies/draft/togglePersona.ts';
import { changesInWords, effectInWords } from './derived/draftEffect.ts';
import { openedLabels } from './share/openedLabels.ts';
import { personaMarks } from './derived/personaLines.ts';
import { putTest } from './accessTests/testEdits.ts';
import { readSaved } from './storage/savedText.ts';
import { isRedeployed } from './offline/redeploy.ts';
import { linesOf } from './derived/trace.ts';
import { PAGE_VERSION } from './version.ts';

const noPersona = createDraft({}, builtIn);
const scientist = togglePersona(noPersona, 'dataScientist', builtIn);
const everyone = fillExamples(
  createDraft({ personas: commonPersonas.map(({ id }) => id), layout: 'merged' }, builtIn),
  builtIn,
);

describe('edits', () => {
  it('give a chosen persona its activities, and keep them while it is not chosen', () => {
    const without = toggleActivity(scientist, 'dataScientist', 'consoleReadAccess', builtIn);
    const back = togglePersona(togglePersona(without, 'dataScientist', builtIn), 'dataScientist', builtIn);
    expect(activityChoices(back, 'dataScientist')).toEqual(activityChoices(without, 'dataScientist'));
    expect(activityChoices(back, 'dataScientist').length).toBe(
      activityChoices(scientist, 'dataScientist').length - 1,
    );
  });

  it('change one choice and leave the draft before as it was', () => {
    const before = JSON.stringify(scientist);
    const published = setStance(scientist, 'dataScientist', 'consoleReadAccess', 'published');
    const listed = setOption(published, 'dataScientist', 'consoleReadAccess', 'actions', 'list');
    expect(activityChoices(listed, 'dataScientist')[0]).toMatchObject({
      stance: 'published',
      options: { actions: 'list' },
    });
    expect(JSON.stringify(scientist)).toBe(before);
  });

  it('turn limits on and off one by one or together, and keep their options', () => {
    const one = setGuardrailOption(
      toggleGuardrail(scientist, 'approvedKeys'),
      'approvedKeys',
      'legacy',
      'on',
    );
    const all = setGuardrails(one, ['approvedKeys', 'vpcOnly'], true);
    expect(all.limits.chosen).toEqual([
      { guardrail: 'approvedKeys', options: { legacy: 'on' } },
      { guardrail: 'vpcOnly', options: {} },
    ]);
    expect(setGuardrails(all, ['approvedKeys'], false).limits.chosen).toEqual([
      { guardrail: 'vpcOnly', options: {} },
    ]);
    expect(toggleGuardrail(all, 'vpcOnly').limits.chosen).toEqual(one.limits.chosen);
    expect(scientist.limits.chosen).toEqual([]);
  });

  it('give another trust form its own options', () => {
    const on = setTrustOption(scientist, 'notebookRole', 'sageMakerService', 'confusedDeputy', 'on');
    expect(on.trust).toEqual({
      notebookRole: { form: 'sageMakerService', options: { confusedDeputy: 'on' } },
    });
    const other = setTrustForm(on, 'notebookRole', 'crossAccount');
    expect(other.trust).toEqual({ notebookRole: { form: 'crossAccount', options: {} } });
    expect(setTrustForm(other, 'notebookRole', 'crossAccount')).toBe(other);
  });

  it('forget a variable without values, and give the same draft for the same layout', () => {
    const set = setValues(scientist, 'region', ['eu-west-1']);
    expect(setValues(set, 'region', ['', '']).variables).toEqual({});
    expect(setLayout(scientist, 'merged')).toBe(scientist);
  });
});

describe('a stored draft', () => {
  const text = JSON.stringify({
    savedAt: '2026-01-02T03:04:05Z',
    draft: scientist,
    pins: [{ id: 'a', name: 'b', draft: scientist }],
  });
  it('is read with its snapshots', () => {
    expect(readSaved(text)).toMatchObject({
      ok: true,
      saved: { draft: scientist, snapshots: [{ id: 'a' }] },
    });
  });
  it.each([
    ['', 'unreadable'],
    ['null', 'unreadable'],
    [`{"draft":{"version":${DRAFT_VERSION + 1}}}`, 'newer'],
    ['{"draft":{"version":1}}', 'unreadable'],
    [text.slice(0, -20), 'unreadable'],
  ])('%j is refused', (stored, why) => {
    expect(readSaved(stored)).toEqual({ ok: false, why });
  });
});

describe('between choices and lines', () => {
  const document = wholeDocumentsOf(everyone)[0]!;
  const lines = document.text.split('\n');

  it('every line of a choice belongs to a statement or action that it asked for', () => {
    for (const { id, activities } of commonPersonas.filter(({ kind }) => kind === 'identity')) {
      for (const { activity } of activities.filter((entry) => entry.selected)) {
        const found = linesOf(document, { persona: id, activity });
        expect(found.length, activity).toBeGreaterThan(0);
        for (const { first, last } of found) {
          expect(first).toBeLessThanOrEqual(last);
          expect(last).toBeLessThanOrEqual(lines.length);
        }
      }
    }
  });

  it('a variable has the lines of the statements that use it', () => {
    expect(linesOf(document, { variable: 'accountId' }).length).toBeGreaterThan(5);
    expect(linesOf(document, { variable: 'noSuch' })).toEqual([]);
  });

  it('a caret anywhere on an action’s line is on that action', () => {
    const at = document.text.indexOf('"sagemaker:List*"');
    const lineStart = document.text.lastIndexOf('\n', at) + 1;
    for (const caret of [lineStart, at, at + 5, document.text.indexOf('\n', at)]) {
      const path = pathAtCaret(document, caret);
      expect(path[2]).toBe('Action');
      expect(sourcesAt(document, path)).toContainEqual(
        expect.objectContaining({ activity: 'consoleReadAccess' }),
      );
    }
    expect(sourcesAt(document, [])).toEqual([]);
  });

  it('the gutter has every statement line, each with its personas', () => {
    const marked = new Set(
      personaMarks(document).flatMap(({ lines: range }) =>
        Array.from({ length: range.last - range.first + 1 }, (_, index) => range.first + index),
      ),
    );
    for (const index of document.policy.Statement.keys()) {
      const range = document.ranges.lines(['Statement', index])!;
      for (let line = range.first; line <= range.last; line += 1)
        expect(marked.has(line), `line ${line}`).toBe(true);
    }
  });
});

describe('changes', () => {
  it('compare with the published form, the last state or a snapshot', () => {
    const snapshot = { id: 'p', name: 'point', draft: noPersona };
    expect(resolveBaseline({ kind: 'published' }, scientist, undefined, []).draft).toBe(
      publishedFormOf(scientist),
    );
    expect(resolveBaseline({ kind: 'previous' }, scientist, undefined, []).draft).toBeUndefined();
    expect(resolveBaseline({ kind: 'snapshot', id: 'p' }, scientist, undefined, [snapshot])).toEqual({
      name: 'Snapshot: point',
      draft: noPersona,
    });
    expect(
      resolveBaseline({ kind: 'snapshot', id: 'gone' }, scientist, undefined, [snapshot]).draft,
    ).toBeUndefined();
  });

  it('are silent where only order or Sids differ', () => {
    const one = { Effect: 'Allow' as const, Action: ['a:B', 'a:C'], Resource: '*' };
    const none = { added: [], removed: [], rescoped: [], deniedAdded: [], deniedRemoved: [] };
    const split = [
      { ...one, Sid: 'X', Action: 'a:C' },
      { ...one, Action: 'a:B' },
    ];
    expect(compareActions({ Statement: [one] }, { Statement: split })).toEqual(none);
    expect(compareActions({ Statement: [one] }, { Statement: [{ ...one, Resource: 'r' }] }).rescoped).toEqual(
      ['a:B', 'a:C'],
    );
    expect(
      compareActions({ Statement: [one] }, { Statement: [one, { ...one, Effect: 'Deny' }] }).deniedAdded,
    ).toEqual(['a:B', 'a:C']);
  });

  it('distinguish a denial from a permission', () => {
    expect(effectInWords(scientist, toggleGuardrail(scientist, 'noDirectInternet'))).toBe(
      '1 action newly denied',
    );
    expect(effectInWords(toggleGuardrail(scientist, 'noDirectInternet'), scientist)).toBe(
      '1 action no longer denied',
    );
  });

  it('are each announced with what they did, in the order they came', () => {
    const limited = toggleGuardrail(scientist, 'noDirectInternet');
    const changes = [
      { label: 'Persona added', before: noPersona, after: scientist },
      { label: 'Name', before: scientist, after: { ...scientist, name: 'a' } },
      { label: 'Name', before: { ...scientist, name: 'a' }, after: { ...scientist, name: 'ab' } },
      { label: 'Limit added', before: scientist, after: limited },
      { label: null, before: limited, after: limited },
    ];
    expect(changesInWords(changes)).toMatch(
      /^Persona added\. \d+ actions added, 2 actions newly denied\. Name\. Limit added\. 1 action newly denied$/,
    );
    expect(changesInWords([])).toBe('');
    const opened = { label: openedLabels.link, before: noPersona, after: scientist };
    expect(changesInWords([opened, ...changes.slice(1, 2)])).toBe('Opened a shared draft. Name');
  });

  it('are announced in one line', () => {
    expect(effectInWords(noPersona, noPersona)).toBe('');
    expect(effectInWords(noPersona, scientist)).toMatch(/^\d+ actions added, 2 actions newly denied$/);
    expect(effectInWords(scientist, noPersona)).toMatch(/^\d+ actions removed, 2 actions no longer denied$/);
  });
});

describe('files and parts', () => {
  it('have names with draft, personas and kind, and nothing else of what was typed', () => {
    const all = documentsOf(everyone);
    const nameOf = (kind: string) =>
      fileStem(all.find((one) => one.kind === kind)!, 'My/../Team <x>', builtIn);
    expect(nameOf('identity')).toBe('my-team-x.ds+nb+job+inf+ops+img.identity-policy-1');
    expect(nameOf('trust')).toBe('my-team-x.ds+nb+job+inf+ops+img.trust-policy');
    expect(nameOf('vpc-endpoint')).toBe('my-team-x.vpc-endpoint-s3.endpoint-policy');
    expect(new Set(all.map((one) => fileStem(one, '', builtIn))).size).toBe(all.length);
  });

  it.each([
    ['<script src="./assets/index-new.js">', 'index-old.js', true],
    ['<script src="./assets/index-old.js">', 'index-old.js', false],
    ['', 'index-old.js', false],
    ['<html>', '', false],
    ['<html><form action="/login">Sign in</form></html>', 'index-old.js', false],
    ['<script src="https://portal.example/sign-in.js">', 'index-old.js', false],
  ])('%j with %j: redeployed is %s', (page, entry, redeployed) => {
    expect(isRedeployed(page, entry)).toBe(redeployed);
  });
});

describe('documents of an earlier draft', () => {
  const merged = createDraft({ personas: ['dataScientist', 'notebookRole'], layout: 'merged' }, builtIn);
  const apart = setLayout(merged, 'perPersona');
  const bounded = setLimits(toggleGuardrail(merged, 'vpcOnly'), { delivery: 'boundary' });
  const ids = (documents: readonly { readonly id: string }[]) => documents.map(({ id }) => id);
  const before = (earlier: Draft, now: Draft, id: string) => {
    const document = wholeDocumentsOf(now).find((own) => own.id === id);
    return document ? ids(documentsBefore(earlier, document, now)) : undefined;
  };

  it('are the same one where there is one', () => {
    expect(before(merged, merged, 'merged')).toEqual(['merged']);
  });

  it('are whatever granted the same personas their access where they were laid out otherwise', () => {
    expect(before(merged, apart, 'dataScientist')).toEqual(['merged']);
    expect(before(apart, merged, 'merged')).toEqual(['dataScientist', 'notebookRole']);
  });

  it('are none where there was none', () => {
    expect(before(noPersona, merged, 'merged')).toEqual([]);
  });

  it('are those of one’s own whose place choices took, and no others of one’s own', () => {
    const text = '{"Version":"2012-10-17","Statement":[]}';
    const own = (title: string, kind: 'identity' | 'trust', draft: Draft) =>
      addImportedPolicy(draft, { title, kind, text }).draft;
    const imported = own('Trust', 'trust', own('Stays', 'identity', own('Goes', 'identity', noPersona)));
    const { 'own-1': _goes, ...stays } = imported.edits;
    const converted = { ...togglePersona(imported, 'dataScientist', builtIn), edits: stays };
    expect(before(imported, converted, 'merged')).toEqual(['own-1']);
    expect(ids(documentsGone(imported, converted))).toEqual([]);
    expect(ids(documentsNew(imported, converted))).toEqual(['dataScientistTrust']);
    const { 'own-1': _gone, ...left } = converted.edits;
    expect(before({ ...converted, edits: imported.edits }, { ...converted, edits: left }, 'merged')).toEqual([
      'merged',
    ]);
  });

  it('are announced when they are gone, and not when they are laid out otherwise', () => {
    expect(ids(documentsGone(merged, apart))).toEqual([]);
    expect(ids(documentsGone(bounded, merged))).toEqual(['boundary']);
    expect(ids(documentsGone(apart, togglePersona(apart, 'notebookRole', builtIn)))).toContain(
      'notebookRole',
    );
  });

  it('of a resource are not those of another one, which their text may not name', () => {
    const shared = fillExamples(createDraft({ personas: ['sharedRegistry'] }, builtIn), builtIn);
    const moved = setValues(shared, 'sharedModelRepository', ['inference/other']);
    expect(ids(documentsGone(shared, moved))).toEqual(['repository-policy']);
    expect(ids(documentsNew(shared, moved))).toEqual(['repository-policy']);
    expect(before(shared, moved, 'key-policy')).toEqual(['key-policy']);
    const pairs = pairsOf(moved, shared, { kind: 'previous' });
    expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length);
    const { sharedModelRepository: _open, ...others } = shared.variables;
    expect(ids(documentsGone({ ...shared, variables: others }, shared))).toEqual([]);
  });

  it('limit nothing and grant nothing where there is none', () => {
    expect(withoutDocument('identity')).toEqual([]);
    expect(withoutDocument('permissions-boundary')[0]?.Statement).toMatchObject([{ Action: '*' }]);
    expect(withoutDocument('vpc-endpoint')[0]?.Statement).toMatchObject([{ Principal: '*' }]);
    const organization = setLimits(bounded, { delivery: 'serviceControl' });
    const [policy] = documentsNew(merged, organization);
    expect(policy?.kind).toBe('service-control');
    expect(policy && effectivePolicies(policy.kind, [policy])).toHaveLength(2);
  });
});

describe('tests of one’s own', () => {
  const proof = {
    id: 'proof-1',
    persona: 'dataScientist',
    title: 'reads',
    expect: 'denied' as const,
    action: 's3:GetObject',
    resource: '*',
    context: {},
  };

  it('are added and replaced', () => {
    const added = putTest(scientist, proof);
    expect(added.proofs).toEqual([proof]);
    expect(putTest(added, { ...proof, title: 'writes' }).proofs).toEqual([{ ...proof, title: 'writes' }]);
  });

  it.each([
    ['a resource', { resource: `arn:${'x'.repeat(2000)}` }],
    ['a value', { context: { k: ['x'.repeat(2001)] } }],
    ['too many values', { context: { k: Array.from({ length: 101 }, () => 'x') } }],
    ['a key', { context: { ['k'.repeat(257)]: ['x'] } }],
  ])('that a stored draft could not hold are not added: %s', (_, own) => {
    expect(putTest(scientist, { ...proof, ...own })).toBe(scientist);
  });

  it('are no more than a stored draft holds', () => {
    const full = {
      ...scientist,
      proofs: Array.from({ length: 500 }, (_, at) => ({ ...proof, id: `proof-${at}` })),
    };
    expect(putTest(full, { ...proof, id: 'one-more' })).toBe(full);
  });
});

describe('the version that exports name', () => {
  it('is the one of the package', () => {
    const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
    expect(PAGE_VERSION).toBe(JSON.parse(text).version);
  });
});
