import { guaranteeLimits, type UserGuarantee } from '../model/draft.ts';

type Condition = UserGuarantee['condition'];

export type ConditionReading =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly problem: string };

/** Entries of a text with one a line. Commas and quotation marks of a JSON list are left out. */
export const entriesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) =>
        line
          .trim()
          .replace(/^"(.*)",?$/, '$1')
          .replace(/,$/, '')
          .trim(),
      )
      .filter((line) => line !== ''),
  ),
];

const SHAPE =
  'Enter the condition as in a policy, for example {"StringEquals": {"aws:RequestedRegion": "eu-west-1"}}.';

/** A condition as a policy writes it: JSON, with or without the name of the element around it. */
export function readCondition(text: string): ConditionReading {
  if (text.trim() === '') return { ok: true, condition: {} };
  const parsed = parsedJson(text);
  if (!isRecord(parsed)) return { ok: false, problem: SHAPE };
  const block = parsed['Condition'] ?? parsed;
  if (!isRecord(block)) return { ok: false, problem: SHAPE };
  const operators = Object.entries(block).map(([operator, keys]) => [operator, keysOf(keys)] as const);
  const readable = operators.flatMap(([operator, keys]) => (keys ? [[operator, keys] as const] : []));
  return readable.length === operators.length
    ? { ok: true, condition: Object.fromEntries(readable) }
    : { ok: false, problem: SHAPE };
}

/** A condition as text that `readCondition` reads. */
export const conditionAsText = (condition: Condition): string =>
  Object.keys(condition).length === 0 ? '' : JSON.stringify(condition, null, 2);

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function keysOf(keys: unknown): Condition[string] | undefined {
  if (!isRecord(keys)) return undefined;
  const read = Object.entries(keys).map(([key, values]) => [key, [values].flat()] as const);
  const isText = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);
  return read.every(([, values]) => values.length > 0 && values.every(isText))
    ? Object.fromEntries(read.map(([key, values]) => [key, values.map(String)]))
    : undefined;
}

/** What is wrong with a guarantee as it was entered, and what to do. */
export function problemOfGuarantee({
  title,
  must,
  actions,
  condition,
}: Omit<UserGuarantee, 'id'>): string | undefined {
  if (title.trim() === '') return 'Enter a name.';
  if (actions.length === 0) return 'Enter at least one action, such as iam:PassRole or s3:*.';
  const wrong = actions.find((action) => !/^(?:\*|[\w*?<>-]+:[\w*?<>]+)$/.test(action));
  if (wrong !== undefined)
    return `${wrong.slice(0, 80)} isn’t an action. Enter actions with their service prefix.`;
  if (must === 'unless' && Object.keys(condition).length === 0)
    return 'Enter the condition that requests must meet, or select “Must never be possible”.';
  return undefined;
}

/** That a list or a text is longer than a draft keeps. */
export function sizeProblemOfGuarantee({
  title,
  actions,
  resources,
}: Omit<UserGuarantee, 'id'>): string | undefined {
  const { entries, text } = guaranteeLimits;
  if (Math.max(actions.length, resources.length) > entries)
    return `Enter up to ${entries} actions and ${entries} resources.`;
  return [title, ...actions, ...resources].some((one) => one.length > text)
    ? `Enter up to ${text} characters in each entry.`
    : undefined;
}
