import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** From the moment that the page is laid out for paper until it is printed. */
export function useIsPrinted(): boolean {
  const [isPrinted, setPrinted] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    // The browser lays the page out as soon as this returns.
    addEventListener('beforeprint', () => flushSync(() => setPrinted(true)), { signal });
    addEventListener('afterprint', () => setPrinted(false), { signal });
    return () => listening.abort();
  }, []);
  return isPrinted;
}
