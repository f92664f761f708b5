import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { FoundPolicy } from '../../policies/import/importReading.ts';
import type { TextRange } from '../../policies/language/policy.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { List } from '../common/List.tsx';
import { Stack } from '../common/Stack.tsx';
import type { PlaceOf } from './importWords.ts';
import { noteText, repairText } from './readingWords.ts';

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

const MAX_LINES = 50;

/** Goes to a place; nothing where the text is not shown. */
export type GoTo = ((range: TextRange) => void) | undefined;

interface PolicyNotesProps {
  readonly policy: FoundPolicy;
  readonly placeOf: PlaceOf;
  readonly onPlace: GoTo;
  /** Writes the policy as it was read in place of the text; absent where it is on its own. */
  onRepair?(text: string): void;
}

/** Everything that reading a policy changed or could not know, with its place in the text. */
export function PolicyNotes({ policy, placeOf, onPlace, onRepair }: PolicyNotesProps) {
  const repairs = policy.repairs.map((repair) => ({ words: `${repairText(repair)}.`, range: repair.range }));
  const notes = policy.notes.map((note) => ({ words: `${noteText(note)}.`, range: note.range }));
  if (repairs.length + notes.length === 0) return null;
  return (
    <Stack gap={1} mb={2} small>
      {repairs.length > 0 && <p>Corrected as it was read. The text itself is unchanged:</p>}
      <Lines lines={repairs} placeOf={placeOf} onPlace={onPlace} />
      <Lines lines={notes} placeOf={placeOf} onPlace={onPlace} />
      {onRepair && policy.repairs.length > 0 && (
        <div>
          <Button variant="outlined" onClick={() => onRepair(policy.text)}>
            Use the repaired text
          </Button>
        </div>
      )}
    </Stack>
  );
}

interface LinesProps extends Pick<PolicyNotesProps, 'placeOf' | 'onPlace'> {
  readonly lines: readonly { readonly words: string; readonly range: TextRange }[];
}

const Lines = ({ lines, placeOf, onPlace }: LinesProps) =>
  lines.length > 0 && (
    <List>
      {lines.slice(0, MAX_LINES).map(({ words, range }) => (
        <li key={`${range.offset} ${words}`}>
          <ForeignText text={words} use="prose" />{' '}
          <PlaceButton placeOf={placeOf} range={range} onPlace={onPlace} />
        </li>
      ))}
      {lines.length > MAX_LINES && <li>{lines.length - MAX_LINES} more like this aren’t listed.</li>}
    </List>
  );

interface PlaceButtonProps {
  readonly placeOf: PlaceOf;
  readonly range: TextRange;
  readonly onPlace: GoTo;
}

/** Goes to a place of the text, or names it where the text is not shown. */
export const PlaceButton = ({ placeOf, range, onPlace }: PlaceButtonProps) =>
  onPlace ? (
    <Place type="button" onClick={() => onPlace(range)}>
      {placeOf(range.offset)}
    </Place>
  ) : (
    placeOf(range.offset)
  );
