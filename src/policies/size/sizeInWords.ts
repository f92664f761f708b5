import type { Size } from './measure.ts';

const states = { fits: '', near: ', nearly full', over: ', too large' } as const;

/** `3,741 of 6,144 characters (61%)`: rounded up when over, so that 100% always fits. */
export function sizeInWords({ characters, quota, ratio, state }: Size): string {
  const percent = state === 'over' ? Math.ceil(ratio * 100) : Math.floor(ratio * 100);
  const number = (value: number) => value.toLocaleString('en');
  return `${number(characters)} of ${number(quota.limit)} characters (${percent}%)${states[state]}`;
}
