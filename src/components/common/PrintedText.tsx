import { styled } from '@mui/material/styles';
import { ForeignText } from './ForeignText.tsx';
import { fontMono } from './theme.ts';

const Lines = styled('pre')({
  margin: 0,
  font: `12px/18px ${fontMono}`,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
});

/** A text on paper, whole: an editor draws only the lines that are in sight, and a field those that fit it. */
export const PrintedText = ({ text }: { readonly text: string }) => (
  <Lines>
    {text
      .trimEnd()
      .split('\n')
      .map((line, index) => (
        // A line has no identity but its number
        <div key={index}>
          <ForeignText text={line} use="json" />
        </div>
      ))}
  </Lines>
);
