import { List } from '../common/List.tsx';
import { useMemo } from 'react';
import type { AskedRow } from '../../policies/access/reach/reachable.ts';
import { useReachable } from './reachableRows.ts';
import { ReachLine } from './ReachLine.tsx';

/** Rows of one role, each with a request that shows it, or that there is none. */
export function AnsweredLines({ lines }: { readonly lines: readonly AskedRow[] }) {
  // Asked again only where the rows are others.
  const text = JSON.stringify(lines);
  const asked = useMemo((): readonly AskedRow[] => JSON.parse(text), [text]);
  const { rows } = useReachable(asked);
  return (
    <List>
      {asked.map(({ row }, index) => (
        <ReachLine key={`${text} ${index}`} row={row} possibility={rows(index)} />
      ))}
    </List>
  );
}
