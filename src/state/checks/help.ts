import { keyTypeOf } from '../../policies/catalog/lookup.ts';
import { completionsAt } from '../../policies/complete/completionsAt.ts';
import { valueAtCaret, type ValueAtCaret } from '../../policies/complete/caretContext.ts';
import { catalog, factsOf } from '../catalog/loadedCatalog.ts';

/** What an editor shows about the places of a policy's text. Nothing here ever rejects: no data is no answer. */

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
