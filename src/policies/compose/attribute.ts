import type { Source } from '../model/composedDocument.ts';
import type { ExpandedStatement } from './expandTemplate.ts';
import type { AttributedStatement } from './merge/mergeStatements.ts';
import type { SidSource } from './merge/sids.ts';

const attributedStatements = new WeakMap<
  readonly ExpandedStatement[],
  Map<string, readonly AttributedStatement[]>
>();

/**
 * Expanded statements with who asks for them. The same objects come back for the same expansion and source, so that
 * merging can keep what it knows about them.
 */
export function attribute(
  expanded: readonly ExpandedStatement[],
  source: Source,
  name: Omit<SidSource, 'row'>,
): readonly AttributedStatement[] {
  const bySource = attributedStatements.get(expanded) ?? new Map<string, readonly AttributedStatement[]>();
  attributedStatements.set(expanded, bySource);
  const key = Object.values(source).join(' ');
  const statements =
    bySource.get(key) ??
    expanded.map(({ statement, row }) => ({ statement, name: { ...name, row }, sources: [source] }));
  bySource.set(key, statements);
  return statements;
}
