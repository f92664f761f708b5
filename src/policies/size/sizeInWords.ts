import { inFigures } from '../language/counts.ts';
import type { Size } from './measure.ts';

const states = { fits: '', near: ', nearly full', over: ', too large' } as const;

/** How full a quota is, the same on every screen: rounded up when over, so that 100% always fits. */
export const percentFull = ({ ratio, state }: Size): number =>
  state === 'over' ? Math.ceil(ratio * 100) : Math.floor(ratio * 100);

/** `3,741 of 6,144 characters (60%)`. */
export function sizeInWords(size: Size): string {
  const { characters, quota, state } = size;
  return `${inFigures(characters)} of ${inFigures(quota.limit)} characters (${percentFull(size)}%)${states[state]}`;
}
