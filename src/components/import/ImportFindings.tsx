import { styled } from '@mui/material/styles';
import { memo, useMemo } from 'react';
import type { TextRange } from '../../policies/language/policy.ts';
import type { Refusal } from '../../policies/import/reading.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { ImportedPolicy, PlaceButton } from './ImportedPolicy.tsx';
import { placesOf, refusalText } from './importWords.ts';
import type { Picks } from './picks.ts';
import type { TextReading } from './useImportReading.ts';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';
import { Heading } from '../common/Heading.tsx';

const Refused = styled('li')({
  padding: '2px 0 2px 12px',
  borderLeft: '3px solid var(--error)',
  margin: '0 0 4px',
  fontSize: 13,
  overflowWrap: 'anywhere',
});

interface ImportFindingsProps {
  readonly reading: TextReading;
  readonly picks: Picks;
  onPicks(change: (picks: Picks) => Picks): void;
  onPlace(range: TextRange): void;
}

/** The policies that a text holds, and what of it is refused. There may be hundreds: only what changed is drawn anew. */
export const ImportFindings = memo(function ImportFindings({
  reading,
  picks,
  onPicks,
  onPlace,
}: ImportFindingsProps) {
  const { text, policies, refusals } = reading;
  const placeOf = useMemo(() => placesOf(text), [text]);
  return (
    <>
      {policies.length > 0 && (
        <List look="rows" py={2} mb={3} aria-label="Policies found">
          {policies.map((policy, index) => (
            <ImportedPolicy
              key={`${policy.range.offset} ${policy.title}`}
              placeOf={placeOf}
              policy={policy}
              index={index}
              kind={picks.kinds[index] ?? policy.kind}
              wanted={picks.wanted[index] ?? !policy.doubtful}
              onPicks={onPicks}
              onPlace={onPlace}
            />
          ))}
        </List>
      )}
      {refusals.length > 0 && <Refusals placeOf={placeOf} refusals={refusals} onPlace={onPlace} />}
    </>
  );
});

interface RefusalsProps {
  placeOf(offset: number): string;
  readonly refusals: readonly Refusal[];
  onPlace(range: TextRange): void;
}

const MAX_SHOWN = 50;

function Refusals({ placeOf, refusals, onPlace }: RefusalsProps) {
  return (
    <>
      <Heading mt={2} mb={1}>
        Not imported
      </Heading>
      {refusals.some(({ code }) => code === 'notRead') && (
        <Note mb={2}>To import a policy that couldn’t be read, paste it separately as JSON.</Note>
      )}
      <List mb={3} aria-label="Not imported">
        {refusals.slice(0, MAX_SHOWN).map((refusal) => (
          <Refused key={`${refusal.range.offset} ${refusal.code} ${refusal.detail}`}>
            <ForeignText text={refusalText(refusal)} use="prose" />{' '}
            <PlaceButton placeOf={placeOf} range={refusal.range} onPlace={onPlace} />
          </Refused>
        ))}
        {refusals.length > MAX_SHOWN && <Refused>{refusals.length - MAX_SHOWN} more aren’t listed.</Refused>}
      </List>
    </>
  );
}
