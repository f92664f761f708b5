import { describe, expect, it } from 'vitest';
import { activities } from '../library/activities/index.ts';
import { builtIn } from '../library/builtIn.ts';
import { findActivity } from '../library/ruleset.ts';
import { compose } from './compose.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { planOf } from '../exports/plan.ts';
import { setOf } from '../exports/testing/exportCases.ts';
import { guardrails } from '../library/guardrails/index.ts';
import { personas } from '../library/personas/index.ts';
import { sharedName } from './merge/sidNames.ts';
import { exhaustive } from '../testing/effort.ts';

const ids = personas.map(({ id }) => id);

/** Text of each statement without its Sid → its Sids, document by document. */
function sidsOf(documents: readonly ComposedDocument[]): ReadonlyMap<string, string> {
  return new Map(
    documents.flatMap(({ id, policy }) =>
      policy.Statement.map(({ Sid, ...rest }) => [`${id} ${JSON.stringify(rest)}`, Sid ?? ''] as const),
    ),
  );
}

/** What is planned: id of each policy and role, by its document's text. */
function plannedIds(draft: Draft): ReadonlyMap<string, string> {
  return new Map(
    planOf(setOf(draft)).flatMap(({ policies, endpoints, organizationPolicies, roles }) => [
      ...[...policies, ...endpoints, ...organizationPolicies].map(
        ({ id, document, title }) => [`${title} ${JSON.stringify(document)}`, id] as const,
      ),
      ...roles.map(({ id, title }) => [`role ${title}`, id] as const),
    ]),
  );
}

const PASSES = /PassRole|PassesItself/;

/**
 * What is there before and after has one name. In one role that does everything, roles that are passed are the same one: its
 * statements are called after those of them that are passed.
 */
function renamed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  return [...before].flatMap(([text, name]) => {
    const now = after.get(text);
    if (text.startsWith('merged ') && PASSES.test(name) && PASSES.test(now ?? '')) return [];
    return now === undefined || now === name ? [] : [`${name} → ${now}`];
  });
}

const everything = (personaIds: readonly string[]): Draft['activities'] =>
  Object.fromEntries(
    personas
      .filter(({ id }) => personaIds.includes(id))
      .map(({ id, activities: own }) => [id, own.map(({ activity }) => chooseActivity(activity, builtIn))]),
  );

interface Change {
  readonly label: string;
  readonly draft: Draft;
}

/** Every activity that can be added or left out, and every option that can be chosen otherwise. */
function changesOf(draft: Draft, persona: string): readonly Change[] {
  const own = personas.find(({ id }) => id === persona)?.activities ?? [];
  const chosen = draft.activities[persona] ?? [];
  const withChoices = (label: string, choices: typeof chosen): Change => ({
    label: `${persona}: ${label}`,
    draft: { ...draft, activities: { ...draft.activities, [persona]: choices } },
  });
  return own.flatMap(({ activity }) => {
    const is = chosen.find((choice) => choice.activity === activity);
    if (!is) return [withChoices(activity, [...chosen, chooseActivity(activity, builtIn)])];
    const other = (change: Partial<typeof is>) =>
      chosen.map((choice) => (choice === is ? { ...choice, ...change } : choice));
    return [
      withChoices(
        `without ${activity}`,
        chosen.filter((choice) => choice !== is),
      ),
      ...(findActivity(activity, builtIn)?.options ?? []).flatMap((option) =>
        option.choices.map((value) =>
          withChoices(
            `${activity}, ${option.id} ${value.value}`,
            other({ options: { ...is.options, [option.id]: value.value } }),
          ),
        ),
      ),
    ];
  });
}

const starts: readonly (readonly [string, Draft])[] = [
  ...ids.flatMap((id): readonly (readonly [string, Draft])[] => [
    [`${id} alone`, createDraft({ personas: [id] }, builtIn)],
    [`${id} with everything`, createDraft({ personas: [id], activities: everything([id]) }, builtIn)],
  ]),
  ['one role for everyone', createDraft({ personas: ids, layout: 'merged' }, builtIn)],
  ['everyone', createDraft({ personas: ids }, builtIn)],
];

