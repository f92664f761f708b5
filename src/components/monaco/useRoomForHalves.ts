import type { editor } from 'monaco-editor/editor';
import { useLayoutEffect, useState } from 'react';

/** Pixels that two halves need to be read side by side. */
const roomForHalves = 900;

/**
 * Whether the editor is wide enough for two halves. The editor can decide that itself, but since version 0.57 it stays inline when
 * its width grows in steps, as while a window is resized, until an option changes.
 */
export function useRoomForHalves(instance: editor.IStandaloneDiffEditor | undefined): boolean {
  const [isWide, setWide] = useState(true);
  useLayoutEffect(() => {
    const container = instance?.getContainerDomNode();
    if (!container) return undefined;
    const measure = () => setWide(container.clientWidth > roomForHalves);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(container);
    return () => observer.disconnect();
  }, [instance]);
  return isWide;
}
