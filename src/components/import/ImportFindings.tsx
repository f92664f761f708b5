import { styled } from '@mui/material/styles';
import { memo, type ReactNode, useMemo } from 'react';
import type { TextRange } from '../../policies/language/policy.ts';
import type { Refusal } from '../../policies/import/reading.ts';
import type { ReviewItem } from '../../state/import/reviewItems.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { ImportedPolicy } from './ImportedPolicy.tsx';
import { PlaceButton } from './PolicyNotes.tsx';
import { useCounts } from './useCounts.ts';
import { placesOf, refusalText } from './importWords.ts';
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
  readonly items: readonly ReviewItem[];
  readonly shown: ReviewItem | undefined;
  onPlace(range: TextRange): void;
  /** The findings of the one that is shown. */
  readonly children: ReactNode;
}

/** The policies that a text holds, each with its findings, and what of it is refused. There may be hundreds: only what changed is drawn anew. */
export const ImportFindings = memo(function ImportFindings({
  reading,
  items,
  shown,
  onPlace,
  children,
}: ImportFindingsProps) {
  const { text, refusals } = reading;
  const findings = useCounts(items);
  const placeOf = useMemo(() => placesOf(text), [text]);
  return (
    <>
      {items.length > 0 && (
        <List look="rows" py={2} mb={3} aria-label="Policies found">
          {items.map((item) => (
            <ImportedPolicy
              key={item.key}
              text={text}
              item={item}
              findings={findings.get(item.key)}
              isShown={item.key === shown?.key}
              onPlace={onPlace}
            >
              {item.key === shown?.key && children}
            </ImportedPolicy>
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
