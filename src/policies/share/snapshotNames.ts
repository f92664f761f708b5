/** How many snapshots are stored, and how long their names can be. */
export const snapshotLimits = { snapshots: 50, name: 100 } as const;

/** An id that no point has, also after some were deleted. */
export function freeSnapshotId(snapshots: readonly { readonly id: string }[]): string {
  const taken = new Set(snapshots.map(({ id }) => id));
  let number = snapshots.length + 1;
  while (taken.has(`pin-${number}`)) number += 1;
  return `pin-${number}`;
}

/** The name, or with a number behind it where a snapshot has it already. Case and outer spaces do not tell names apart. */
export function uniqueSnapshotName(name: string, snapshots: readonly { readonly name: string }[]): string {
  const wanted = name.trim().slice(0, snapshotLimits.name);
  if (!hasSnapshotName(wanted, snapshots)) return wanted;
  for (let number = 2; ; number += 1) {
    const numbered = `${wanted.slice(0, snapshotLimits.name - 6)} (${number})`;
    if (!hasSnapshotName(numbered, snapshots)) return numbered;
  }
}

export const hasSnapshotName = (name: string, snapshots: readonly { readonly name: string }[]): boolean =>
  snapshots.some((snapshot) => snapshot.name.trim().toLowerCase() === name.trim().toLowerCase());
