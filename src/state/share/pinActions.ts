import { hasPinName, pinLimits, uniquePinName } from '../../policies/share/pinNames.ts';
import { type Pin, show, useStore } from '../store.ts';
import { replaceDraft } from './replaceDraft.ts';

/** What can be done with pinned points. They are kept with the draft, and are no part of its history. */

/** What a snapshot of now is called unless the user says otherwise: when it is made. */
export const usualPinName = (): string =>
  uniquePinName(
    new Date().toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }),
    useStore.getState().pins,
  );

/** Whether another snapshot has a name. */
export const isPinNameTaken = (id: string, name: string): boolean =>
  hasPinName(
    name,
    useStore.getState().pins.filter((pin) => pin.id !== id),
  );

/** A point without a name, or with that of another, keeps the one it had. */
export function renamePin(id: string, name: string): void {
  const short = name.trim().slice(0, pinLimits.name);
  if (short === '' || isPinNameTaken(id, short)) return;
  useStore.setState(({ pins }) => ({
    pins: pins.map((pin) => (pin.id === id ? { ...pin, name: short } : pin)),
  }));
}

/** A person who compared with it compares with the guide again. */
export function deletePin(id: string): void {
  useStore.setState(({ pins, screen }) => ({
    pins: pins.filter((pin) => pin.id !== id),
    ...(screen.baseline.kind === 'pin' && screen.baseline.id === id
      ? { screen: { ...screen, baseline: { kind: 'published' } } }
      : {}),
  }));
}

/** A deleted point back in its place. */
export function putPinBack(pin: Pin, place: number): void {
  useStore.setState(({ pins }) => ({
    pins: pins.some(({ id }) => id === pin.id) ? pins : pins.toSpliced(place, 0, pin),
  }));
}

export const compareWithPin = (id: string): void =>
  show({ baseline: { kind: 'pin', id }, view: 'changes', half: 'changes', dialog: null });

/** The point becomes the draft, one undo away from the one that it replaces. */
export function restorePin({ name, draft }: Pin): void {
  replaceDraft(draft, `Back to ${name}`);
  show({ dialog: null, documentId: null });
}
