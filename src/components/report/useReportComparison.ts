import { useMemo } from 'react';
import { servicesOf } from '../../policies/catalog/servicesOf.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { resolveBaseline } from '../../state/derived/baseline.ts';
import { documentsOf } from '../../state/derived/derived.ts';
import { comparedPairs, pairsOf } from '../../state/derived/reportInput.ts';
import { reviewBaselineKey } from '../../state/review/review.ts';
import { draftHistory, useStore } from '../../state/store.ts';
import { type Evidence, useEvidence } from '../common/useEvidence.ts';
import { useServices } from '../common/useServices.ts';

/** What is known so far is shown, and more follows. */
const PARTIAL: Evidence<null> = { state: 'computing', before: undefined };

/** Every document against the baseline that Changes shows. */
export function useReportComparison() {
  const draft = useStore((state) => state.draft);
  const ref = useStore((state) => state.screen.baseline);
  const baseline = useBaseline();
  const pairs = useMemo(() => baseline.draft && pairsOf(draft, baseline.draft, ref), [draft, baseline, ref]);
  const services = useServices(useMemo(() => namedServices(draft, pairs), [draft, pairs]));
  const question = useMemo(
    () => ({
      place: 'report',
      kind: 'comparison' as const,
      pairs: (pairs ?? []).map(({ kind, before, after }) => ({ kind, before, after })),
    }),
    [pairs],
  );
  const compared = useEvidence(question, null);
  const answer =
    compared.state === 'answered' && compared.answer.kind === 'comparison' ? compared.answer : undefined;
  const failed = compared.state === 'failed';
  const documents = useMemo(() => {
    const comparison = answer
      ? ({ state: 'compared', changes: answer.changes, everyRequest: answer.everyRequest } as const)
      : ({ state: failed ? 'failed' : 'pending' } as const);
    return {
      baseline: baseline.name,
      ...(baseline.draft && { against: reviewBaselineKey(ref, baseline.draft) }),
      documents: pairs && comparedPairs(pairs, comparison),
    };
  }, [baseline, ref, pairs, answer, failed]);
  const isPartial = answer?.everyRequest.some((one) => one === undefined) === true;
  return { documents, services, compared: isPartial ? PARTIAL : compared };
}

function useBaseline() {
  const draft = useStore((state) => state.draft);
  const ref = useStore((state) => state.screen.baseline);
  const snapshots = useStore((state) => state.snapshots);
  const previous = draftHistory().pastStates.at(-1)?.draft;
  return useMemo(() => resolveBaseline(ref, draft, previous, snapshots), [ref, draft, previous, snapshots]);
}

/** Of the policies of the draft, and of what they are compared with. */
const namedServices = (draft: Draft, pairs: ReturnType<typeof pairsOf> = []) =>
  servicesOf([
    ...documentsOf(draft).map(({ policy }) => policy),
    ...pairs.flatMap(({ before, after }) => [...before, ...after]),
  ]);
