import { exporters } from '../../policies/exports/index.ts';
import { ChoiceGroup } from '../common/ChoiceGroup.tsx';

interface ExportFormatsProps {
  /** Id of an exporter. */
  readonly selected: string;
  choose(id: string): void;
}

const options = exporters.map(({ id, label, help }) => ({ id, title: label, help }));

export const ExportFormats = (format: ExportFormatsProps) => (
  <ChoiceGroup legend="Format" options={options} {...format} />
);
