import { type Fact, MOST_FACTS } from './fact.ts';

/** Deeper than any output of a stack. */
const DEEPEST = 8;

/** Facts of JSON: outputs of Terraform, CloudFormation and the AWS CDK, a list, or names with values at any depth. */
export function factsInJson(value: unknown): readonly Fact[] {
  const found: Fact[] = [];
  collect(value, [], found);
  return found;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const isText = (value: unknown): boolean => textOf(value) !== '';

function collect(value: unknown, path: readonly string[], found: Fact[]): void {
  if (found.length >= MOST_FACTS || path.length > DEEPEST) return;
  if (Array.isArray(value)) return collectList(value, path, found);
  if (isText(value)) {
    found.push({ name: path.join('_'), values: [textOf(value)] });
    return;
  }
  if (!isRecord(value)) return;
  const output = outputOf(value);
  if (output !== undefined) return collect(output.value, [...path, output.name].filter(Boolean), found);
  for (const [name, inner] of Object.entries(value)) collect(inner, [...path, name], found);
}

/** Texts of a list are one fact; without a name, each is one. */
function collectList(list: readonly unknown[], path: readonly string[], found: Fact[]): void {
  const texts = list.filter(isText).map(textOf);
  if (path.length > 0 && texts.length > 0) found.push({ name: path.join('_'), values: texts });
  else found.push(...texts.slice(0, MOST_FACTS).map((text) => ({ name: '', values: [text] })));
  const isWrapper = /^(?:Stacks|Outputs)$/.test(path.at(-1) ?? '');
  for (const inner of list) if (!isText(inner)) collect(inner, isWrapper ? path.slice(0, -1) : path, found);
}

/** The output that a record is, of a stack or of Terraform; a sensitive one has no value here. */
function outputOf(
  record: Readonly<Record<string, unknown>>,
): { readonly name: string; readonly value: unknown } | undefined {
  const { OutputKey, OutputValue, ExportName, value, type, sensitive } = record;
  if (typeof OutputKey === 'string')
    return { name: [OutputKey, textOf(ExportName)].filter(Boolean).join('_'), value: OutputValue };
  if (value === undefined || (type === undefined && sensitive === undefined)) return undefined;
  return { name: '', value: sensitive === true ? undefined : value };
}
