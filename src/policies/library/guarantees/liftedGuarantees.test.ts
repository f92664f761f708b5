import { expect, it } from 'vitest';
import type { Catalog } from '../../catalog/catalog.ts';
import { coversAction } from '../../language/subsumes.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { activities } from '../activities/index.ts';
import { personas } from '../personas/index.ts';
import type { Guarantee } from './guarantee.ts';
import { personaGuarantees } from './index.ts';
import { everyRole } from './personas/everyRole.ts';

/**
 * A guarantee that doesn't apply beside an activity, or with a value of its options, says nothing anymore about everything else that
 * it names. What the activity doesn't do of it is therefore guaranteed by another one.
 */

const byId = new Map(activities.map((activity) => [activity.id, activity]));

const namesIn = (patterns: readonly string[], catalog: Catalog): readonly string[] =>
  patterns.flatMap((pattern) => {
    const found = catalog.actions(pattern);
    return found.state === 'known' ? found.actions.map(({ name }) => name) : [];
  });

const grantedBy = (ids: readonly string[]): readonly string[] =>
  ids
    .flatMap((id) => byId.get(id)?.hardened ?? [])
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => Action)
    // Versions, tags, and the like belong to what can be read, written, or deleted.
    .flatMap((action) => (/^s3:\w+Object$/.test(action) ? [action, `${action}*`] : [action]));

interface Lifted {
  readonly persona: string;
  readonly guarantee: Guarantee;
  /** The activities that do what it excludes. */
  readonly by: readonly string[];
  /** What is guaranteed beside them. */
  readonly others: readonly Guarantee[];
}

const dependsOn = ({ activity, when, besides = {} }: Guarantee, on: string): boolean =>
  (activity === on && when !== undefined) || on in besides;

/** Guarantees of every role that a persona doesn't have, and its own that don't apply beside an activity that it offers. */
function liftedOf(persona: (typeof personas)[number]): readonly Lifted[] {
  const own = (personaGuarantees[persona.id] ?? []).filter(({ policy }) => policy === undefined);
  const offered = persona.activities.map(({ activity }) => activity);
  const absent = everyRole
    .filter(({ id }) => own.length > 0 && !own.some((one) => one.id === id))
    .map((guarantee) => ({ persona: persona.id, guarantee, by: offered, others: own }));
  const beside = own.flatMap((guarantee) =>
    offered
      .filter((activity) => guarantee.without?.includes(activity))
      .map((activity) => ({
        persona: persona.id,
        guarantee,
        by: [activity],
        others: own.filter(({ without }) => !without?.includes(activity)),
      })),
  );
  const byOptions = own.flatMap((guarantee) =>
    offered
      .filter((activity) => dependsOn(guarantee, activity))
      .map((activity) => ({
        persona: persona.id,
        guarantee,
        by: [activity],
        others: own.filter((one) => !dependsOn(one, activity)),
      })),
  );
  return [...absent, ...beside, ...byOptions];
}

it('an activity, or an option of it, lifts of a guarantee only what it does', async () => {
  const catalog = await testCatalog();
  const lifted = personas.filter(({ kind }) => kind === 'identity').flatMap(liftedOf);
  expect(lifted.length).toBeGreaterThan(20);
  const lost = lifted.flatMap(({ persona, guarantee, by, others }) => {
    const kept = [...grantedBy(by), ...others.flatMap(({ actions }) => actions)];
    const open = namesIn(guarantee.actions, catalog).filter(
      (action) => !kept.some((pattern) => coversAction(pattern, action)),
    );
    return open.length > 0 ? [`${persona} ${guarantee.id} (${by.join(' ')}): ${open.join(' ')}`] : [];
  });
  expect(lost).toEqual([]);
});

it('buckets of AWS are excepted from what is guaranteed about reading, not from what is guaranteed about writing', () => {
  const isOfAws = (resource: string) => /:::(?:jumpstart-cache-|sagemakerheadlessexecution-)/.test(resource);
  const excepted = Object.entries(personaGuarantees).flatMap(([persona, list]) =>
    list
      .filter(({ policy }) => policy === undefined)
      .filter(({ exceptResources = [], exceptWith = {} }) =>
        [...exceptResources, ...Object.values(exceptWith).flat()].some(isOfAws),
      )
      .map((guarantee) => ({ persona, guarantee })),
  );
  expect(excepted.length).toBeGreaterThan(5);
  const written = excepted.filter(({ guarantee: { actions } }) =>
    ['s3:PutObject', 's3:DeleteObject'].some((action) =>
      actions.some((pattern) => coversAction(pattern, action)),
    ),
  );
  expect(written.map(({ persona, guarantee }) => `${persona} ${guarantee.id}`)).toEqual([]);
});
