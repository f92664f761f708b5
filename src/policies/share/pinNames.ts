/** How many snapshots are stored, and how long their names can be. */
export const pinLimits = { pins: 50, name: 100 } as const;

/** An id that no point has, also after some were deleted. */
export function freePinId(pins: readonly { readonly id: string }[]): string {
  const taken = new Set(pins.map(({ id }) => id));
  let number = pins.length + 1;
  while (taken.has(`pin-${number}`)) number += 1;
  return `pin-${number}`;
}

/** The name, or with a number behind it where a snapshot has it already. Case and outer spaces do not tell names apart. */
export function uniquePinName(name: string, pins: readonly { readonly name: string }[]): string {
  const wanted = name.trim().slice(0, pinLimits.name);
  if (!hasPinName(wanted, pins)) return wanted;
  for (let number = 2; ; number += 1) {
    const numbered = `${wanted.slice(0, pinLimits.name - 6)} (${number})`;
    if (!hasPinName(numbered, pins)) return numbered;
  }
}

export const hasPinName = (name: string, pins: readonly { readonly name: string }[]): boolean =>
  pins.some((pin) => pin.name.trim().toLowerCase() === name.trim().toLowerCase());
