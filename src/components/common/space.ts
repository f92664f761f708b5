/** Distances in steps of the theme's spacing, 4 px each. */
export type Space = 0 | 0.5 | 1 | 1.5 | 2 | 2.5 | 3 | 4 | 5 | 6 | 12;

const STEP = 4;

export const px = (space: Space): number => space * STEP;

/** Distances around and within a primitive. What is left out is zero. */
export interface Spacing {
  readonly mt?: Space;
  readonly mb?: Space;
  readonly px?: Space;
  readonly py?: Space;
  /** Where one side differs from `px` or `py`. */
  readonly pt?: Space;
  readonly pb?: Space;
  readonly pl?: Space;
}

export const spacing = ({
  mt = 0,
  mb = 0,
  px: inline = 0,
  py: block = 0,
  pt = block,
  pb = block,
  pl = inline,
}: Spacing) => ({
  margin: `${px(mt)}px 0 ${px(mb)}px`,
  padding: `${px(pt)}px ${px(inline)}px ${px(pb)}px ${px(pl)}px`,
});

/** Small text: the size of everything but headings and choices. */
export const SMALL = 13;

/** For screen readers alone. As the class `visually-hidden`, where it depends on the width of the window. */
export const visuallyHidden = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;
