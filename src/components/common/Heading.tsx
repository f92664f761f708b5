import { styled } from '@mui/material/styles';
import { type Spacing, spacing } from './space.ts';

const looks = {
  dialog: { fontSize: 16, lineHeight: '24px' },
  section: { fontSize: 14, lineHeight: '20px' },
  group: { fontSize: 13, lineHeight: '20px' },
  list: { fontSize: 12, lineHeight: '20px' },
} as const;

interface HeadingProps extends Spacing {
  /** How it looks. Its level in the outline is that of its element: `h3` unless `as` says otherwise. */
  readonly look?: keyof typeof looks;
  readonly tone?: 'plain' | 'quiet';
}

/** The title of a part. */
export const Heading = styled('h3')<HeadingProps>((props) => ({
  ...spacing(props),
  ...looks[props.look ?? 'section'],
  fontWeight: 600,
  ...(props.tone === 'quiet' && { color: 'var(--ink-2)' }),
}));