describe('another choice leaves names as they are', () => {
  it.each(starts)('activities and options: %s', (_, start) => {
    const before = sidsOf(compose(start, builtIn));
    const changes = start.personas.flatMap((persona) => changesOf(start, persona));
    // Where everybody is, a change composes everything anew.
    const step = exhaustive || start.personas.length === 1 ? 1 : 5;
    for (const { label, draft } of changes.filter((_change, index) => index % step === 0))
      expect(renamed(before, sidsOf(compose(draft, builtIn))), label).toEqual([]);
  });

  it.each(ids)('a policy of %s that comes to be split goes on as its first part', (id) => {
    const all = everything([id])[id] ?? [];
    let before: readonly string[] = [];
    for (let count = 1; count <= all.length; count += 1) {
      const draft = createDraft({ personas: [id], activities: { [id]: all.slice(0, count) } }, builtIn);
      const planned = planOf(setOf(draft)).flatMap(({ policies }) => policies.map((policy) => policy.id));
      expect(planned).toEqual(expect.arrayContaining([...before]));
      before = planned;
    }
    if (id === 'notebookRole') expect(before.length).toBeGreaterThan(1);
  });

  it.each([...starts.entries()])('personas: %s', (place, [, start]) => {
    const before = sidsOf(compose(start, builtIn));
    const planned = plannedIds(start);
    const others = ids.filter((other) => !start.personas.includes(other));
    for (const id of others.filter((_id, index) => exhaustive || (index + place) % 6 === 0)) {
      for (const layout of ['merged', 'perPersona'] as const) {
        const draft = createDraft({ ...start, layout, personas: [...start.personas, id] }, builtIn);
        expect(renamed(before, sidsOf(compose(draft, builtIn))), id).toEqual([]);
        if (layout === 'perPersona') expect(renamed(planned, plannedIds(draft)), id).toEqual([]);
      }
    }
  });

  const deliveries = ['deny', 'conditions', 'boundary', 'serviceControl'] as const;

  it.each([...deliveries.entries()])('guardrails, delivery %i: %s', (place, delivery) => {
    const withGuardrails = (chosen: readonly string[]) =>
      createDraft(
        {
          personas: ids,
          limits: {
            chosen: chosen.map((guardrail) => ({ guardrail, options: {} })),
            delivery,
            exemption: false,
            ceiling: 'services',
          },
        },
        builtIn,
      );
    const all = guardrails.map(({ id }) => id);
    const last = withGuardrails(all);
    const [before, planned] = [sidsOf(compose(last, builtIn)), plannedIds(last)];
    for (const [index, id] of all.entries()) {
      // Each is left out of one of the four.
      if (!exhaustive && (index + place) % 4 > 0) continue;
      const draft = withGuardrails(all.filter((other) => other !== id));
      expect(renamed(sidsOf(compose(draft, builtIn)), before), id).toEqual([]);
      // A plan takes long, and asks a guardrail for nothing but whether there is a document of it.
      if (exhaustive || Math.floor(index / 4) % 3 === 0)
        expect(renamed(plannedIds(draft), planned), id).toEqual([]);
    }
  });
});

describe('a Sid', () => {
  it.each(starts)('says what is done, in letters and digits, without a count: %s', (_, start) => {
    for (const { policy } of compose(start, builtIn)) {
      const sids = policy.Statement.map(({ Sid }) => Sid ?? '');
      expect(new Set(sids).size).toBe(sids.length);
      for (const sid of sids) {
        expect(sid).toMatch(/^[A-Z][0-9A-Za-z]{2,63}$/);
        expect(sid).not.toMatch(/And\d+More/);
      }
    }
  });

  it('is one for all templates that say the same', () => {
    const names = new Map<string, Set<string>>();
    for (const { hardened = [] } of activities)
      for (const { Sid, ...template } of hardened) {
        if (template.Principal) continue;
        const text = JSON.stringify(template);
        names.set(text, (names.get(text) ?? new Set()).add(sharedName(Sid)));
      }
    expect([...names.values()].filter(({ size }) => size > 1).map((same) => [...same])).toEqual([]);
  });
});
