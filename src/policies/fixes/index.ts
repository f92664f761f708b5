import { conditionFixes } from './conditions.ts';
import { elementFixes } from './elements.ts';
import type { Fix, FixContext, Fixer } from './fix.ts';
import { nameFixes } from './names.ts';
import { removals } from './remove.ts';
import { valueFixes } from './values.ts';

/** Every fixer; a new family is a file and a line here. */
export const fixers: readonly Fixer[] = [
  ...removals,
  ...conditionFixes,
  ...elementFixes,
  ...valueFixes,
  ...nameFixes,
];

/**
 * The rewrites after which a finding is gone, most likely first; none where there is no safe one. The text must be the one
 * that the finding was made for.
 */
export const fixesFor = (context: FixContext): readonly Fix[] =>
  fixers
    .filter(({ codes }) => codes.includes(context.finding.code))
    .flatMap((fixer) => fixer.fixes(context))
    .filter(({ text }) => text !== context.text);
