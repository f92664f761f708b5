import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { besideWords } from './theme.ts';
import { SMALL, type Spacing, spacing } from './space.ts';

const Frame = styled('div')<Spacing>((props) => ({
  ...spacing({ px: 2, py: 1.5, ...props }),
  display: 'flex',
  gap: 8,
  border: '1px solid var(--caution)',
  borderRadius: 4,
  color: 'var(--caution)',
  fontSize: SMALL,
  '& > div': { minWidth: 0 },
  '& p': { margin: '0 0 4px' },
  '& code': { color: 'var(--ink)' },
  '& a': { color: 'inherit' },
  '& .MuiButton-text': { marginLeft: besideWords },
}));

interface WarningProps extends Spacing {
  readonly children: ReactNode;
}

/** A note in a frame of its own, for what has a consequence that the choice beside it does not show. */
export function Warning({ children, ...distances }: WarningProps) {
  return (
    <Frame role="note" {...distances}>
      <Icon name="warning" />
      <div>{children}</div>
    </Frame>
  );
}
