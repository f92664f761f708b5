import type { PolicyType } from '../../policies/language/policyType.ts';
import { type DescribedFinding, policyTypeOf } from '../../policies/checks/described.ts';
import { keyTypeOf } from '../../policies/catalog/lookup.ts';
import { servicesIn } from '../../policies/checks/servicesIn.ts';
import { completionsAt } from '../../policies/complete/completionsAt.ts';
import { valueAtCaret, type ValueAtCaret } from '../../policies/complete/caretContext.ts';
import type { DocumentKind } from '../../policies/language/policy.ts';
import type { Fix } from '../../policies/fixes/fix.ts';
import { fixesFor } from '../../policies/fixes/index.ts';
import { fixEffectWords } from '../../policies/fixes/fixEffectWords.ts';
import { catalog, factsOf } from '../catalog/catalog.ts';

/** What an editor is told about the places of a policy's text. Nothing here ever rejects: no data is no answer. */

const REFERENCE =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html';
const GLOBAL_KEYS = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';

const isAction = ({ path, value }: ValueAtCaret): boolean =>
  path.some((name) => name === 'Action' || name === 'NotAction') && value.includes(':');

async function actionHelp({ value, offset, length }: ValueAtCaret) {
  const facts = await factsOf(value);
  const lines =
    facts.state === 'known' ? facts.rows.map(([term, text]) => `${term}: ${text}`) : [sentences[facts.state]];
  return { offset, length, title: value, lines, link: { label: 'AWS documentation', address: REFERENCE } };
}

const sentences = {
  unknown: 'This action isn’t in the AWS service authorization data.',
  retired: 'AWS discontinued this service and no longer documents its actions.',
  notLoaded: 'Couldn’t load the data for this service.',
} as const;

async function keyHelp({ value, offset, length }: ValueAtCaret) {
  const lower = value.toLowerCase();
  const open = await catalog();
  await open.load(lower.slice(0, lower.indexOf(':')));
  const type = keyTypeOf(open, lower);
  const isGlobal = lower.startsWith('aws:');
  const line = type === undefined ? 'Value type unknown.' : `Type: ${type}`;
  const where = isGlobal ? 'Global condition key.' : 'Service-specific condition key.';
  const link = { label: 'AWS documentation', address: isGlobal ? GLOBAL_KEYS : REFERENCE };
  return { offset, length, title: value, lines: [where, line], link };
}

export async function hoverHelp(text: string, offset: number) {
  try {
    const word = valueAtCaret(text, offset);
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

/** What a policy was checked as. */
export interface CheckedAs {
  readonly type?: PolicyType;
  readonly resourceType?: string;
}

/** What the checks take a document of the draft for. */
export const asKind = (kind: DocumentKind): CheckedAs => ({ type: policyTypeOf[kind] });

let before: Promise<unknown> = Promise.resolve();

/** One after the other, and the page may draw in between: each text is checked again with its fix. */
function inTurn<Result>(work: () => Result): Promise<Result> {
  const turn = before.then(() => new Promise((resolve) => setTimeout(resolve, 0))).then(work);
  before = turn.catch(() => undefined);
  return turn;
}

/** Loads the data on every service that a text names, as for its check. */
async function loaded(text: string) {
  const open = await catalog();
  const missing = servicesIn(text).filter((prefix) => ['notLoaded', 'failed'].includes(open.state(prefix)));
  await Promise.all(missing.map((prefix) => open.load(prefix)));
  return open;
}

/** The fixes of a finding of this text; none when the data cannot be loaded, or when no one waits for them any more. */
export async function fixesOf(
  text: string,
  finding: DescribedFinding,
  as: CheckedAs,
  isWanted: () => boolean = () => true,
): Promise<readonly Fix[]> {
  if (text.length > MAX_FIXED) return [];
  try {
    const open = await loaded(text);
    return await inTurn(() =>
      isWanted() ? fixesFor({ text, finding, catalog: open, placeholders: 'open', ...as }) : [],
    );
  } catch {
    return [];
  }
}

/** The fixes of the findings that a range touches, each with its effect in its title. */
export async function fixesAt(
  text: string,
  { offset, length }: { readonly offset: number; readonly length: number },
  findings: readonly DescribedFinding[],
  as: CheckedAs,
) {
  const touched = findings.filter(({ range, also }) =>
    [range, ...also.map((place) => place.range)].some(
      (place) => place.offset <= offset + length && offset <= place.offset + place.length,
    ),
  );
  const fixes = await Promise.all(
    touched.map(async (finding) =>
      (await fixesOf(text, finding, as)).map((fix) => ({
        ...fix,
        title: `${fix.title} – ${fixEffectWords[fix.effect]}`,
        code: finding.code,
      })),
    ),
  );
  return fixes.flat();
}
