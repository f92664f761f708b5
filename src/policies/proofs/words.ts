import { findActivity } from '../activities/index.ts';
import { findGuardrail } from '../guardrails/index.ts';
import { findPersona } from '../personas/index.ts';
import type { Proof } from './proof.ts';
import type { NotAsked, ProofOwner, ScenarioResult } from './run.ts';

/** Whose a proof is. */
export function ownerInWords(owner: ProofOwner): string {
  if (owner.kind === 'guardrail') {
    const found = findGuardrail(owner.guardrail);
    return found ? `${found.number} ${found.title}` : owner.guardrail;
  }
  const persona = findPersona(owner.persona)?.title ?? owner.persona;
  return owner.kind === 'user' ? `Added for ${persona}` : persona;
}

/** Why a proof was not asked. */
export function notAskedInWords(why: NotAsked, { activity = '' }: Proof): string {
  const reasons: Readonly<Record<NotAsked, string>> = {
    activity: `“${findActivity(activity)?.title ?? activity}” is not chosen`,
    trust: 'the role is taken in another way',
    shared: 'the document is shared with other roles, which may need the call',
    wholeBucket: 'the whole bucket is meant',
    noDocument: 'there is no such policy',
    noCall: 'no chosen activity makes this call',
  };
  return reasons[why];
}

/** How far a whole task gets. */
export function taskInWords({ steps, firstFailing, scenario }: ScenarioResult): string {
  if (firstFailing !== undefined && steps[firstFailing]?.state === 'unknown')
    return `unknown from call ${firstFailing + 1}, “${scenario.steps[firstFailing]?.proof.title}”`;
  if (firstFailing !== undefined)
    return `stops at call ${firstFailing + 1}, “${scenario.steps[firstFailing]?.proof.title}”`;
  const asked = steps.filter(({ state }) => state === 'holds').length;
  if (asked === steps.length) return `all ${steps.length} calls go through`;
  return asked === 0
    ? 'not asked: no role of it is chosen'
    : `${asked} of ${steps.length} calls go through, the others are not asked`;
}
