import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { memo, type ReactNode, useMemo, useState } from 'react';
import type { Refusal } from '../../policies/import/importReading.ts';
import type { ReviewItem } from '../../state/import/reviewItems.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { ImportedPolicy } from './ImportedPolicy.tsx';
import { type GoTo, PlaceButton } from './PolicyNotes.tsx';
import { FEW, hasWords, PolicyFilter } from './PolicyFilter.tsx';
import { useItemFindings } from './useItemFindings.ts';
import type { PlaceOf } from './importWords.ts';
import { refusalText } from './readingWords.ts';
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
  readonly placeOf: PlaceOf;
  /** Absent where the text is not shown. */
  readonly onPlace: GoTo;
  /** The findings of the one that is shown. */
  readonly children: ReactNode;
}

/** The policies that a text holds, each with its findings, and what of it is refused. There may be hundreds: only what changed is drawn anew. */
export const ImportFindings = memo(function ImportFindings({
  reading,
  placeOf,
  items,
  shown,
  onPlace,
  children,
}: ImportFindingsProps) {
  const { refusals } = reading;
  const [words, setWords] = useState('');
  const [most, setMost] = useState(MOST_ROWS);
  const matching = useMemo(() => items.filter((item) => hasWords(item, words)), [items, words]);
  const rows = useMemo(() => matching.slice(0, most), [matching, most]);
  const findings = useItemFindings(rows);
  return (
    <>
      {items.length > FEW && (
        <PolicyFilter words={words} matching={matching} all={items.length} onWords={setWords} />
      )}
      {rows.length > 0 && (
        <List look="rows" py={2} mb={3} aria-label="Policies found">
          {rows.map((item) => (
            <ImportedPolicy
              key={item.key}
              placeOf={placeOf}
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
      <ShowMore left={matching.length - most} onMore={() => setMost(most + MOST_ROWS)} />
      {refusals.length > 0 && <Refusals placeOf={placeOf} refusals={refusals} onPlace={onPlace} />}
    </>
  );
});

const ShowMore = ({ left, onMore }: { readonly left: number; onMore(): void }) =>
  left > 0 && <Button onClick={onMore}>Show more: {left} policies aren’t shown</Button>;

interface RefusalsProps {
  readonly placeOf: PlaceOf;
  readonly refusals: readonly Refusal[];
  readonly onPlace: GoTo;
}

/** So many policies are drawn at a time. */
const MOST_ROWS = 30;

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
