import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { exporters } from '../../policies/exports/index.ts';
import { Choice } from '../common/Choice.tsx';

const Formats = styled('fieldset')({
  margin: '0 0 12px',
  padding: 0,
  border: 'none',
  '& > legend': { padding: 0, fontWeight: 600 },
  '& > div': {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 250px), 1fr))',
    columnGap: 24,
  },
});

interface ExportFormatsProps {
  /** Id of an exporter. */
  readonly chosen: string;
  choose(id: string): void;
}

export function ExportFormats({ chosen, choose }: ExportFormatsProps) {
  const name = useId();
  return (
    <Formats>
      <legend>Format</legend>
      <div>
        {exporters.map(({ id, label, help }) => (
          <Choice
            key={id}
            type="radio"
            name={name}
            checked={id === chosen}
            onChange={() => choose(id)}
            title={label}
            help={help}
          />
        ))}
      </div>
    </Formats>
  );
}
