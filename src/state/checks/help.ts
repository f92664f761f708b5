import type { DescribedFinding } from '../../policies/checks/described.ts';
import { keyTypeOf } from '../../policies/checks/facts.ts';
import { completionsAt } from '../../policies/complete/completionsAt.ts';
import { valueAt, type WordAt } from '../../policies/complete/context.ts';
import type { Fix } from '../../policies/fixes/fix.ts';
import { fixesFor } from '../../policies/fixes/index.ts';
import { catalog, factsOf } from '../catalog.ts';

/** What an editor is told about the places of a policy's text. Nothing here ever rejects: no data is no answer. */

const REFERENCE =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html';
const GLOBAL_KEYS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';

const isAction = ({ path, value }: WordAt): boolean =>
  path.some((name) => name === 'Action' || name === 'NotAction') && value.includes(':');

async function actionHelp({ value, offset, length }: WordAt) {
  const facts = await factsOf(value);
  const lines =
    facts.state === 'known' ? facts.rows.map(([term, text]) => `${term}: ${text}`) : [sentences[facts.state]];
  return { offset, length, title: value, lines, link: { label: 'AWS documentation', address: REFERENCE } };
}

const sentences = {
  unknown: 'The service authorization data does not know this action.',
  retired: 'The service is retired; AWS no longer documents its actions.',
  notLoaded: 'The data about this service could not be loaded.',
} as const;

async function keyHelp({ value, offset, length }: WordAt) {
  const lower = value.toLowerCase();
  const open = await catalog();
  await open.load(lower.slice(0, lower.indexOf(':')));
  const type = keyTypeOf(open, lower);
  const isGlobal = lower.startsWith('aws:');
  const line = type === undefined ? 'Its type is not known here.' : `Type: ${type}`;
  const where = isGlobal ? 'A key of all services.' : 'A key of one service.';
  const link = { label: 'AWS documentation', address: isGlobal ? GLOBAL_KEYS : REFERENCE };
  return { offset, length, title: value, lines: [where, line], link };
}

export async function hoverHelp(text: string, offset: number) {
  try {
    const word = valueAt(text, offset);
    if (!word) return undefined;
    if (!word.atKey && isAction(word)) return await actionHelp(word);
    const inCondition = word.path.includes('Condition');
    return word.atKey && inCondition && word.value.includes(':') && !/^For(?:All|Any)/i.test(word.value)
      ? await keyHelp(word)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Loads what the place needs, then answers. */
export async function completionHelp(text: string, offset: number) {
  try {
    const open = await catalog();
    const first = completionsAt(text, offset, open);
    if (first.needs.length === 0) return first;
    await Promise.all(first.needs.map((service) => open.load(service)));
    return completionsAt(text, offset, open);
  } catch {
    return { items: [], replaced: { offset, length: 0 }, needs: [] };
  }
}

/** Fixes read the text anew for each finding; a text longer than any policy is left to its writer. */
const MAX_FIXED = 40_000;

/** The fixes of a finding of this text; none when the data cannot be loaded. */
export async function fixesOf(text: string, finding: DescribedFinding): Promise<readonly Fix[]> {
  if (text.length > MAX_FIXED) return [];
  try {
    const open = await catalog();
    const prefix = /^"?([a-z0-9-]+):/i.exec(text.slice(finding.range.offset))?.[1];
    if (prefix !== undefined) await open.load(prefix.toLowerCase());
    return fixesFor({ text, finding, catalog: open });
  } catch {
    return [];
  }
}

/** The fixes of the findings that a range touches. */
export async function fixesAt(
  text: string,
  { offset, length }: { readonly offset: number; readonly length: number },
  findings: readonly DescribedFinding[],
) {
  const touched = findings.filter(({ range, also }) =>
    [range, ...also.map((place) => place.range)].some(
      (place) => place.offset <= offset + length && offset <= place.offset + place.length,
    ),
  );
  const fixes = await Promise.all(
    touched.map(async (finding) =>
      (await fixesOf(text, finding)).map((fix) => ({ ...fix, code: finding.code })),
    ),
  );
  return fixes.flat();
}
