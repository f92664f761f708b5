import { styled } from '@mui/material/styles';
import { createPortal } from 'react-dom';
import { ForeignText } from '../common/ForeignText.tsx';
import { fontMono, onPaper } from '../common/theme.ts';
import { useIsPrinted } from '../common/useIsPrinted.ts';

const Paper = styled('article')({
  color: '#000',
  '& h1': { margin: '0 0 8px', fontSize: 16, lineHeight: '24px' },
  '& pre': {
    margin: 0,
    font: `12px/18px ${fontMono}`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

interface PrintedPolicyProps {
  readonly title: string;
  readonly text: string;
}

/** What is on paper in place of the page: one policy, whole. The editor draws only the lines that are in sight. */
export function PrintedPolicy({ title, text }: PrintedPolicyProps) {
  if (!useIsPrinted()) return null;
  const lines = text.trimEnd().split('\n');
  return createPortal(
    <Paper className={onPaper}>
      <h1>
        <ForeignText text={title} use="prose" />
      </h1>
      <pre>
        {lines.map((line, index) => (
          // A line has no identity but its number
          <div key={index}>
            <ForeignText text={line} use="json" />
          </div>
        ))}
      </pre>
    </Paper>,
    document.body,
  );
}
