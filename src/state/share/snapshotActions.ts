import { hasSnapshotName, snapshotLimits, uniqueSnapshotName } from '../../policies/share/snapshotNames.ts';
import { show, useStore } from '../store.ts';
import type { Snapshot } from '../../policies/share/snapshots.ts';
import { replaceDraft } from './replaceDraft.ts';

/** What can be done with snapshot. They are kept with the draft, and are no part of its history. */

/** What a snapshot of now is called unless the user says otherwise: when it is made. */
export const usualSnapshotName = (): string =>
  uniqueSnapshotName(
    new Date().toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }),
    useStore.getState().snapshots,
  );

/** Whether another snapshot has a name. */
export const isSnapshotNameTaken = (id: string, name: string): boolean =>
  hasSnapshotName(
    name,
    useStore.getState().snapshots.filter((snapshot) => snapshot.id !== id),
  );

/** A point without a name, or with that of another, keeps the one it had. */
export function renameSnapshot(id: string, name: string): void {
  const short = name.trim().slice(0, snapshotLimits.name);
  if (short === '' || isSnapshotNameTaken(id, short)) return;
  useStore.setState(({ snapshots }) => ({
    snapshots: snapshots.map((snapshot) => (snapshot.id === id ? { ...snapshot, name: short } : snapshot)),
  }));
}

/** A person who compared with it compares with the guide again. */
export function deleteSnapshot(id: string): void {
  useStore.setState(({ snapshots, screen }) => ({
    snapshots: snapshots.filter((snapshot) => snapshot.id !== id),
    ...(screen.baseline.kind === 'snapshot' && screen.baseline.id === id
      ? { screen: { ...screen, baseline: { kind: 'published' } } }
      : {}),
  }));
}

/** A deleted point back in its place. */
export function undeleteSnapshot(snapshot: Snapshot, place: number): void {
  useStore.setState(({ snapshots }) => ({
    snapshots: snapshots.some(({ id }) => id === snapshot.id)
      ? snapshots
      : snapshots.toSpliced(place, 0, snapshot),
  }));
}

export const compareWithSnapshot = (id: string): void =>
  show({ baseline: { kind: 'snapshot', id }, view: 'changes', half: 'changes', dialog: null });

/** The point becomes the draft, one undo away from the one that it replaces. */
export function restoreSnapshot({ name, draft }: Snapshot): void {
  replaceDraft(draft, `Back to ${name}`);
  show({ dialog: null, documentId: null });
}
