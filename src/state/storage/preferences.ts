import { local } from './area.ts';
import { keys } from './keys.ts';

/** Sizes and switches of the page itself; they never change a policy. */

export const BUILD_WIDTH = { min: 380, max: 560, initial: 440 } as const;

export function readBuildWidth(): number {
  const stored = Number(local.read(keys.buildWidth));
  return stored >= BUILD_WIDTH.min && stored <= BUILD_WIDTH.max ? stored : BUILD_WIDTH.initial;
}

/** Where it cannot be stored, the width lasts as long as the page. */
export function saveBuildWidth(width: number): void {
  local.write(keys.buildWidth, String(width));
}
