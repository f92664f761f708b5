import { create } from 'zustand';
import { local } from '../storage/area.ts';
import { keys } from '../storage/keys.ts';

/**
 * A preset that the address names and that the user has chosen to use. The entry of the browser's history says so until the tab is
 * closed, and the draft that was made under it for as long as it is stored: a user who opens the link again continues with it.
 */

const ADDRESS = /^#preset=(.*)$/;

/** The file that an address names, or nothing. */
export const presetInAddress = (hash: string): string | undefined => ADDRESS.exec(hash)?.[1];

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;

function presetOfStored(): unknown {
  try {
    return fieldOf(JSON.parse(local.read(keys.tried) ?? 'null'), 'preset');
  } catch {
    return undefined;
  }
}

function findInUse(): string | undefined {
  const named = presetInAddress(globalThis.location?.hash ?? '');
  if (named === undefined) return undefined;
  const isInUse = fieldOf(history.state, 'presetInUse') === named || presetOfStored() === named;
  return isInUse ? named : undefined;
}

/** Which preset this loading of the page uses because the user chose it; nothing for one that the host has for everyone. */
export const presetInUse: string | undefined = findInUse();

/** The file of the preset in force, if it is the one that the host has for everyone. */
export const useHostPreset = create<{ readonly file: string | undefined }>()(() => ({ file: undefined }));
