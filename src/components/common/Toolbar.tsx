import { styled } from '@mui/material/styles';
import { below } from './theme.ts';
import { inkOf, type Tone } from './Note.tsx';
import { stackLook, type StackProps } from './Stack.tsx';

interface ToolbarProps extends StackProps {
  readonly tone?: Tone;
  /** Colored like the page around the text, not like the text. */
  readonly onPage?: boolean;
  /** Leaves at least half of the height to the text, and scrolls. */
  readonly bounded?: boolean;
}

/** A bar above what it is about. It has no role of its own: a `toolbar` needs arrow keys as well. */
export const Toolbar = styled('div')<ToolbarProps>((props) => ({
  ...stackLook({ row: true, gap: 2, rowGap: 1, px: 4, py: 1, small: true, ...props }),
  '& label': { whiteSpace: 'nowrap' },
  [below.largeText]: { flexWrap: 'wrap', '& label': { whiteSpace: 'normal' } },
  borderBottom: '1px solid var(--hairline)',
  ...(props.bounded && { flex: 'none', maxHeight: '45%', overflow: 'auto' }),
  background: props.onPage ? 'var(--page)' : undefined,
  color: props.tone ? inkOf(props.tone) : undefined,
}));
