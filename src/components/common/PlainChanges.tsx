import { styled } from '@mui/material/styles';
import { diffLines } from 'diff';
import { useMemo } from 'react';
import { fontMono } from './theme.ts';
import { ForeignText } from './ForeignText.tsx';

const Pre = styled('pre')({
  height: '100%',
  margin: 0,
  padding: '8px 0',
  overflow: 'auto',
  font: `13px/20px ${fontMono}`,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  '& > span, & > ins, & > del': { display: 'block', padding: '0 16px', textDecoration: 'none' },
  '& > ins': { color: 'var(--diff-added)' },
  '& > del': { color: 'var(--diff-removed)' },
});

const signs = { ins: '+ ', del: '− ', span: '  ' } as const;

/** The text comparison without an editor: removed and added lines, marked by sign, color and element. */
export function PlainChanges({ before, after }: { readonly before: string; readonly after: string }) {
  const parts = useMemo(() => diffLines(before, after), [before, after]);
  return (
    <Pre tabIndex={0} role="region" aria-label="Changed text">
      {parts.flatMap((part, index) => {
        const Line = part.added ? 'ins' : part.removed ? 'del' : 'span';
        return part.value
          .replace(/\n$/, '')
          .split('\n')
          .map((text, line) => (
            <Line key={`${index}-${line}`}>
              {signs[Line]}
              <ForeignText text={text} use="json" />
            </Line>
          ));
      })}
    </Pre>
  );
}
