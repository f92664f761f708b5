import type { Guardrail } from '../../policies/library/guardrails/guardrail.ts';
import { notCoveredBy } from '../../policies/library/guardrails/notCovered/index.ts';
import { ReasonList } from '../common/ReasonList.tsx';

/** What a guardrail does not hold for, and where it comes from. */
export function GuardrailReasons({ guardrail }: { readonly guardrail: Guardrail }) {
  const notes = notCoveredBy(guardrail.id).map((reason) => ({ ...reason, heading: 'Note' as const }));
  const source = { heading: 'Least privilege' as const, text: guardrail.summary, source: guardrail.source };
  return <ReasonList reasons={[...notes, source]} />;
}
