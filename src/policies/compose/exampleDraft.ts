import { createDraft } from '../draft/createDraft.ts';
import { withRoleInstances } from '../draft/roleInstances.ts';
import type { Example } from '../library/examples/example.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { fillValues } from './exampleValues.ts';

/** An example as a draft of its own, with a valid value in every field. Roles that it passes are created by it, or given in it. */
export function draftOfExample({ draft: partial }: Example, ruleset: Ruleset): Draft {
  const draft = createDraft(partial, ruleset);
  return fillValues(draft, withRoleInstances(ruleset, draft), 'butRoles');
}
