import { headOf } from './head.ts';
import type { ReportInput } from './input.ts';
import type { Report } from './report.ts';
import { reportParts } from './sections/index.ts';
import { cleanReport } from './text.ts';

/**
 * The report on a draft for a change ticket, as plain data: `writeMarkdown` and the page render it. Missing results are reported as
 * not checked, not compared or not tested, never as nothing found; sections that are left out are named.
 */
export const buildReport = (input: ReportInput): Report =>
  cleanReport({
    title: `IAM policies: ${input.draft.name.trim() === '' ? 'untitled set' : input.draft.name}`,
    head: headOf(input),
    sections: reportParts
      .filter(({ id }) => input.sections.includes(id))
      .map((part) => ({ id: part.id, title: part.title, blocks: part.blocks(input) })),
  });
