import type * as z from 'zod/mini';
import type { Path } from '../language/policy.ts';

/** What keeps a preset from holding: the file, the field in it, and the rule that the field breaks. */
export interface PresetProblem {
  readonly file: string;
  /** `lockedValues.region.values[0]`; empty for the file as a whole. */
  readonly field: string;
  readonly rule: string;
}

/** A problem in a file whose name the caller adds. */
export type FieldProblem = Omit<PresetProblem, 'file'>;

export const problem = (path: Path, rule: string): FieldProblem => ({ field: fieldOf(path), rule });

/** `['personas', 0, 'id']` → `personas[0].id`. A name that is no identifier is quoted. */
export function fieldOf(path: Path): string {
  return path.reduce<string>((field, part) => {
    // A name that is only begun, in a file that is cut off.
    if (part === '') return field;
    if (typeof part === 'number') return `${field}[${part}]`;
    if (!/^[$A-Za-z_][\w$-]*$/.test(part)) return `${field}[${JSON.stringify(part.slice(0, 80))}]`;
    return field === '' ? part : `${field}.${part}`;
  }, '');
}

/** A problem as one line: "acme.json: personas[0].mark must be two or three capital letters". */
export const problemLine = ({ file, field, rule }: PresetProblem): string =>
  `${file}: ${field === '' ? '' : `${field} `}${rule}`;

const pathOf = (path: readonly PropertyKey[]): Path =>
  path.map((part) => (typeof part === 'number' ? part : String(part)));

/** What the schema refuses, in words. A field that it does not know is named itself. */
export function schemaProblems(issues: readonly z.core.$ZodIssue[], value: unknown): readonly FieldProblem[] {
  return issues.flatMap((issue): readonly FieldProblem[] => {
    const path = pathOf(issue.path);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => problem([...path, key], 'isn’t a preset field'));
    return [problem(path, ruleOf(issue, isAbsent(value, path)))];
  });
}

const types: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  tuple: 'a list with at least one entry',
  object: 'an object',
  record: 'an object',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

function ruleOf(issue: z.core.$ZodIssue, absent: boolean): string {
  if (absent) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${types[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'invalid_key':
    case 'invalid_element':
      return issue.issues[0]?.message ?? 'isn’t a valid name here';
    default:
      return issue.message === 'Invalid input' ? 'doesn’t match the schema' : issue.message;
  }
}

/** Whether a field that the schema asks for is not there at all. */
function isAbsent(value: unknown, path: Path): boolean {
  let holder = value;
  for (const [index, part] of path.entries()) {
    if (typeof holder !== 'object' || holder === null) return false;
    if (!Object.hasOwn(holder, part)) return index === path.length - 1;
    holder = new Map<string, unknown>(Object.entries(holder)).get(String(part));
  }
  return false;
}
