import { introductionOf, summaryOf } from './head.ts';
import type { About, ComputedInput, ReportInput } from './input.ts';
import type { Block, Report, Section, SectionId } from './report.ts';
import { reportParts } from './sections/index.ts';
import type { ReportPart } from './sections/part.ts';
import { cleanBlock, cleanTitle } from './text.ts';

/**
 * The report on a draft for a change ticket, as plain data: `writeMarkdown` and the page render it. Missing results are reported as
 * not checked, not compared or not tested, never as nothing found; sections that are left out are named.
 */
export const buildReport = ({ about, sections, ...computed }: ReportInput): Report =>
  reportWith(computed, about, sections);

/** The same, of what was computed before: what a person adds or leaves out computes no section anew. The input is not to be changed afterwards. */
export function reportWith(computed: ComputedInput, about: About, sections: readonly SectionId[]): Report {
  const { title, blocks } = reportIntroduction({ ...computed, about, sections });
  return {
    title,
    head: [...blocks, reportSummary(computed)],
    sections: selectedParts(sections).map((part) => reportSection(part, computed)),
  };
}

/** The sections of the report, in their order. */
export const selectedParts = (sections: readonly SectionId[]): readonly ReportPart[] =>
  reportParts.filter(({ id }) => sections.includes(id));

/** What comes before the summary. */
export const reportIntroduction = (input: ReportInput): Pick<Report, 'title'> & Pick<Section, 'blocks'> => ({
  title: cleanTitle(`IAM policies: ${input.draft.name.trim() === '' ? 'untitled set' : input.draft.name}`),
  blocks: introductionOf(input).map(cleanBlock),
});

const summaries = new WeakMap<ComputedInput, Block>();

/** The summary, computed once for the same input. */
export function reportSummary(input: ComputedInput): Block {
  const summary = summaries.get(input) ?? cleanBlock(summaryOf(input));
  summaries.set(input, summary);
  return summary;
}

const sectionsByInput = new WeakMap<ComputedInput, Map<SectionId, Section>>();

/** A section, computed once for the same input. */
export function reportSection(part: ReportPart, input: ComputedInput): Section {
  const sections = sectionsByInput.get(input) ?? new Map<SectionId, Section>();
  const section = sections.get(part.id) ?? cleanSection(part, input);
  sectionsByInput.set(input, sections.set(part.id, section));
  return section;
}

const cleanSection = (part: ReportPart, input: ComputedInput): Section => ({
  id: part.id,
  title: cleanTitle(part.title),
  blocks: part.blocks(input).map(cleanBlock),
});
