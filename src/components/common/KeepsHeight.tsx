import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

/**
 * Stays as high as what is in it has been: a note that goes when a late answer comes doesn't move the buttons below it away from
 * under a finger, or another one there.
 */
export function KeepsHeight({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [highest, setHighest] = useState(0);
  useLayoutEffect(() => {
    const height = box.current?.offsetHeight ?? 0;
    if (height > highest) setHighest(height);
  });
  return (
    <div ref={box} style={{ display: 'flow-root', minHeight: highest }}>
      {children}
    </div>
  );
}
