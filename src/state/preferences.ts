/** Sizes and switches of the page itself; they never change a policy. */

const BUILD_WIDTH_KEY = 'policy-builder.build-width';

export const BUILD_WIDTH = { min: 380, max: 560, initial: 440 } as const;

export function readBuildWidth(): number {
  const stored = Number(read(BUILD_WIDTH_KEY));
  return stored >= BUILD_WIDTH.min && stored <= BUILD_WIDTH.max ? stored : BUILD_WIDTH.initial;
}

export function saveBuildWidth(width: number): void {
  try {
    localStorage.setItem(BUILD_WIDTH_KEY, String(width));
  } catch {
    // Without storage the width lasts as long as the page; nothing else depends on it.
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
