import { styled } from '@mui/material/styles';
import { fontMono } from './theme.ts';
import { type Spacing, spacing } from './space.ts';

interface CodeBlockProps extends Spacing {
  /** With an edge on the page's surface, for text that is looked at for its own sake; without it on sunken ground. */
  readonly framed?: boolean;
}

/** Several lines of code. `ins` and `del` are lines that were added and removed. Code within text is a plain `code`. */
export const CodeBlock = styled('pre')<CodeBlockProps>((props) => ({
  ...spacing({ px: 2, py: 2, ...props }),
  overflow: 'auto',
  background: 'var(--sunken)',
  ...(props.framed && { border: '1px solid var(--hairline)', background: 'var(--surface)' }),
  font: `12px/18px ${fontMono}`,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  '& > span, & > ins, & > del': { display: 'block', textDecoration: 'none' },
  '& > ins': { color: 'var(--diff-added)' },
  '& > del': { color: 'var(--diff-removed)' },
}));

const small = { font: `12px/20px ${fontMono}`, overflowWrap: 'anywhere' } as const;

/** Code within text that may be as long as a line: a resource, a value. */
export const CodeText = styled('code')(small);

/** A line of nothing but code: names of actions. */
export const CodeLine = styled('p')({ margin: 0, ...small });
