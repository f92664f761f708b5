import { styled } from '@mui/material/styles';
import { type MouseEvent, useRef } from 'react';
import type { Persona } from '../../policies/library/personas/persona.ts';
import { withComposing } from '../../state/derived/composing.ts';
import { show, useStore } from '../../state/store.ts';
import { choiceKey } from '../../state/screen.ts';
import { fromTablet } from '../common/theme.ts';
import { personaColor } from '../common/colors.ts';
import { Choice } from '../common/Choice.tsx';
import { visuallyHidden } from '../common/space.ts';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { Stack } from '../common/Stack.tsx';
import { PersonaRoles } from './PersonaRoles.tsx';
import { previewPersona } from './previewPersona.ts';
import { usePersonaChoice } from './usePersonaChoice.ts';
import { WikiLink } from './WikiLink.tsx';
import { Note } from '../common/Note.tsx';

const Row = styled('div')({
  position: 'relative',
  borderLeft: '3px solid',
  margin: '0 0 4px',
  padding: '2px 8px 2px 12px',
  // Above the description at the lower edge.
  '& input': { scrollMarginBottom: '5rem' },
  '&:hover, &:focus-within': { background: 'var(--sunken)' },
  '&[data-traced="true"]': { background: 'var(--traced-line)' },
});

/** Beside the list there is one place for the description of the row that is focused or pointed to. A phone has none: there each row has its own. */
const OwnSummary = styled('span')({ [fromTablet]: visuallyHidden });

const MOST_FOUND = 3;

const foundLine = (titles: readonly string[]): string => {
  const shown = titles.slice(0, MOST_FOUND).map((title) => `“${title}”`);
  const more = titles.length > MOST_FOUND ? `, and ${titles.length - MOST_FOUND} more` : '';
  return `Matching ${titles.length === 1 ? 'activity' : 'activities'}: ${shown.join(', ')}${more}`;
};

const HOVER_MS = 300;

interface PersonaRowProps {
  readonly persona: Persona;
  /** Titles of the activities by which it was found. */
  readonly found: readonly string[];
  /** What is shown about the persona; nothing once it is left. */
  onAbout(summary: string | undefined): void;
}

/** What happens while the row has the focus or the pointer: its description and its policy are shown. */
function useVisit(persona: Persona, onAbout: PersonaRowProps['onAbout']) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hasFocus = useRef(false);
  // A row that moves under a pointer at rest, as when a notice appears above, is not pointed to.
  const move = ({ movementX, movementY }: MouseEvent) => {
    if (timer.current !== undefined || (movementX === 0 && movementY === 0)) return;
    onAbout(persona.summary);
    timer.current = setTimeout(previewWhenReady, HOVER_MS);
  };
  const previewWhenReady = () =>
    withComposing(() => {
      if (timer.current !== undefined || hasFocus.current) previewPersona(persona);
    });
  const focus = () => {
    hasFocus.current = true;
    onAbout(persona.summary);
    previewWhenReady();
  };
  const leave = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    hasFocus.current = false;
    onAbout(undefined);
    show({ preview: null });
  };
  // A persona that was just cleared isn't shown as if it were selected.
  const click = () => clearTimeout(timer.current);
  return { move, click, focus, leave };
}

/** A persona to select. Its policy is shown while it has the focus or the pointer. */
export function PersonaRow({ persona, found, onAbout }: PersonaRowProps) {
  const [isSelected, toggle] = usePersonaChoice(persona);
  const isInDraft = useStore((state) => state.draft.personas.includes(persona.id));
  const { move, click, focus, leave } = useVisit(persona, onAbout);
  return (
    <Row
      style={{ borderLeftColor: personaColor(persona.id) }}
      data-choice={choiceKey({ persona: persona.id })}
      onMouseMove={move}
      onClick={click}
      onMouseLeave={leave}
    >
      <Choice
        type="checkbox"
        checked={isSelected}
        onChange={toggle}
        onFocus={focus}
        onBlur={leave}
        title={
          <Stack as="span" row inline gap={2}>
            <PersonaMark persona={persona.id} /> {persona.title}
          </Stack>
        }
        help={<OwnSummary>{persona.summary}</OwnSummary>}
      />
      {found.length > 0 && (
        <Note mb={1} pl={6}>
          {foundLine(found)}
        </Note>
      )}
      <WikiLink kind="personas" id={persona.id} />
      {isInDraft && persona.kind === 'identity' && <PersonaRoles role={persona.id} />}
    </Row>
  );
}
