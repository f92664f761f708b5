import { useEffect, useState } from 'react';
import { announceChanges } from './announceChanges.ts';

/** Tells screen readers what a change did, at most one message a second. */
export function Announcer() {
  const [message, setMessage] = useState('');
  useEffect(() => announceChanges(setMessage), []);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {message}
    </div>
  );
}
