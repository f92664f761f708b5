import { styled } from '@mui/material/styles';
import { lazy, Suspense } from 'react';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import { entryOf, type LinkedKind, type RequiredGuardrail, type Why } from '../../policies/library/preset.ts';
import { useRuleset } from '../../state/store.ts';

/** What an organisation's preset adds to the wizard. Without one it is nothing, and what draws it does not load. */

const WhyLine = lazy(() => import('../common/WhyLine.tsx').then((module) => ({ default: module.WhyLine })));

const Link = styled('a')({
  display: 'inline-block',
  margin: '0 0 4px 24px',
  fontSize: 13,
  lineHeight: '24px',
  color: 'var(--accent)',
});

/** Whether a variable's values are locked or a pick-list. */
export const isRuled = (variable: string, { preset }: Ruleset): boolean =>
  [preset?.lockedValues, preset?.allowedValues].some((rules) => entryOf<Why>(rules, variable));

export const requirementOf = (guardrail: string, { preset }: Ruleset): RequiredGuardrail | undefined =>
  preset?.requiredGuardrails?.find((rule) => rule.guardrail === guardrail);

/** The organisation's own page about a choice, opened when the user asks for it. */
export function WikiLink({ kind, id }: { readonly kind: LinkedKind; readonly id: string }) {
  const { preset } = useRuleset();
  const href = entryOf(preset?.links?.[kind], id);
  return href === undefined ? null : (
    <Link href={href} target="_blank" rel="noopener noreferrer">
      About this at {preset?.title}
      <span className="visually-hidden"> (opens another page)</span>
    </Link>
  );
}

/** Who requires a limit, and why. */
export function GuardrailRule({ id, guardrail }: { readonly id: string; readonly guardrail: string }) {
  const why = requirementOf(guardrail, useRuleset());
  return why ? (
    <Suspense fallback={null}>
      <WhyLine id={id} what="Always on" why={why} />
    </Suspense>
  ) : null;
}

/** Who says where limits stand and that nobody is exempt, and why. */
export function DeliveryRule() {
  const { preset, delivery } = useRuleset();
  const why = preset?.delivery ?? preset?.requiredGuardrails?.[0];
  return why && Object.keys(delivery).length > 0 ? (
    <Suspense fallback={null}>
      <WhyLine what="Set" why={why} />
    </Suspense>
  ) : null;
}
