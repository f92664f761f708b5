import { useEffect, useRef, useState } from 'react';

/** Paper takes what is on the page: printing waits until that is of the present form and answers. */
export function usePrint(busy: boolean): () => void {
  const [wanted, setWanted] = useState(0);
  const printed = useRef(0);
  useEffect(() => {
    if (busy || printed.current === wanted) return;
    printed.current = wanted;
    print();
  }, [wanted, busy]);
  return () => setWanted((count) => count + 1);
}
