import type { Catalog } from '../../catalog/catalog.ts';
import { matchedActions } from '../../catalog/lookup.ts';
import { parsePolicy } from '../../language/parse.ts';
import { listOf, type PolicyDocument } from '../../language/policy.ts';
import { guideSamples } from '../../library/guide/guideSamples.ts';

/** The sample of the guide that a policy is nearest to, and how near: counted in actions that both allow. */
export interface GuideResemblance {
  /** 1–10, in the order of the guide. */
  readonly sample: number;
  readonly title: string;
  readonly policy: PolicyDocument;
  /** How many actions of the policy the sample allows, too. */
  readonly shared: number;
  readonly actions: number;
  readonly sampleActions: number;
}

/** Samples that are no JSON as published are left out: there is nothing to compare with. */
const samples = guideSamples.flatMap(({ policy: sample, title, text }) => {
  const read = parsePolicy(text);
  return read.ok ? [{ sample, title, policy: read.policy }] : [];
});

/** The nearest sample by the actions that only one of the two allows; nothing where they share none. Services must be loaded. */
export function guideResemblance(policy: PolicyDocument, catalog: Catalog): GuideResemblance | undefined {
  const actions = allowedActions(policy, catalog);
  const all = samples.map((sample) => {
    const others = allowedActions(sample.policy, catalog);
    const shared = [...actions].filter((action) => others.has(action)).length;
    return { ...sample, shared, actions: actions.size, sampleActions: others.size };
  });
  const nearness = ({ shared, actions, sampleActions }: GuideResemblance) =>
    shared / (actions + sampleActions - shared);
  const [nearest] = all
    .filter(({ shared }) => shared > 0)
    .toSorted((one, other) => nearness(other) - nearness(one));
  return nearest;
}

/** The services that the samples name. */
export const guidePolicies: readonly PolicyDocument[] = samples.map(({ policy }) => policy);

/** Patterns as the actions that they match today; a pattern that matches none that is known counts as one. */
function allowedActions({ Statement }: PolicyDocument, catalog: Catalog): ReadonlySet<string> {
  const patterns = Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) =>
    listOf(Action),
  );
  return new Set(
    patterns.flatMap((pattern) => {
      const found = matchedActions(catalog, pattern.toLowerCase()) ?? [];
      return found.length > 0 ? found.map(({ name }) => name.toLowerCase()) : [pattern.toLowerCase()];
    }),
  );
}
