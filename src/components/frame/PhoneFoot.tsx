import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { commands } from '../../state/commands.ts';
import { effectInWords } from '../../state/derived/draftEffect.ts';
import { history, show, useStore } from '../../state/store.ts';
import type { Screen } from '../../state/screen.ts';

const Strip = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 44,
  padding: '0 8px 0 16px',
  borderTop: '1px solid var(--hairline)',
  fontSize: 13,
  '& > span': { flex: 1, minWidth: 0, color: 'var(--ink-2)' },
});
const Bar = styled('nav')({
  display: 'flex',
  // With large text in more than one line.
  flexWrap: 'wrap',
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
  },
  '& > button[aria-current]': { borderTopColor: 'var(--accent)', color: 'var(--ink)' },
});

const destinations: readonly { readonly half: Screen['half']; readonly label: string }[] = [
  { half: 'build', label: 'Build' },
  { half: 'policy', label: 'Policy' },
  { half: 'review', label: 'Review' },
  { half: 'changes', label: 'Compare' },
  { half: 'explain', label: 'Explain' },
  { half: 'access', label: 'Access' },
];

const goTo = (half: Screen['half']) =>
  show(half === 'build' ? { half, preview: null } : { half, view: half, preview: null });

/** Below the half that a phone shows: what the last change did to the policy, and the way to the other parts. */
export function PhoneFoot() {
  const half = useStore((state) => state.screen.half);
  return (
    <div>
      <LastChange />
      <Bar aria-label="Parts of the page">
        {destinations.map((entry) => (
          <button
            key={entry.half}
            type="button"
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

function LastChange() {
  const draft = useStore((state) => state.draft);
  const lastChange = useStore((state) => state.lastChange);
  const before = history().pastStates.at(-1)?.draft;
  if (lastChange === null || before === undefined) return null;
  return (
    <Strip>
      <span>
        {lastChange}. {effectInWords(before, draft)}
      </span>
      <Button onClick={() => commands.undo.run()}>Undo</Button>
    </Strip>
  );
}
