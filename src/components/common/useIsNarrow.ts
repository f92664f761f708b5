import { type RefObject, useLayoutEffect, useState } from 'react';

/** Whether an element is narrower than this many pixels. */
export function useIsNarrow(of: RefObject<HTMLElement | null>, width: number): boolean {
  const [isNarrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return undefined;
    const measure = () => setNarrow(element.clientWidth < width);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [of, width]);
  return isNarrow;
}
