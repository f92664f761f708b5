import { styled } from '@mui/material/styles';
import type { DocumentKind, TextRange } from '../../policies/document.ts';
import type { Refusal } from '../../policies/import/reading.ts';
import { ImportedPolicy, PlaceButton } from './ImportedPolicy.tsx';
import { refusalText } from './importWords.ts';
import type { TextReading } from './useImportReading.ts';

const List = styled('ul')({ margin: '0 0 12px', padding: 0, listStyle: 'none' });
const Refused = styled('li')({
  padding: '6px 0 6px 12px',
  borderLeft: '3px solid var(--deny)',
  margin: '0 0 4px',
  fontSize: 13,
  overflowWrap: 'anywhere',
});
const Heading = styled('h3')({ margin: '8px 0 4px', fontSize: 14, fontWeight: 600 });

/** What the reader of the dialog chose for a policy, by its place in the reading. */
export interface Picks {
  readonly wanted: Readonly<Record<number, boolean>>;
  readonly kinds: Readonly<Record<number, DocumentKind>>;
}

interface ImportFindingsProps {
  readonly reading: TextReading;
  readonly picks: Picks;
  onPicks(picks: Picks): void;
  onPlace(range: TextRange): void;
}

/** The policies that a text holds, and what of it is refused. */
export function ImportFindings({ reading, picks, onPicks, onPlace }: ImportFindingsProps) {
  const { text, policies, refusals } = reading;
  return (
    <>
      {policies.length > 0 && (
        <List aria-label="Policies found">
          {policies.map((policy, index) => (
            <ImportedPolicy
              key={`${policy.range.offset} ${policy.title}`}
              text={text}
              policy={policy}
              kind={picks.kinds[index] ?? policy.kind}
              wanted={picks.wanted[index] ?? !policy.doubtful}
              onWanted={(wanted) => onPicks({ ...picks, wanted: { ...picks.wanted, [index]: wanted } })}
              onKind={(kind) => onPicks({ ...picks, kinds: { ...picks.kinds, [index]: kind } })}
              onPlace={onPlace}
            />
          ))}
        </List>
      )}
      {refusals.length > 0 && <Refusals text={text} refusals={refusals} onPlace={onPlace} />}
    </>
  );
}

interface RefusalsProps {
  readonly text: string;
  readonly refusals: readonly Refusal[];
  onPlace(range: TextRange): void;
}

const MAX_SHOWN = 50;

function Refusals({ text, refusals, onPlace }: RefusalsProps) {
  return (
    <>
      <Heading>Not taken in</Heading>
      <List aria-label="Not taken in">
        {refusals.slice(0, MAX_SHOWN).map((refusal) => (
          <Refused key={`${refusal.range.offset} ${refusal.code} ${refusal.detail}`}>
            {refusalText(refusal)} <PlaceButton text={text} range={refusal.range} onPlace={onPlace} />
          </Refused>
        ))}
        {refusals.length > MAX_SHOWN && <Refused>{refusals.length - MAX_SHOWN} more are not listed.</Refused>}
      </List>
    </>
  );
}
