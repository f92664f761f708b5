import { BUILD_WIDTH, saveBuildWidth } from '../../state/storage/preferences.ts';
import { Separator as Line } from '../common/Separator.tsx';

interface SeparatorProps {
  /** Of the wizard, in pixels. */
  readonly width: number;
  readonly onChange: (width: number) => void;
}

/** Between the two halves. Its place is kept. */
export function Separator({ width, onChange }: SeparatorProps) {
  const change = (next: number) => {
    onChange(next);
    saveBuildWidth(next);
  };
  return (
    <Line label="Wizard width" orientation="vertical" size={width} range={BUILD_WIDTH} onSize={change} />
  );
}
