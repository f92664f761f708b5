import Button from '@mui/material/Button';
import { type ComponentType, lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { saveAndReload } from '../../state/storage/autosave.ts';
import { editorNow, useEditorDue, useEditorWanted } from './editorWanted.ts';
import { LazyBoundary } from './LazyBoundary.tsx';
import { Stack } from './Stack.tsx';
import { Toolbar } from './Toolbar.tsx';
import { Cover } from './Cover.tsx';
import { Box } from './Box.tsx';

interface EditorSlotProps<Props> {
  /** The same function on every render. */
  load(): Promise<ComponentType<Props>>;
  readonly fallback: ReactNode;
  children(Editor: ComponentType<Props>): ReactNode;
}

interface WaitingEditorSlotProps<Props> extends Omit<EditorSlotProps<Props>, 'children'> {
  /** `onReady` is called when the editor shows what the fallback shows. */
  children(Editor: ComponentType<Props>, onReady: () => void): ReactNode;
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

/** A place for an editor that the fallback does for: the editor follows in idle time, or at once when someone goes into the text. */
export function WaitingEditorSlot<Props extends object>({
  load,
  fallback,
  children,
}: WaitingEditorSlotProps<Props>) {
  const isWanted = useEditorWanted();
  const comes = useEditorDue(isWanted) && isWanted;
  const [isReady, setReady] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const Editor = useMemo(() => lazy(() => load().then((component) => ({ default: component }))), [load]);
  if (!comes && isReady) setReady(false);
  if (hasFailed) return <WithoutEditor>{fallback}</WithoutEditor>;
  return (
    <Box covered tall>
      {comes && (
        <LazyBoundary fallback={null} onFailure={() => setFailed(true)}>
          <Suspense fallback={null}>{children(Editor, () => setReady(true))}</Suspense>
        </LazyBoundary>
      )}
      {/* Until the editor shows the same. */}
      {!(comes && isReady) && (
        <Cover onFocus={editorNow} onPointerDown={editorNow}>
          {fallback}
        </Cover>
      )}
    </Box>
  );
}

/** Browsers remember a script that failed to load, so only a reload can bring the editor. */
function WithoutEditor({ children }: { readonly children: ReactNode }) {
  return (
    <Stack tall>
      <Toolbar flush gap={4} rowGap={0} tone="quiet" role="alert">
        <span>Couldn’t load the editor. The complete text is shown below, read-only.</span>
        <Button onClick={saveAndReload}>Reload page</Button>
      </Toolbar>
      <Box covered rest>
        {children}
      </Box>
    </Stack>
  );
}
