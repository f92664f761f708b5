import { type ComponentType, lazy, useEffect } from 'react';
import type { StepId } from '../../state/screen.ts';
import { whenIdle } from '../../state/workers/whenIdle.ts';
import { WhoStep } from './WhoStep.tsx';

/** The first step is there at once; the others are fetched as soon as the page is idle. */
const later = {
  what: () => import('./WhatStep.tsx').then(({ WhatStep }) => ({ default: WhatStep })),
  where: () => import('./WhereStep.tsx').then(({ WhereStep }) => ({ default: WhereStep })),
  limits: () => import('./LimitsStep.tsx').then(({ LimitsStep }) => ({ default: LimitsStep })),
  trust: () => import('./TrustStep.tsx').then(({ TrustStep }) => ({ default: TrustStep })),
  review: () => import('./ReviewStep.tsx').then(({ ReviewStep }) => ({ default: ReviewStep })),
};

/** What is shown in each step. */
export const bodies: Record<StepId, ComponentType> = {
  who: WhoStep,
  what: lazy(later.what),
  where: lazy(later.where),
  limits: lazy(later.limits),
  trust: lazy(later.trust),
  review: lazy(later.review),
};

const FETCH_AFTER_MS = 300;

/** Fetches the other steps soon after the first has been shown. */
export function useLaterSteps(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      // One that does not arrive now is asked for again when its step is opened.
      whenIdle(() => void Promise.allSettled(Object.values(later).map((load) => load())));
    }, FETCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
}
