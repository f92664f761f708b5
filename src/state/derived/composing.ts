import { create } from 'zustand';
import { notify } from '../store.ts';

/** What composes, and reads drafts with the whole library. */
export type Composing = typeof import('./composingPart.ts');

/**
 * The first view shows no policy: what composes comes right after it, before anybody can select something. Until then there is
 * none.
 */
export const useComposing = create<{ readonly part: Composing | undefined }>()(() => ({ part: undefined }));

let loading: Promise<Composing> | undefined;

/** Loads the part once. After a failure it can be asked for again. */
export function loadComposing(): Promise<Composing> {
  loading ??= import('./composingPart.ts').then(
    (part) => {
      useComposing.setState({ part });
      return part;
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** Runs at once when the part is there, else as soon as it is. Where it does not come, the page says so. */
export function withComposing(run: (part: Composing) => void, onFailure?: () => void): void {
  const { part } = useComposing.getState();
  if (part) {
    run(part);
    return;
  }
  loadComposing().then(run, () => {
    notify({ id: 'partMissing' });
    onFailure?.();
  });
}
