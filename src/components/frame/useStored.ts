import { useCallback, useEffect, useRef, useState } from 'react';
import {
  deleteEverything,
  hasShared,
  listEverything,
  type StoredItem,
} from '../../state/storage/everything.ts';

/** Whether everything was deleted: `open` until someone tries. */
export type Deletion = 'open' | 'deleted' | 'failed';

/** What this browser stores of the page, and how it is deleted. */
export function useStored() {
  const [items, setItems] = useState<readonly StoredItem[]>();
  const [outcome, setOutcome] = useState<Deletion>('open');
  const [isShared, setIsShared] = useState(hasShared);
  const content = useRef<HTMLDivElement>(null);
  const list = useCallback(() => {
    listEverything().then(setItems, () => setItems([]));
  }, []);
  useEffect(list, [list]);
  /** The button that was pressed goes away. */
  const listAnew = () => {
    content.current?.focus();
    setIsShared(hasShared());
    list();
  };
  const deleteAll = (withShared: boolean) => {
    deleteEverything(withShared)
      .then(
        () => setOutcome('deleted'),
        () => setOutcome('failed'),
      )
      .finally(listAnew);
  };
  return { content, items, outcome, isShared, listAnew, deleteAll };
}
