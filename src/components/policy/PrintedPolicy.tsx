import { styled } from '@mui/material/styles';
import { createPortal } from 'react-dom';
import { ForeignText } from '../common/ForeignText.tsx';
import { PrintedText } from '../common/PrintedText.tsx';
import { onPaper } from '../common/theme.ts';
import { useIsPrinted } from '../common/useIsPrinted.ts';

const Paper = styled('article')({
  color: '#000',
  '& h1': { margin: '0 0 8px', fontSize: 16, lineHeight: '24px' },
});

interface PrintedPolicyProps {
  readonly title: string;
  readonly text: string;
}

/** What is on paper in place of the page: one policy, whole. The editor draws only the lines that are in sight. */
export function PrintedPolicy({ title, text }: PrintedPolicyProps) {
  if (!useIsPrinted()) return null;
  return createPortal(
    <Paper className={onPaper}>
      <h1>
        <ForeignText text={title} use="prose" />
      </h1>
      <PrintedText text={text} />
    </Paper>,
    document.body,
  );
}
