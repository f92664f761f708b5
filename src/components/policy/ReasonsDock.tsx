import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { findActivity } from '../../policies/activities/index.ts';
import type { Source } from '../../policies/composed.ts';
import { findPersona } from '../../policies/personas/index.ts';
import { type PrintedDocument, sourcesAt } from '../../state/derived.ts';
import { choicesOf } from '../../state/edits.ts';
import { show, useStore } from '../../state/store.ts';
import { Icon } from '../common/Icon.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { ReasonList } from '../common/ReasonList.tsx';
import { reasonsOf } from '../common/reasons.ts';
import { ActionFacts } from './ActionFacts.tsx';
import { OtherReasons } from './OtherReasons.tsx';
import { otherReasons } from './reasonsOfLine.ts';
import { placeAt } from './place.ts';

const Dock = styled('section')({ borderTop: '1px solid var(--hairline)', background: 'var(--page)' });
const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 40,
  padding: '0 8px 0 16px',
});
const Title = styled('h2')({ margin: 0, fontSize: 13, fontWeight: 600, flex: 'none' });
const Line = styled('p')({
  margin: 0,
  flex: 1,
  minWidth: 0,
  fontSize: 13,
  color: 'var(--ink-2)',
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
});
const Body = styled('div')({ maxHeight: '36vh', overflow: 'auto', padding: '0 16px 12px' });
const SourceHead = styled('div')({ display: 'flex', alignItems: 'center', gap: 8, marginTop: 8 });

/** Why the line under the caret is there: the choices it serves and the reasons behind its form. */
export function ReasonsDock({ document }: { readonly document: PrintedDocument }) {
  const [open, setOpen] = useState(false);
  const caret = useStore((state) => state.screen.caret);
  const place = placeAt(document, caret?.documentId === document.id ? caret.offset : undefined);
  const sources = place ? sourcesAt(document, place.path) : [];
  return (
    <Dock aria-label="Reasons">
      <Head>
        <Title>Reasons</Title>
        <Line>
          {place ? summaryOf(place.label, sources) : 'Put the caret on a line to see what it is there for.'}
        </Line>
        <Button
          onClick={() => setOpen(!open)}
          aria-expanded={open}
          endIcon={<Icon name={open ? 'chevronDown' : 'chevronRight'} />}
        >
          {open ? 'Hide' : 'Show'}
          <span className="visually-hidden"> reasons</span>
        </Button>
      </Head>
      {open && place && (
        <Body>
          {place.action !== undefined && <ActionFacts action={place.action} />}
          {groupByChoice(sources).map((group) => (
            <SourceReasons key={`${group.persona} ${group.activity}`} group={group} />
          ))}
          {otherReasons(sources).map((other) => (
            <OtherReasons key={other.title} {...other} />
          ))}
        </Body>
      )}
    </Dock>
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

function summaryOf(label: string, sources: readonly Source[]): string {
  const because = [
    ...groupByChoice(sources).map(
      ({ persona, activity }) => `${findPersona(persona)?.title}: ${findActivity(activity)?.title}`,
    ),
    ...otherReasons(sources).map(({ title }) => title),
  ];
  return because.length === 0 ? label : `${label}, because of ${because.join('; ')}`;
}
