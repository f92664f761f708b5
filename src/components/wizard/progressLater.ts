import { useDeferredValue } from 'react';
import type { Draft } from '../../policies/model/draft.ts';
import { useProgress } from '../../state/derived/useProgress.ts';
import type { StepId } from '../../state/screen.ts';
import { useStore } from '../../state/store.ts';

/** The draft, once there is time: the text of the policy goes first; what a step says of it follows. */
export const useDraftLater = (): Draft => useDeferredValue(useStore(({ draft }) => draft));

/** The progress of a step in that draft. */
export const useProgressLater = (step: StepId) => useProgress(step, useDraftLater());
