import { type RefObject, useLayoutEffect, useState } from 'react';
import { fromDesktop } from './theme.ts';

/** Whether an element is narrower than this many pixels, or the window than a desktop's. */
export function useIsNarrow(of: RefObject<HTMLElement | null>, width: number): boolean {
  const [isNarrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return undefined;
    const desktop = matchMedia(fromDesktop.replace('@media ', ''));
    const measure = () => setNarrow(element.clientWidth < width || !desktop.matches);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [of, width]);
  return isNarrow;
}
