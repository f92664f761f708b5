import { styled } from '@mui/material/styles';
import type { EntryPiece } from '../../policies/values/entry.ts';
import { choiceWords, problemSentence } from '../../policies/values/entryWords.ts';
import { FieldError } from '../common/Field.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { InlineButton } from '../common/InlineButton.tsx';
import { Note } from '../common/Note.tsx';
import type { ReadFrom } from './valueEntry.ts';
import type { WrongEntry } from './wrongEntries.ts';

/** On a line of its own, from its beginning. */
const Use = styled(InlineButton)({
  display: 'flex',
  justifyContent: 'flex-start',
  marginLeft: -4,
  textAlign: 'left',
  overflowWrap: 'anywhere',
});

interface ReadingNotesProps {
  /** Begins the id of each error. */
  readonly id: string;
  readonly label: string;
  readonly understood: ReadFrom | null;
  readonly wrong: readonly WrongEntry[];
  /** Whether each error names its value, since there are several. */
  readonly areNamed: boolean;
  onUndo(): void;
  onUse(place: number, values: readonly string[]): void;
}

/** Below a field: from what its value was read, and what is wrong with which value. */
export function ReadingNotes({ id, label, understood, wrong, areNamed, onUndo, onUse }: ReadingNotesProps) {
  return (
    <>
      {understood && (
        <Note mt={1}>
          Read from <ForeignText text={shortened(understood.source)} />. {understood.sentences}{' '}
          <InlineButton onClick={onUndo}>
            Undo<span className="visually-hidden"> reading of {label}</span>
          </InlineButton>
        </Note>
      )}
      {wrong.map((entry) => (
        <FieldError key={entry.place} id={`${id}-error${entry.place}`}>
          {areNamed && (
            <>
              <ForeignText text={shortened(entry.value)} />:{' '}
            </>
          )}
          {sentenceOf(entry)}
          {choicesOf(entry).map(({ words, values }) => (
            <Use key={values.join()} onClick={() => onUse(entry.place, values)}>
              Use {values.join(' and ')}
              {words && ` (${words})`}
            </Use>
          ))}
        </FieldError>
      ))}
    </>
  );
}

const MOST_SHOWN = 120;

const shortened = (text: string): string =>
  text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text.trim().replaceAll('\n', ', ');

const NOT_YET = 'This value isn’t in the format that the policy needs. ';

/** What is wrong; with an example where there is nothing to choose from. */
function sentenceOf(entry: WrongEntry): string {
  const { pieces, example } = entry.reading;
  const [piece] = pieces;
  if (!piece || isItself(entry)) return withExample(entry.rule ?? '', example);
  if (pieces.length > 1 || piece.state === 'read') return NOT_YET;
  const sentence = problemSentence(piece.problem);
  return hasChoices(piece) ? `${sentence} ` : withExample(sentence, example);
}

/** Some rules name an example of their own. */
const withExample = (sentence: string, example: string): string =>
  sentence.includes('for example') ? sentence : `${sentence} Example: ${example}`;

/** The value has its form, and breaks another rule. */
const isItself = ({ reading: { pieces }, value }: WrongEntry): boolean =>
  pieces.length === 1 && pieces[0]?.state === 'read' && pieces[0].value === value.trim();

const hasChoices = (piece: EntryPiece): boolean => piece.state === 'ambiguous' && piece.choices.length > 0;

/** What a value can be replaced with: the ways to read it, or the one. */
function choicesOf(entry: WrongEntry): readonly { words: string; values: readonly string[] }[] {
  const { pieces } = entry.reading;
  const [piece] = pieces;
  if (isItself(entry)) return [];
  if (piece?.state === 'ambiguous' && pieces.length === 1)
    return piece.choices.map((choice) => ({ words: choiceWords(choice), values: choice.values }));
  const values = pieces.flatMap((one) => (one.state === 'read' ? [one.value] : []));
  return values.length > 0 && values.length === pieces.length ? [{ words: '', values }] : [];
}
