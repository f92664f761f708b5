import type { ReactNode } from 'react';

function keepHeight(box: HTMLDivElement): () => void {
  const observer = new ResizeObserver(() => {
    box.style.minHeight = `${box.offsetHeight}px`;
  });
  observer.observe(box);
  return () => observer.disconnect();
}

/**
 * Stays as high as what is in it has been: a note that goes when a late answer comes doesn't move the buttons below it away from
 * under a finger, or another one there. It has the margins of what is in it.
 */
export const KeepsHeight = ({ children }: { readonly children: ReactNode }) => (
  <div ref={(box) => (box ? keepHeight(box) : undefined)} style={{ display: 'flow-root' }}>
    {children}
  </div>
);
