import { styled } from '@mui/material/styles';
import { inkOf, type Tone } from './Note.tsx';
import { SMALL, type Spacing, spacing } from './space.ts';

interface BoxProps extends Spacing {
  readonly line?: 'above' | 'below';
  readonly on?: 'page' | 'surface' | 'accent-quiet';
  readonly tone?: Tone;
  readonly small?: boolean;
  /** The height that the others of its column leave. */
  readonly rest?: boolean;
  /** As high as what it is in. */
  readonly tall?: boolean;
  /** What covers it is placed in it. */
  readonly covered?: boolean;
  /** Scrolls what does not fit its height. */
  readonly scrolls?: boolean;
  /** On the color of surfaces: no higher than this. What doesn’t fit scrolls, and a shade says that there is more. */
  readonly most?: string;
  /** Where the window is narrower, it is not there. A media query of the theme. */
  readonly notBelow?: string;
}

const LINE = '1px solid var(--hairline)';

/** The shade stays at the lower edge; at the end of what scrolls, what is above it covers it. */
const shade = [
  'linear-gradient(var(--surface), var(--surface)) bottom / 100% 12px no-repeat local',
  'linear-gradient(transparent, color-mix(in srgb, var(--ink) 22%, transparent)) bottom / 100% 12px no-repeat scroll',
].join();

/** An element with distances, a line and colors, and no layout. With `as` it is any element. */
export const Box = styled('div')<BoxProps>(
  ({ line, on, tone, covered, rest, scrolls, most, notBelow, ...props }) => ({
    ...spacing(props),
    borderTop: line === 'above' ? LINE : undefined,
    borderBottom: line === 'below' ? LINE : undefined,
    background: most ? shade : on && `var(--${on})`,
    maxHeight: most,
    color: tone && inkOf(tone),
    fontSize: props.small ? SMALL : undefined,
    flex: rest ? 1 : undefined,
    height: props.tall ? '100%' : undefined,
    ...(covered && { position: 'relative', minHeight: 0 }),
    overflow: scrolls || most ? 'auto' : undefined,
    ...(notBelow && { [notBelow]: { display: 'none' } }),
  }),
);
