import { visibleString } from '../language/characters/visibleText.ts';
import type { ExportSet } from './exporter.ts';
import type { ExportPart, PartId } from './planned.ts';

const CONTENT: Readonly<Record<PartId, string>> = {
  account: 'roles and policies of the account',
  network: 'policies of VPC endpoints',
  organization: 'service control policies, for the management account of the organisation',
};

export const contentDescription = (part: Pick<ExportPart, 'id'>): string => CONTENT[part.id];

/**
 * One line in which every character can be seen: a line end or a sign that turns the direction of writing would end or hide a
 * comment.
 */
export const oneLine = (text: string): string =>
  visibleString(text.replace(/[\t-\r\x85\u2028\u2029]+/g, ' '), 'prose')
    .trim()
    .slice(0, 4000);

/** What every file says of itself first: where it comes from, and what a reader must know. Without comment signs. */
export function headerLines(
  set: ExportSet,
  part: ExportPart,
  ...usage: readonly string[]
): readonly string[] {
  const { page, data } = set.versions;
  return [
    `${set.name}: ${CONTENT[part.id]}`,
    `Written by SageMaker Policy Builder ${page}, with IAM data ${data}.`,
    ...(set.link === undefined ? [] : [`Made with these choices: ${set.link}`]),
    ...usage,
    ...part.notes,
  ].map(oneLine);
}

/** Comment lines of a language whose comments begin with `sign` and end with the line. */
export const commentLines = (sign: string, lines: readonly string[]): string =>
  lines
    .flatMap((line) => wrapLine(oneLine(line)))
    .map((line) => `${sign} ${line}`.trimEnd())
    .join('\n');

const WIDTH = 100;

/** Broken at spaces; an address stays whole. */
export function wrapLine(line: string): readonly string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
