import { findPersona, type Ruleset } from '../../policies/library/ruleset.ts';
import type { Source } from '../../policies/model/composedDocument.ts';
import { findGuardrail } from '../../policies/library/guardrails/index.ts';
import { notCoveredBy } from '../../policies/library/guardrails/notCovered/index.ts';
import { findTrustForm } from '../../policies/library/trust/index.ts';
import type { ChoiceRef, StepId } from '../../state/screen.ts';
import type { FiledReason } from '../common/reasons.ts';

/** A reason for a line that is not a persona's activity: a limit, a trust policy, or the ceiling of a boundary. */
export interface OtherReason {
  readonly title: string;
  readonly step: StepId;
  readonly choice: ChoiceRef;
  readonly lead: string;
  readonly reasons: readonly FiledReason[];
}

/** Each once, in the order in which the statement was put together. */
export function otherReasons(sources: readonly Source[], ruleset: Ruleset): readonly OtherReason[] {
  const found = new Map<string, OtherReason>();
  for (const source of sources) {
    const reason = reasonFor(source, ruleset);
    if (reason) found.set(reason.title, reason);
  }
  return [...found.values()];
}

function reasonFor(source: Source, ruleset: Ruleset): OtherReason | undefined {
  if (source.kind === 'guardrail') return guardrailReason(source.guardrail);
  if (source.kind === 'trust') return trustReason(source.persona, source.form, ruleset);
  if (source.kind !== 'ceiling') return undefined;
  return {
    title: 'Maximum permissions of the boundary',
    step: 'limits',
    choice: {},
    lead: 'A permissions boundary grants no permissions. It must list every permission that the role can have.',
    reasons: [],
  };
}

function guardrailReason(id: string): OtherReason | undefined {
  const guardrail = findGuardrail(id);
  if (!guardrail) return undefined;
  const purpose = { text: guardrail.summary, source: guardrail.source, heading: 'Least privilege' as const };
  return {
    title: `${guardrail.number} ${guardrail.title}`,
    step: 'limits',
    choice: { guardrail: id },
    lead: `Required: ${guardrail.toComply}`,
    reasons: [purpose, ...notCoveredBy(id).map((reason) => ({ ...reason, heading: 'Note' as const }))],
  };
}

function trustReason(persona: string, form: string, ruleset: Ruleset): OtherReason | undefined {
  const found = findTrustForm(form);
  if (!found) return undefined;
  return {
    title: `${findPersona(persona, ruleset)?.title ?? persona} is assumed by: ${found.title}`,
    step: 'trust',
    choice: { trust: persona },
    lead: found.summary,
    reasons: found.notes.map((note) => ({ ...note, heading: 'Note' as const })),
  };
}
