import { useEffect, useState } from 'react';
import { effectOf } from '../../state/lastEffect.ts';
import { useStore } from '../../state/store.ts';

const EVERY_MS = 1000;

/** Tells screen readers what a change did, at most one message a second. */
export function Announcer() {
  const [message, setMessage] = useState('');
  useEffect(() => {
    let before = useStore.getState().draft;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const speak = () => {
      timer = undefined;
      const { draft, lastChange } = useStore.getState();
      const effect = effectOf(before, draft);
      before = draft;
      setMessage([lastChange, effect].filter(Boolean).join('. '));
    };
    const stop = useStore.subscribe((state) => {
      if (state.draft !== before) timer ??= setTimeout(speak, EVERY_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {message}
    </div>
  );
}
