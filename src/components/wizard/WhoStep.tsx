import { styled } from '@mui/material/styles';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Persona } from '../../policies/library/personas/persona.ts';
import { byFamily, type PersonaFamily } from '../../policies/library/personas/families.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import { below } from '../common/theme.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { Heading } from '../common/Heading.tsx';
import { InlineButton } from '../common/InlineButton.tsx';
import { LazyBoundary } from '../common/LazyBoundary.tsx';
import { Note } from '../common/Note.tsx';
import { FindBox } from './FindBox.tsx';
import { activitiesFound, searchTexts } from './findPersona.ts';
import { matches } from './matches.ts';
import { PersonaRow } from './PersonaRow.tsx';
import { Box } from '../common/Box.tsx';
import { SMALL } from '../common/space.ts';

const PersonaQuestions = lazy(() =>
  import('./PersonaQuestions.tsx').then((module) => ({ default: module.PersonaQuestions })),
);

const none: readonly string[] = [];

/** Step 1: who needs a policy. */
export function WhoStep() {
  const ruleset = useRuleset();
  const [about, setAbout] = useState<string>();
  const [query, setQuery] = useState('');
  const [fitting, setFitting] = useState<ReadonlySet<string>>();
  const found = ruleset.personas.filter(
    (persona) => (fitting?.has(persona.id) ?? true) && matches(query, searchTexts(persona, ruleset)),
  );
  const isNarrowed = query !== '' || fitting !== undefined;
  return (
    <>
      <Note mb={2}>
        Who needs access? <span className="with-pointer">Point to a persona to preview its policy.</span>
      </Note>
      <FindBox label="Find a persona" value={query} onChange={setQuery} found={found.length} />
      <Questions fitting={fitting} onFitting={setFitting} />
      <fieldset data-first>
        <legend className="visually-hidden">Personas</legend>
        {byFamily(found).map(({ family, members }) => (
          <Family key={family.id} family={family} isNarrowed={isNarrowed} members={members}>
            {members.map((persona) => (
              <PersonaRow
                key={persona.id}
                persona={persona}
                found={query === '' ? none : activitiesFound(query, persona, ruleset)}
                onAbout={setAbout}
              />
            ))}
          </Family>
        ))}
      </fieldset>
      <About>{about}</About>
    </>
  );
}

/** At the lower edge of the steps while the list goes on below it, and never in the way of the pointer. */
const AtEdge = styled('p')({
  position: 'sticky',
  bottom: 0,
  minHeight: '3.75rem',
  margin: 0,
  padding: '8px 0',
  color: 'var(--ink-2)',
  fontSize: SMALL,
  pointerEvents: 'none',
  '&:not(:empty)': { background: 'var(--page)', borderTop: '1px solid var(--hairline)' },
  [below.tablet]: { display: 'none' },
});

/** The description of the row that is pointed to, in sight wherever the row is. Each row has it for screen readers. */
const About = ({ children }: { readonly children: string | undefined }) => (
  <AtEdge aria-hidden="true">{children}</AtEdge>
);

interface QuestionsProps {
  readonly fitting: ReadonlySet<string> | undefined;
  onFitting(fitting: ReadonlySet<string> | undefined): void;
}

/** Three questions that narrow the list; what they leave out can be shown again. */
function Questions({ fitting, onFitting }: QuestionsProps) {
  const [round, setRound] = useState(0);
  const reset = () => {
    onFitting(undefined);
    setRound(round + 1);
  };
  return (
    <>
      <Disclosure label="Which persona do I need?" late>
        <LazyBoundary fallback={<Note>Couldn’t load the questions. Select a persona from the list.</Note>}>
          <Suspense fallback={<Note>Loading…</Note>}>
            <PersonaQuestions key={round} onFitting={onFitting} />
          </Suspense>
        </LazyBoundary>
      </Disclosure>
      <Note role="status" mb={2}>
        {fitting && (
          <>
            {fitting.size === 1 ? '1 persona fits' : `${fitting.size} personas fit`} your answers.{' '}
            <InlineButton onClick={reset}>Show all personas</InlineButton>
          </>
        )}
      </Note>
    </>
  );
}

interface FamilyProps {
  readonly family: PersonaFamily;
  readonly members: readonly Persona[];
  readonly isNarrowed: boolean;
  readonly children: ReactNode;
}

const familyLine = (title: string, selectedCount: number, all: number): string =>
  selectedCount === 0
    ? `${title}: ${all} ${all === 1 ? 'persona' : 'personas'}`
    : `${title}: ${selectedCount} of ${all} selected`;

/** A group of personas. What only some teams need is folded, unless it is looked for. */
function Family({ family: { title, folded }, members, isNarrowed, children }: FamilyProps) {
  const selectedCount = useStore(
    ({ draft }) => members.filter(({ id }) => draft.personas.includes(id)).length,
  );
  if (folded && !isNarrowed)
    return (
      <Box py={1} pl={3}>
        <Disclosure label={familyLine(title, selectedCount, members.length)} startsOpen={selectedCount > 0}>
          {children}
        </Disclosure>
      </Box>
    );
  return (
    <div>
      <Heading look="list" tone="quiet" mt={2} mb={1} px={3}>
        {title}
      </Heading>
      {children}
    </div>
  );
}
