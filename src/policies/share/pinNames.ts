/** How many snapshots are stored, and how long their names can be. */
export const pinLimits = { pins: 50, name: 100 } as const;

/** An id that no point has, also after some were deleted. */
export const freePinId = (pins: readonly { readonly id: string }[]): string =>
  free(
    'pin-',
    pins.map(({ id }) => id),
    pins.length + 1,
  );

/** A name that no point has: `Snapshot 1`, and so on. */
export const freePinName = (pins: readonly { readonly name: string }[]): string =>
  free(
    'Snapshot ',
    pins.map(({ name }) => name),
    1,
  );

function free(start: string, taken: readonly string[], from: number): string {
  let number = from;
  while (taken.includes(`${start}${number}`)) number += 1;
  return `${start}${number}`;
}
