import { styled } from '@mui/material/styles';
import { type Entry, entryGroups } from '../../state/search/searchEntry.ts';
import { Box } from '../common/Box.tsx';
import { PaletteRow } from './PaletteRow.tsx';

const Title = styled('div')({
  padding: '8px 8px 4px',
  color: 'var(--ink-2)',
  fontSize: 12,
  fontWeight: 600,
});

interface PaletteResultsProps {
  readonly id: string;
  readonly found: readonly Entry[];
  readonly selected: Entry | undefined;
  /** Before anything is typed there is one group. */
  readonly hasTitles: boolean;
  onRun(entry: Entry): void;
}

/** What was found, by group. */
export function PaletteResults({ id, found, selected, hasTitles, onRun }: PaletteResultsProps) {
  return (
    <Box
      scrolls
      px={3}
      pb={3}
      style={{ height: 360, maxHeight: '60vh' }}
      id={id}
      role="listbox"
      aria-label="Commands"
    >
      {entryGroups.map((group) => {
        const members = found.filter((entry) => entry.group === group);
        if (members.length === 0) return null;
        return (
          <div key={group} role="group" aria-label={group}>
            {hasTitles && <Title aria-hidden="true">{group}</Title>}
            {members.map((entry) => (
              <PaletteRow
                key={entry.key}
                id={`${id}-${entry.key}`}
                entry={entry}
                selected={entry === selected}
                onRun={onRun}
              />
            ))}
          </div>
        );
      })}
    </Box>
  );
}
