import type { Variable } from '../../policies/library/variables/variable.ts';

/** What is in the policies for a variable without a value, at the end of its label's line. */
export const Placeholders = ({ of }: { readonly of: Variable }) => (
  <code style={{ marginLeft: 'auto', color: 'var(--ink-3)' }}>
    {of.placeholders.map((name) => `<${name}>`).join(' / ')}
  </code>
);
