/** A report as plain data. Whatever writes it, as Markdown or on the page, renders this and adds nothing. */

/** Plain words, something as a policy writes it, or words that lead to a page. */
export type Span = string | { readonly code: string } | { readonly words: string; readonly address: string };

/** One line. */
export type ReportText = readonly Span[];

/** One or more lines, as in a cell. */
export type Lines = readonly ReportText[];

export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: ReportText }
  | { readonly kind: 'list'; readonly items: Lines }
  | {
      readonly kind: 'terms';
      readonly entries: readonly { readonly term: ReportText; readonly is: ReportText }[];
    }
  | {
      readonly kind: 'table';
      readonly caption: ReportText;
      readonly columns: Lines;
      /** As many cells to a row as there are columns. The first names the row. */
      readonly rows: readonly (readonly Lines[])[];
    }
  | { readonly kind: 'code'; readonly language: 'json'; readonly text: string };

export const sectionIds = [
  'who',
  'what',
  'values',
  'byHand',
  'access',
  'changes',
  'review',
  'findings',
  'proofs',
  'guarantees',
  'sizes',
  'notModelled',
  'documents',
] as const;

export type SectionId = (typeof sectionIds)[number];

export interface Section {
  readonly id: SectionId;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Report {
  readonly title: string;
  /** Who asks for it, when and with what it was made, and everything in numbers. */
  readonly head: readonly Block[];
  readonly sections: readonly Section[];
}
