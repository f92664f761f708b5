import { preselectedActivities } from '../../draft/createDraft.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import type { Draft } from '../../model/draft.ts';
import { applyChange, type RefusalChange } from './refusalChange.ts';

/** A draft without roles, with the persona, what it starts with, and what allows the call. */
export function startWithChange(
  before: Draft,
  persona: string,
  change: RefusalChange,
  ruleset: Ruleset,
): Draft {
  const usual = preselectedActivities(persona, ruleset);
  const draft = { ...before, personas: [persona], activities: { ...before.activities, [persona]: usual } };
  return applyChange(draft, persona, change, ruleset);
}
