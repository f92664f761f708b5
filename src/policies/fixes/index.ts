import { effectOfSides, readEffectSide } from '../exact/accessEffect.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { CheckOptions, Finding } from '../checks/check.ts';
import { type PolicyType, policyTypes } from '../language/policyType.ts';
import { checkText } from '../checks/checkPolicy.ts';
import { readText, type TextReading } from '../checks/readText.ts';
import { conditionFixes } from './conditionFixes.ts';
import { removeDeadDenials } from './deadDenials.ts';
import { applyEditsToText } from './jsonEdits.ts';
import { elementFixes } from './elementFixes.ts';
import type { Fix, Fixer } from './fix.ts';
import { missingFieldFixes } from './missingFields.ts';
import { nameFixes } from './nameFixes.ts';
import { removalFixes } from './remove.ts';
import { findingSite } from './findingSite.ts';
import { valueFixes } from './valueFixes.ts';

/** Every fixer; a new family is a file and a line here. */
export const fixers: readonly Fixer[] = [
  ...removalFixes,
  removeDeadDenials,
  ...conditionFixes,
  ...elementFixes,
  ...valueFixes,
  ...nameFixes,
  ...missingFieldFixes,
];

export interface FixContext {
  /** The text that the finding was made for. */
  readonly text: string;
  readonly finding: Finding;
  readonly catalog: Catalog;
  /** What the policy was checked as; without it the first type as which it has the finding. */
  readonly type?: PolicyType;
  readonly resourceType?: string;
  readonly placeholders?: CheckOptions['placeholders'];
}

/**
 * The rewrites after which a finding is gone, most likely first, each with what it does to access: found by comparing the text
 * before and after, never asserted. None where there is no safe one, where the finding is not of this text, or where a rewrite
 * would be no JSON or raise a new ERROR. Never throws.
 */
export function fixesFor(context: FixContext): readonly Fix[] {
  const { text, finding, catalog } = context;
  const fixersForCode = fixers.filter(({ codes }) => codes.includes(finding.code));
  if (fixersForCode.length === 0) return [];
  const before = readText(text);
  const site = findingSite(text, before.root, { finding, catalog, type: context.type });
  const rewrites = site ? fixersForCode.flatMap((fixer) => fixer.rewrites(site)) : [];
  const texts = new Map(rewrites.map(({ title, edits }) => [applyEditsToText(text, edits), title]));
  texts.delete(text);
  const checked = texts.size === 0 ? undefined : checkedAs(context, before);
  if (!checked) return [];
  const old = readEffectSide(text, before.root, checked.type);
  return [...texts].flatMap(([after, title]): readonly Fix[] => {
    const read = readText(after);
    if (!isBetter(finding.code, checked.findings, checked.check(after, read))) return [];
    return [
      { title, effect: effectOfSides(old, readEffectSide(after, read.root, checked.type)), text: after },
    ];
  });
}

interface Checked {
  readonly type: PolicyType;
  readonly findings: readonly Finding[];
  check(text: string, read: TextReading): readonly Finding[];
}

/** The policy checked as what has the finding; nothing where no type has it. */
function checkedAs(context: FixContext, read: TextReading): Checked | undefined {
  const { text, finding, type, catalog, resourceType, placeholders } = context;
  const options = {
    catalog,
    ...(resourceType === undefined ? {} : { resourceType }),
    ...(placeholders === undefined ? {} : { placeholders }),
  };
  for (const tried of type === undefined ? policyTypes : [type]) {
    const findings = checkText(text, read, tried, options);
    if (findings.some(({ code, range }) => code === finding.code && range.offset === finding.range.offset))
      return { type: tried, findings, check: (other, its) => checkText(other, its, tried, options) };
  }
  return undefined;
}

/** Whether the finding is gone and no ERROR has come: a text that is no JSON has one. */
function isBetter(code: string, before: readonly Finding[], after: readonly Finding[]): boolean {
  const count = (list: readonly Finding[], of: string) =>
    list.filter((finding) => finding.code === of).length;
  const errors = new Set(after.filter(({ type }) => type === 'ERROR').map((finding) => finding.code));
  return (
    count(after, code) < count(before, code) &&
    [...errors].every((error) => count(after, error) <= count(before, error))
  );
}
