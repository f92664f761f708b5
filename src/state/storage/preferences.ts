import { local } from './area.ts';
import { keys } from './keys.ts';

/** Sizes and switches of the page itself; they never change a policy. */

export const BUILD_WIDTH = { min: 380, max: 560, initial: 440 } as const;

/** Of the panel below the policy, while it is open. A window that is too low for it gives it less. */
export const PANEL_HEIGHT = { min: 120, max: 640, initial: 280 } as const;

interface SizeRange {
  readonly min: number;
  readonly max: number;
  readonly initial: number;
}

function readSize(key: string, { min, max, initial }: SizeRange): number {
  const stored = Number(local.read(key));
  return stored >= min && stored <= max ? stored : initial;
}

export const readBuildWidth = (): number => readSize(keys.buildWidth, BUILD_WIDTH);

export const readPanelHeight = (): number => readSize(keys.panelHeight, PANEL_HEIGHT);

/** Where they cannot be stored, sizes last as long as the page. */
export function saveBuildWidth(width: number): void {
  local.write(keys.buildWidth, String(width));
}

export function savePanelHeight(height: number): void {
  local.write(keys.panelHeight, String(height));
}
