import { styled } from '@mui/material/styles';
import { fontMono } from '../common/theme.ts';

/** Where the editor has its text, the numbers of its lines, and the spines of personas: it takes the place of this text. */
const TEXT_LEFT = 88;
/** The same without an editor to come. */
const PLAIN_LEFT = 12;
const NUMBERS = { left: 20, width: 24 };
const SPINES_LEFT = 44;

/** The lines of a policy as elements. */
export const Pre = styled('pre')({
  flex: 1,
  minHeight: 0,
  margin: 0,
  padding: '8px 0',
  overflow: 'auto',
  font: `13px/20px ${fontMono}`,
  fontFeatureSettings: '"liga" 0, "calt" 0',
  color: 'var(--ink-2)',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  // What does not fit goes on below its own line's indent.
  '& > span': {
    display: 'block',
    position: 'relative',
    padding: `0 16px 0 calc(${PLAIN_LEFT}px + var(--indent) + 2ch)`,
    textIndent: '-2ch',
    borderLeft: '3px solid var(--unmarked)',
  },
  '& > span[data-traced="true"]': { background: 'var(--traced-line)' },
  '& > span[data-caret="true"]': { outline: '1px solid var(--accent)', outlineOffset: -1 },
  // Out of the text's way, so that no line is broken behind it.
  '& s': {
    position: 'absolute',
    left: PLAIN_LEFT,
    top: 0,
    bottom: 0,
    textIndent: 0,
    whiteSpace: 'pre',
    textDecoration: 'none',
  },
  '& b': { fontWeight: 400, color: 'var(--code-key)' },
  '& q': { quotes: 'none', color: 'var(--code-string)' },
  '& i': { fontStyle: 'normal', color: 'var(--ink-2)', fontSize: 12, lineHeight: '16px' },
  '&[data-as-editor="true"]': {
    counterReset: 'line',
    '& > span': {
      counterIncrement: 'line',
      border: 0,
      padding: `0 14px 0 calc(${TEXT_LEFT}px + var(--indent) + 2ch)`,
    },
    '& s': {
      left: TEXT_LEFT,
      background: 'repeating-linear-gradient(to right, var(--hairline) 0 1px, transparent 1px 2ch)',
    },
    '& > span::before': {
      content: 'counter(line)',
      position: 'absolute',
      ...NUMBERS,
      textIndent: 0,
      textAlign: 'right',
      color: 'var(--ink-3)',
    },
    '& > span::after': {
      content: '""',
      position: 'absolute',
      left: SPINES_LEFT,
      top: 0,
      bottom: 0,
      width: 24,
      background: 'var(--spines)',
    },
  },
});
