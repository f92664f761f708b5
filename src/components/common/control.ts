/** How fields look, whatever element they are. */
export const control = {
  minWidth: 0,
  height: 32,
  padding: '0 8px',
  border: '1px solid var(--edge)',
  borderRadius: 4,
  background: 'var(--surface)',
  color: 'var(--ink)',
  font: 'inherit',
  '@media (pointer: coarse)': { height: 44, fontSize: 16 },
} as const;

/** A button that looks like the text in it. */
export const plainButton = {
  border: 'none',
  borderRadius: 4,
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  outlineOffset: -2,
} as const;
