/** How bars above the text look, whatever element they are. */
export const bar = {
  maxHeight: '45%',
  overflow: 'auto',
  padding: '4px 16px',
  borderBottom: '1px solid var(--hairline)',
  background: 'var(--page)',
  fontSize: 13,
} as const;
