import type { ComputedInput } from '../input.ts';
import type { Block, SectionId } from '../report.ts';

/** One section of the report. A new one is a new file and a line in `index.ts`. */
export interface ReportPart {
  readonly id: SectionId;
  readonly title: string;
  blocks(input: ComputedInput): readonly Block[];
}
