import { styled } from '@mui/material/styles';
import { memo } from 'react';
import { fontMono } from '../common/theme.ts';
import { ForeignText } from '../common/ForeignText.tsx';

const Pre = styled('pre')({
  height: '100%',
  margin: 0,
  padding: '8px 16px',
  overflow: 'auto',
  font: `13px/20px ${fontMono}`,
  tabSize: 2,
  whiteSpace: 'pre',
  '& i': { fontStyle: 'normal', color: 'var(--ink-2)' },
  '& b': { fontWeight: 400, color: 'var(--code-string)' },
});

/** A comment to the end of its line, or a text in quotes; the rest is as it is. */
const TOKENS = /((?:^|(?<=\s))(?:#|\/\/).*$)|("(?:[^"\\]|\\.)*"|'[^']*')/;

/** Code without an editor: comments and texts in quotes stand out. */
export const PlainCode = memo(function PlainCode({
  title,
  text,
}: {
  readonly title: string;
  readonly text: string;
}) {
  return (
    <Pre tabIndex={0} role="region" aria-label={`${title}, as text`}>
      {text.split('\n').map((line, index) => (
        <span
          // A line has no identity but its number
          key={index}
        >
          {piecesOf(line)}
          {'\n'}
        </span>
      ))}
    </Pre>
  );
});

/** What lies between two tokens comes between them in the split, as do the groups that did not match. */
function piecesOf(line: string) {
  return line.split(TOKENS).map((piece, index) => {
    if (piece === undefined || piece === '') return null;
    const shown = <ForeignText key={index} text={piece} use="prose" />;
    if (index % 3 === 1) return <i key={index}>{shown}</i>;
    return index % 3 === 2 ? <b key={index}>{shown}</b> : shown;
  });
}
