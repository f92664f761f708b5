import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type ComponentType, lazy, type ReactNode, Suspense, useMemo } from 'react';
import { reloadKept } from '../../state/storage/autosave.ts';
import { useEditorWanted } from './editorWanted.ts';
import { LazyBoundary } from './LazyBoundary.tsx';
import { Stack } from './Stack.tsx';
import { Toolbar } from './Toolbar.tsx';

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
    <Stack tall>
      <Toolbar nowrap tone="quiet" role="alert">
        Couldn’t load the editor. The complete text is shown below, read-only.
        <Button onClick={reloadKept}>Reload page</Button>
      </Toolbar>
      <Rest>{children}</Rest>
    </Stack>
  );
}
