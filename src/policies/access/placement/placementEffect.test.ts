import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../catalog/catalog.ts';
import { compose } from '../../compose/compose.ts';
import { fillExamples } from '../../compose/exampleValues.ts';
import { createDraft } from '../../draft/createDraft.ts';
import { guardrails } from '../../library/guardrails/index.ts';
import { personas } from '../../library/personas/index.ts';
import { builtIn } from '../../library/builtIn.ts';
import type { Draft, GuardrailPlacement, Limits } from '../../model/draft.ts';
import { isAllowed } from '../../simulate/otherReading.ts';
import { prepare } from '../../simulate/prepare.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { identityPolicies } from '../../compose/appliedPolicies.ts';
import { type PlacementEffect, placementEffect } from './placementEffect.ts';
import { changeInWords, movedTo, placementInWords } from './placementWords.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const draftWith = (own: Partial<Limits>, chosen: readonly string[] = personas.map(({ id }) => id)): Draft =>
  fillExamples(
    createDraft(
      {
        personas: [...chosen],
        layout: 'perPersona',
        limits: {
          chosen: guardrails.map(({ id }) => ({ guardrail: id, options: {} })),
          delivery: 'deny',
          exemption: false,
          ceiling: 'services',
          ...own,
        },
      },
      builtIn,
    ),
    builtIn,
  );
const placed = (draft: Draft) => ({ draft, documents: compose(draft, builtIn) });
const effectOf = (before: Draft, after: Draft): PlacementEffect | undefined =>
  [...placementEffect(placed(before), placed(after), catalog, builtIn)].at(-1);

describe('guardrails that are enforced in another way', () => {
  it.each<readonly [GuardrailPlacement, GuardrailPlacement]>([
    ['deny', 'serviceControl'],
    ['serviceControl', 'boundary'],
    ['boundary', 'deny'],
  ])('from %s to %s leave effective access as it is', (from, to) => {
    const effect = effectOf(draftWith({ delivery: from }), draftWith({ delivery: to }));
    expect(effect).toEqual({ state: 'same' });
    expect(effect && placementInWords(effect)).toBe('Effective access for these roles is unchanged.');
  });

  it('are not said to be the same as conditions, and what is said to differ does', () => {
    const [before, after] = [placed(draftWith({})), placed(draftWith({ delivery: 'conditions' }))];
    const effect = [...placementEffect(before, after, catalog, builtIn)].at(-1);
    expect(effect?.state).not.toBe('same');
    if (effect?.state !== 'differs') return;
    const titles = new Map(personas.map(({ id, title }) => [title, id]));
    const wrong = effect.changes.filter(({ role, action, resource, context, now }) => {
      const [was, is] = [before, after].map(({ documents }) => {
        const set = prepare(identityPolicies(documents, titles.get(role) ?? '').set);
        const principal = 'arn:aws:iam::111122223333:role/role';
        return isAllowed(
          set.verdict({ principal, action, resource: { arn: resource }, context }, { catalog }),
        );
      });
      return was === is || is !== (now === 'allowed');
    });
    expect(wrong).toEqual([]);
  });

  it('differ where they are not there any more', () => {
    const effect = effectOf(draftWith({}), draftWith({ chosen: [] }));
    expect(effect?.state).toBe('differs');
    expect(effect && placementInWords(effect)).toMatch(/Some requests for \d+ actions are now allowed\.$/);
    if (effect?.state !== 'differs') return;
    expect(effect.changes.every(({ now }) => now === 'allowed')).toBe(true);
    expect(changeInWords(effect.changes[0]!)).toMatch(
      /: sagemaker:\w+ on .* is now allowed, for example with /,
    );
  });

  it('differ where the boundary does not allow all that was allowed', () => {
    const before = placed(draftWith({ delivery: 'boundary' }));
    const after = {
      ...before,
      documents: before.documents.map((document) =>
        document.kind === 'permissions-boundary'
          ? {
              ...document,
              policy: {
                ...document.policy,
                Statement: [{ Effect: 'Allow' as const, Action: 's3:*', Resource: '*' }],
              },
            }
          : document,
      ),
    };
    const effect = [...placementEffect(before, after, catalog, builtIn)].at(-1);
    expect(effect?.state).toBe('differs');
  });

  it('concern no role where there is none', () => {
    const [one, other] = (['deny', 'serviceControl'] as const).map((delivery) => ({
      ...draftWith({ delivery }),
      personas: [],
    }));
    const effect = one && other && effectOf(one, other);
    expect(effect).toEqual({ state: 'noRoles' });
    expect(movedTo('serviceControl')).toBe('Guardrails moved to the service control policy');
  });

  it('are not compared where a policy cannot be read', () => {
    const before = placed(draftWith({}));
    const documents = before.documents.map((document) => ({
      ...document,
      policy: { ...document.policy, Version: 'x' },
    }));
    const effect = [...placementEffect(before, { ...before, documents }, catalog, builtIn)].at(-1);
    expect(effect).toEqual({ state: 'unreadable' });
  });
});
