import { roleDocuments } from '../compose/appliedPolicies.ts';
import { deliver } from '../compose/deliver.ts';
import { fillValues } from '../compose/exampleValues.ts';
import { createDraft } from '../draft/createDraft.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import type { ReplacingRole } from './accessOfActions.ts';
import { type NeededActivity, withNeeded } from './neededActivities.ts';

/** What activities make by themselves, with an example in place of each value. */
export interface Replacement {
  readonly draft: Draft;
  readonly documents: readonly ComposedDocument[];
  readonly roles: readonly ReplacingRole[];
}

/** The roles of these activities alone, without guardrails. Values that are missing are examples. */
export function replacementOf(
  needed: readonly NeededActivity[],
  variables: Draft['variables'],
  ruleset: Ruleset,
): Replacement {
  const empty = createDraft({ variables }, ruleset);
  const draft = fillValues(withNeeded(empty, needed, ruleset), ruleset);
  const { documents } = deliver(draft, ruleset);
  const roles = draft.personas.map((persona) => ({
    persona,
    policies: roleDocuments(documents, [persona]).map(({ policy }) => policy),
  }));
  return { draft, documents, roles };
}
