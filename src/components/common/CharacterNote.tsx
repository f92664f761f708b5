import { styled } from '@mui/material/styles';
import { useMemo } from 'react';
import { isPlain, useCharacters } from './characters.ts';
import { ForeignText } from './ForeignText.tsx';

const Note = styled('span')({
  display: 'block',
  color: 'var(--caution)',
  fontSize: 12,
  lineHeight: '18px',
  overflowWrap: 'anywhere',
  '&[data-apart="true"]': { padding: '6px 16px', borderBottom: '1px solid var(--hairline)', fontSize: 13 },
});

interface CharacterNoteProps {
  readonly text: string;
  /** Which text, where it is not below its field. */
  readonly of?: string;
}

/** Below a field, which shows a text as it looks: what is in a name that can't be seen or looks like something else. */
export function CharacterNote({ text, of }: CharacterNoteProps) {
  const characters = useCharacters(!isPlain(text));
  const isFound = useMemo(
    () => characters?.visibleText(text, 'prose').some((piece) => typeof piece !== 'string') ?? false,
    [characters, text],
  );
  if (!isFound) return null;
  return (
    <Note role="note" data-apart={of !== undefined}>
      {of === undefined ? 'Hidden' : `${of}: hidden`} or look-alike characters:{' '}
      <ForeignText text={text} use="prose" />
    </Note>
  );
}
