import { styled } from '@mui/material/styles';
import { useRef } from 'react';
import type { Activity } from '../../policies/activities/activity.ts';
import { choicesOf, toggleActivity } from '../../state/edits.ts';
import { edit, show, useStore } from '../../state/store.ts';
import { isTraced } from '../../state/trace.ts';
import { Choice } from '../common/Choice.tsx';
import { Disclosure } from '../common/Disclosure.tsx';
import { ActivityDetails } from './ActivityDetails.tsx';

const Row = styled('div')({
  padding: '2px 0 2px 12px',
  borderTop: '1px solid var(--hairline)',
  '&:first-of-type': { borderTop: 'none' },
  '&:hover, &:focus-within': { background: 'var(--sunken)' },
  '&[data-traced="true"]': { background: 'var(--traced-line)' },
});
const Inner = styled('div')({ padding: '0 8px 8px 24px' });
const Status = styled('span')({
  marginLeft: 8,
  padding: '0 4px',
  border: '1px solid var(--hairline)',
  borderRadius: 2,
  fontSize: 12,
  fontWeight: 400,
  color: 'var(--ink-2)',
  whiteSpace: 'nowrap',
});

const HOVER_MS = 300;

/** What the heading above it does not say already. */
const statusWords = { retired: 'retired service' } as const;

interface ActivityRowProps {
  readonly persona: string;
  readonly activity: Activity;
}

export function ActivityRow({ persona, activity }: ActivityRowProps) {
  const choice = useStore((state) =>
    choicesOf(state.draft, persona).find((candidate) => candidate.activity === activity.id),
  );
  const traced = useStore((state) => isTraced(state, { persona, activity: activity.id }));
  const hover = usePreview({ persona, activity });
  const focusChoice = () => show({ focused: { persona, activity: activity.id } });
  return (
    <Row data-traced={traced} {...hover}>
      <Choice
        type="checkbox"
        checked={choice !== undefined}
        onChange={() => toggle({ persona, activity })}
        onFocus={focusChoice}
        title={
          <>
            {activity.title}
            {activity.status === 'retired' && <Status>{statusWords.retired}</Status>}
            {choice?.stance === 'published' && <Status>as published</Status>}
          </>
        }
        help={activity.summary}
      />
      {choice && (
        <Inner onFocus={focusChoice}>
          <Disclosure label="Stance, options and reasons">
            <ActivityDetails persona={persona} activity={activity} choice={choice} />
          </Disclosure>
        </Inner>
      )}
    </Row>
  );
}

function toggle({ persona, activity }: ActivityRowProps): void {
  const chosen = choicesOf(useStore.getState().draft, persona);
  const on = chosen.every((choice) => choice.activity !== activity.id);
  edit((draft) => toggleActivity(draft, persona, activity.id), `${activity.title} ${on ? 'on' : 'off'}`);
}

/** An activity that is not chosen shows what it would add, after the pointer has rested on it. */
function usePreview({ persona, activity }: ActivityRowProps) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = () => {
    const { draft } = useStore.getState();
    if (choicesOf(draft, persona).some((choice) => choice.activity === activity.id)) return;
    show({ preview: { draft: toggleActivity(draft, persona, activity.id), label: activity.title } });
  };
  return {
    onMouseEnter: () => {
      timer.current = setTimeout(start, HOVER_MS);
    },
    onMouseLeave: () => {
      clearTimeout(timer.current);
      show({ preview: null });
    },
  };
}
