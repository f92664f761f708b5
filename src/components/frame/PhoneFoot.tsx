import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useEffect, useRef, useState } from 'react';
import { commands } from '../../state/commands.ts';
import { changesInWords } from '../../state/derived/draftEffect.ts';
import { latestChange } from '../../state/derived/latestChange.ts';
import { show, useStore } from '../../state/store.ts';
import type { ScreenState } from '../../state/screen.ts';
import { below } from '../common/theme.ts';

const Strip = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 44,
  padding: '0 8px 0 16px',
  borderTop: '1px solid var(--hairline)',
  fontSize: 13,
  '& > span': { flex: 1, minWidth: 0, color: 'var(--ink-2)' },
  // In one line that scrolls, beside the button.
  [below.largeText]: {
    minHeight: 32,
    paddingRight: 0,
    overflowX: 'auto',
    '& > span': { flex: '1 0 auto', whiteSpace: 'nowrap' },
    '& > button': { position: 'sticky', right: 0, flex: 'none', background: 'var(--page)' },
  },
});
const Bar = styled('nav')({
  display: 'flex',
  // Large text scrolls: in two lines it would leave little to what the bar leads to.
  overflowX: 'auto',
  borderTop: '1px solid var(--hairline)',
  background: 'var(--surface)',
  '& > button': {
    flex: '1 0 auto',
    minHeight: 48,
    border: 'none',
    borderTop: '2px solid var(--unmarked)',
    background: 'none',
    color: 'var(--ink-2)',
    font: 'inherit',
    fontWeight: 500,
    padding: '0 2px',
    outlineOffset: -2,
    [below.largeText]: { minHeight: 40, padding: '0 6px' },
  },
  '& > button[aria-current]': { borderTopColor: 'var(--accent)', color: 'var(--ink)' },
});

const destinations: readonly { readonly half: ScreenState['half']; readonly label: string }[] = [
  { half: 'build', label: 'Build' },
  { half: 'policy', label: 'Policy' },
  { half: 'review', label: 'Review' },
  { half: 'changes', label: 'Compare' },
  { half: 'explain', label: 'Explain' },
  { half: 'access', label: 'Access' },
];

/** Another view begins with the panel below it closed: both together leave neither enough room. */
function goTo(half: ScreenState['half']): void {
  if (half === 'build') return show({ half, preview: null });
  const isOther = half !== useStore.getState().screen.view;
  show({ half, view: half, preview: null, ...(isOther && { evidenceOpen: false }) });
}

/** Below the half that a phone shows: what the last change did to the policy, and the way to the other parts. */
export function PhoneFoot() {
  const half = useStore((state) => state.screen.half);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    bar.current
      ?.querySelector(`[data-half="${half}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [half]);
  return (
    <div>
      <LastChange half={half} />
      <Bar ref={bar} aria-label="Parts of the page">
        {destinations.map((entry) => (
          <button
            key={entry.half}
            type="button"
            data-half={entry.half}
            aria-current={entry.half === half ? 'page' : undefined}
            onClick={() => goTo(entry.half)}
          >
            {entry.label}
          </button>
        ))}
      </Bar>
    </div>
  );
}

/** Where one builds and sees the policy; other views have the room, until something changes there. */
function LastChange({ half }: Pick<ScreenState, 'half'>) {
  const draft = useStore((state) => state.draft);
  useStore((state) => state.lastChange);
  const [arrival, setArrival] = useState({ half, draft });
  if (arrival.half !== half) setArrival({ half, draft });
  const change = latestChange();
  const isOfBuilding = half === 'build' || half === 'policy';
  if (!change || (!isOfBuilding && arrival.draft === draft)) return null;
  return (
    <Strip role="group" aria-label="Last change">
      <span>{changesInWords([change])}.</span>
      {commands.undo.enabled() && <Button onClick={() => commands.undo.run()}>Undo</Button>}
    </Strip>
  );
}
