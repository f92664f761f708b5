import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { findActivity } from '../../policies/activities/index.ts';
import type { Source } from '../../policies/composed.ts';
import type { Path } from '../../policies/document.ts';
import { findPersona } from '../../policies/personas/index.ts';
import { type PrintedDocument, sourcesAt } from '../../state/derived.ts';
import { choicesOf } from '../../state/edits.ts';
import { wordOf } from '../../state/personaLines.ts';
import { show, useStore } from '../../state/store.ts';
import { Dock } from '../common/Dock.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { ReasonList } from '../common/ReasonList.tsx';
import { reasonsOf } from '../common/reasons.ts';
import { ActionFacts } from './ActionFacts.tsx';
import { OtherReasons } from './OtherReasons.tsx';
import { placeAt } from './place.ts';
import { otherReasons } from './reasonsOfLine.ts';

const SourceHead = styled('div')({ display: 'flex', alignItems: 'center', gap: 8, marginTop: 8 });

/** Why the line under the caret is there: the choices it serves and the reasons behind its form. */
export function ReasonsDock({ document }: { readonly document: PrintedDocument }) {
  const caret = useStore((state) => state.screen.caret);
  const place = placeAt(document, caret?.documentId === document.id ? caret.offset : undefined);
  const sources = place ? sourcesAt(document, place.path) : [];
  return (
    <Dock
      title="Reasons"
      what="reasons"
      line={
        place
          ? summaryOf(place.label, sources, byHand(document, place.path))
          : 'Put the caret on a line to see what it is there for.'
      }
    >
      {place && <LineReasons action={place.action} sources={sources} />}
    </Dock>
  );
}

interface LineReasonsProps {
  readonly action: string | undefined;
  readonly sources: readonly Source[];
}

function LineReasons({ action, sources }: LineReasonsProps) {
  return (
    <>
      {action !== undefined && <ActionFacts action={action} />}
      {groupByChoice(sources).map((group) => (
        <SourceReasons key={`${group.persona} ${group.activity}`} group={group} />
      ))}
      {otherReasons(sources).map((other) => (
        <OtherReasons key={other.title} {...other} />
      ))}
    </>
  );
}

interface ChoiceGroup {
  readonly persona: string;
  readonly activity: string;
  readonly templates: ReadonlySet<string>;
}

function SourceReasons({ group }: { readonly group: ChoiceGroup }) {
  const activity = findActivity(group.activity);
  const choice = useStore((state) =>
    choicesOf(state.draft, group.persona).find((candidate) => candidate.activity === group.activity),
  );
  if (!activity || !choice) return null;
  const goTo = () => show({ step: 'what', half: 'build', focused: group });
  return (
    <>
      <SourceHead>
        <PersonaMark persona={group.persona} />
        <Button onClick={goTo}>{activity.title}</Button>
      </SourceHead>
      <ReasonList reasons={reasonsOf(activity, choice, group.templates)} />
    </>
  );
}

function groupByChoice(sources: readonly Source[]): readonly ChoiceGroup[] {
  const groups = new Map<string, { persona: string; activity: string; templates: Set<string> }>();
  for (const source of sources) {
    if (source.kind !== 'activity') continue;
    const { persona, activity, template } = source;
    const key = `${persona} ${activity}`;
    const group = groups.get(key) ?? { persona, activity, templates: new Set() };
    group.templates.add(template);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What a person did to the statement of a place. */
function byHand({ provenance }: PrintedDocument, [root, statement]: Path): readonly string[] {
  const own = root === 'Statement' && typeof statement === 'number' ? provenance[statement] : undefined;
  const word = own && wordOf(own);
  return word ? [`${word} by hand`] : [];
}

function summaryOf(label: string, sources: readonly Source[], hand: readonly string[]): string {
  const because = [
    ...groupByChoice(sources).map(
      ({ persona, activity }) => `${findPersona(persona)?.title}: ${findActivity(activity)?.title}`,
    ),
    ...otherReasons(sources).map(({ title }) => title),
  ];
  const what = [label, ...hand].join(', ');
  return because.length === 0 ? what : `${what}, because of ${because.join('; ')}`;
}
