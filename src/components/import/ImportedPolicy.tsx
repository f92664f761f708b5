import { kindTitles } from '../../policies/model/labels.ts';
import { styled } from '@mui/material/styles';
import { memo, useId } from 'react';
import type { DocumentKind, TextRange } from '../../policies/language/policy.ts';
import type { FoundPolicy } from '../../policies/import/reading.ts';
import { Choice } from '../common/Choice.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { PolicyCharacters } from '../common/PolicyCharacters.tsx';
import type { Picks } from './picks.ts';
import { documentKinds, noteText, repairText } from './importWords.ts';
import { List } from '../common/List.tsx';
import { Select } from '../common/Select.tsx';

const Inner = styled('div')({
  padding: '0 0 4px 24px',
  fontSize: 13,
});
const Place = styled('button')({
  minHeight: 24,
  padding: 0,
  border: 'none',
  background: 'none',
  color: 'var(--accent)',
  font: 'inherit',
  textDecoration: 'underline',
  cursor: 'pointer',
});

const kinds = documentKinds.map((kind) => ({ value: kind, label: kindTitles[kind] }));

interface ImportedPolicyProps {
  /** Says where in the text a place is. */
  placeOf(offset: number): string;
  readonly policy: FoundPolicy;
  /** Its place in the reading. */
  readonly index: number;
  readonly kind: DocumentKind;
  readonly wanted: boolean;
  onPicks(change: (picks: Picks) => Picks): void;
  onPlace(range: TextRange): void;
}

/** A policy that was found, with everything that reading it changed or could not know. */
export const ImportedPolicy = memo(function ImportedPolicy({
  placeOf,
  policy,
  index,
  kind,
  wanted,
  onPicks,
  onPlace,
}: ImportedPolicyProps) {
  const field = useId();
  const lines = [
    ...policy.repairs.map((repair) => ({ words: `Fixed: ${repairText(repair)}.`, range: repair.range })),
    ...policy.notes.map((note) => ({ words: `${noteText(note)}.`, range: note.range })),
  ];
  return (
    <li>
      <Choice
        type="checkbox"
        checked={wanted}
        onChange={({ target: { checked } }) =>
          onPicks((picks) => ({ ...picks, wanted: { ...picks.wanted, [index]: checked } }))
        }
        title={<ForeignText text={policy.title} use="prose" />}
        help={<ForeignText text={policy.source} use="prose" />}
      />
      <Inner>
        <label htmlFor={field}>
          Policy type<span className="visually-hidden"> of {policy.title}</span>{' '}
        </label>
        <Select
          id={field}
          value={kind}
          options={kinds}
          onChange={(chosen) =>
            onPicks((picks) => ({ ...picks, kinds: { ...picks.kinds, [index]: chosen } }))
          }
        />
        <PolicyCharacters text={policy.text} />
        <List mt={1}>
          {lines.slice(0, MAX_LINES).map(({ words, range }) => (
            <li key={`${range.offset} ${words}`}>
              <ForeignText text={words} use="prose" />{' '}
              <PlaceButton placeOf={placeOf} range={range} onPlace={onPlace} />
            </li>
          ))}
          {lines.length > MAX_LINES && <li>{lines.length - MAX_LINES} more like this aren’t listed.</li>}
        </List>
      </Inner>
    </li>
  );
});

const MAX_LINES = 50;

interface PlaceButtonProps {
  placeOf(offset: number): string;
  readonly range: TextRange;
  onPlace(range: TextRange): void;
}

/** Goes to a place of the pasted text. */
export const PlaceButton = ({ placeOf, range, onPlace }: PlaceButtonProps) => (
  <Place type="button" onClick={() => onPlace(range)}>
    {placeOf(range.offset)}
  </Place>
);
