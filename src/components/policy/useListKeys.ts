import { type KeyboardEvent, useRef } from 'react';
import { type DocumentGroup, entriesOf } from './documentGroups.ts';
import { foundByTyping, isTyping, movedBy, nothingTyped, typedOn } from './listKeys.ts';

/** Moves by arrows, Home, End, and the first letters of a policy or a role. Whether a key was one of these is what it gives. */
export function useListKeys(
  groups: readonly DocumentGroup[],
  active: string | undefined,
  onMove: (documentId: string) => void,
): (event: KeyboardEvent) => boolean {
  const typed = useRef(nothingTyped);
  return (event) => {
    const entries = entriesOf(groups);
    const current = entries.findIndex(({ id }) => id === active);
    let index = movedBy(event.key, current, entries.length);
    if (index === undefined) {
      if (!isTyping(event, typed.current, event.timeStamp)) return false;
      typed.current = typedOn(typed.current, event.key, event.timeStamp);
      index = foundByTyping(
        entries.map(({ names }) => names),
        current,
        typed.current.text,
      );
    }
    event.preventDefault();
    const target = index === undefined ? undefined : entries[index];
    if (target) onMove(target.id);
    return true;
  };
}
