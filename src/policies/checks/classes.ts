import type { FindingType } from './check.ts';

/** What the four classes are called: one finding, and several. */
export const findingWords: Readonly<Record<FindingType, { readonly word: string; readonly title: string }>> =
  {
    ERROR: { word: 'Error', title: 'Errors' },
    SECURITY_WARNING: { word: 'Security warning', title: 'Security warnings' },
    WARNING: { word: 'Warning', title: 'Warnings' },
    SUGGESTION: { word: 'Suggestion', title: 'Suggestions' },
  };
