import { lazy, Suspense } from 'react';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import { entryOf, type RequiredGuardrail, type Why } from '../../policies/library/preset.ts';
import { useRuleset } from '../../state/store.ts';
import { LazyBoundary } from '../common/LazyBoundary.tsx';

/** What an organisation's preset adds to the wizard. Without one it is nothing, and what draws it does not load. */

const WhyLine = lazy(() => import('../common/WhyLine.tsx').then((module) => ({ default: module.WhyLine })));

/** Whether a variable's values are locked or a pick-list. */
export const isRuled = (variable: string, { preset }: Ruleset): boolean =>
  [preset?.lockedValues, preset?.allowedValues].some((rules) => entryOf<Why>(rules, variable));

export const requirementOf = (guardrail: string, { preset }: Ruleset): RequiredGuardrail | undefined =>
  preset?.requiredGuardrails?.find((rule) => rule.guardrail === guardrail);

/** Who requires a limit, and why. */
export function GuardrailRule({ id, guardrail }: { readonly id: string; readonly guardrail: string }) {
  const why = requirementOf(guardrail, useRuleset());
  return why ? (
    <LazyBoundary fallback={<span id={id}>Always on</span>}>
      <Suspense fallback={null}>
        <WhyLine id={id} what="Always on" why={why} />
      </Suspense>
    </LazyBoundary>
  ) : null;
}

/** Who says where limits stand and that nobody is exempt, and why. */
export function DeliveryRule() {
  const { preset, delivery } = useRuleset();
  const why = preset?.delivery ?? preset?.requiredGuardrails?.[0];
  return why && Object.keys(delivery).length > 0 ? (
    <LazyBoundary fallback={null}>
      <Suspense fallback={null}>
        <WhyLine what="Set" why={why} />
      </Suspense>
    </LazyBoundary>
  ) : null;
}
