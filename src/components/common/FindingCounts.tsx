import { countWithNoun, inFigures } from '../../policies/language/counts.ts';
import { Figure } from './Figure.tsx';
import { type Finding, type FindingType, findingTypes } from '../../policies/checks/check.ts';
import { SeverityMark, severities } from './SeverityMark.tsx';
import { Stack } from './Stack.tsx';

type Counts = ReadonlyMap<FindingType, number>;

export function countOf(findings: readonly Finding[]): Counts {
  const counts = new Map<FindingType, number>();
  for (const { type } of findings) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}

/** `2 security warnings, 1 suggestion`. */
export const summaryOf = (counts: Counts): string =>
  findingTypes
    .flatMap((type) => {
      const number = counts.get(type);
      const { word, title } = severities[type];
      return number === undefined ? [] : [countWithNoun(number, word.toLowerCase(), title.toLowerCase())];
    })
    .join(', ');

/** Findings on a tab or in a toolbar: shapes and number, the same in words for a screen reader. */
export function FindingsMark({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Stack as="span" row inline gap={1}>
      <FindingCounts findings={findings} />
      <Figure aria-hidden="true">{inFigures(findings.length)}</Figure>{' '}
      <span className="visually-hidden">{summaryOf(countOf(findings))}</span>
    </Stack>
  );
}

/** Where there are no findings because nothing was checked. */
export const NotCheckedMark = () => <Figure tone="caution">not checked</Figure>;

/** The shape of each class that has findings. Numbers and words follow in the line beside it. */
export function FindingCounts({ findings }: { readonly findings: readonly Finding[] }) {
  const counts = countOf(findings);
  return (
    <Stack as="span" row inline gap={1} aria-hidden="true">
      {findingTypes.map((type) => counts.has(type) && <SeverityMark key={type} type={type} />)}
    </Stack>
  );
}
