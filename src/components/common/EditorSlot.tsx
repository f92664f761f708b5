import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type ComponentType, lazy, type ReactNode, Suspense, useMemo } from 'react';
import { LazyBoundary } from './LazyBoundary.tsx';
import { useEditorWanted } from './editorWanted.ts';

const Column = styled('div')({ display: 'flex', flexDirection: 'column', height: '100%' });
const Bar = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  padding: '4px 16px',
  borderBottom: '1px solid var(--hairline)',
  fontSize: 13,
  color: 'var(--ink-2)',
});
const Rest = styled('div')({ position: 'relative', flex: 1, minHeight: 0 });

interface EditorSlotProps<Props> {
  /** The same function on every render. */
  load(): Promise<ComponentType<Props>>;
  readonly fallback: ReactNode;
  children(Editor: ComponentType<Props>): ReactNode;
}

/** A place for an editor: the plain text until it is there, and for good when it does not come. */
export function EditorSlot<Props extends object>({ load, fallback, children }: EditorSlotProps<Props>) {
  const wanted = useEditorWanted();
  const Editor = useMemo(() => lazy(() => load().then((component) => ({ default: component }))), [load]);
  if (!wanted) return fallback;
  return (
    <LazyBoundary fallback={<WithoutEditor>{fallback}</WithoutEditor>}>
      <Suspense fallback={fallback}>{children(Editor)}</Suspense>
    </LazyBoundary>
  );
}

/** Browsers remember a script that failed to load, so only a reload can bring the editor. */
function WithoutEditor({ children }: { readonly children: ReactNode }) {
  return (
    <Column>
      <Bar role="alert">
        The editor did not load. The text below is complete, and everything else works.
        <Button onClick={() => location.reload()}>Reload and try again</Button>
      </Bar>
      <Rest>{children}</Rest>
    </Column>
  );
}
