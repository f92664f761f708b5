import { styled } from '@mui/material/styles';
import { useMemo } from 'react';
import type { TextUse } from '../../policies/language/characters/foundCharacter.ts';
import type { VisiblePiece } from '../../policies/language/characters/visibleText.ts';
import { fontMono } from './theme.ts';
import { withBreaks } from './breaks.tsx';
import { isPlain, useCharacters } from './characters.ts';

const Chip = styled('span')({
  padding: '0 2px',
  border: '1px solid var(--caution)',
  borderRadius: 3,
  color: 'var(--caution)',
  font: `11px/14px ${fontMono}`,
  whiteSpace: 'nowrap',
});

/** Texts made to be bad have more; then the rest is shown as one text. */
const MOST_CHIPS = 200;

interface ForeignTextProps {
  readonly text: string;
  /** `json`: a line of a policy as it is written. */
  readonly use?: TextUse | 'json';
}

/**
 * A text that somebody else may have written: what cannot be seen or looks like something else is a chip with its code point,
 * and marks that turn the direction of writing do not reach out of it.
 */
export function ForeignText({ text, use = 'value' }: ForeignTextProps) {
  const plain = isPlain(text) && !(use === 'json' && text.includes('\\'));
  const characters = useCharacters(!plain);
  const pieces = useMemo(() => {
    if (!characters) return [text];
    return use === 'json' ? characters.visibleJson(text) : characters.visibleText(text, use);
  }, [characters, text, use]);
  const isProse = use === 'prose';
  if (plain) return withBreaks(text, isProse);
  const rest = pieces.slice(2 * MOST_CHIPS);
  return (
    <bdi>
      {pieces.slice(0, 2 * MOST_CHIPS).map((piece, place) => (
        <Piece key={place} piece={piece} isProse={isProse} />
      ))}
      {rest.map((piece) => (typeof piece === 'string' ? piece : piece.label)).join('')}
    </bdi>
  );
}

function Piece({ piece, isProse }: { readonly piece: VisiblePiece; readonly isProse: boolean }) {
  if (typeof piece === 'string') return withBreaks(piece, isProse);
  return (
    <Chip title={piece.name} data-character={piece.label}>
      {piece.label}
    </Chip>
  );
}
