import { describeJsonProblem } from '../language/jsonProblems.ts';
import type { Node } from 'jsonc-parser';
import { duplicates, parseJson } from '../language/parse.ts';
import { MAX_TEXT_LENGTH } from '../language/policy.ts';
import type { ParseError } from '../language/parseError.ts';
import type { Preset } from '../library/preset.ts';
import { type FieldProblem, type PresetProblem, problem, schemaProblems } from './problems.ts';
import { referenceProblems } from './validate/index.ts';
import { indexSchema, PRESET_FILE, type PresetShape, presetSchema } from './schema.ts';

export type PresetReading =
  | { readonly ok: true; readonly preset: Preset }
  | { readonly ok: false; readonly problems: readonly [PresetProblem, ...PresetProblem[]] };

/** Only this many problems of a file are reported. */
const MAX_PROBLEMS = 50;

/**
 * A preset from the text of its file, or everything that is wrong with it: all or nothing. The file's name is only for the
 * problems. Whatever the text, it never throws. Fields are copied one by one; what the shape does not know is refused.
 */
export function readPreset(file: string, text: string): PresetReading {
  const reading = readFields(text);
  if ('preset' in reading) return { ok: true, preset: reading.preset };
  const [first = { field: '', rule: 'can’t be read' }, ...others] = reading.problems
    .slice(0, MAX_PROBLEMS)
    .map((found) => ({ file, ...found }));
  return { ok: false, problems: [{ ...first, file }, ...others] };
}

type FieldsReading = { readonly preset: Preset } | { readonly problems: readonly FieldProblem[] };

function readFields(text: string): FieldsReading {
  try {
    const { root, errors } = parseJson(text);
    if (!root) return { problems: errors.map((error) => textProblem(error, text)) };
    const names = [...duplicates(root).map((error) => textProblem(error, text)), ...inheritedNames(root)];
    if (names.length > 0) return { problems: names };
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const parsed = presetSchema.safeParse(value);
    if (!parsed.success) return { problems: schemaProblems(parsed.error.issues, value) };
    const preset = presetOf(parsed.data);
    const problems = referenceProblems(preset);
    return problems.length > 0 ? { problems } : { preset };
  } catch {
    return { problems: [problem([], 'can’t be read')] };
  }
}

/** The schema has made a copy of the fields that it knows; the editor's hint is none of the page's. */
function presetOf({ $schema: _hint, ...fields }: PresetShape): Preset {
  return fields;
}

function textProblem({ code, detail, path, range }: ParseError, text: string): FieldProblem {
  const before = text.slice(0, range.offset).split('\n');
  const place = `at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  switch (code) {
    case 'tooLarge':
      return problem([], `must have at most ${MAX_TEXT_LENGTH.toLocaleString('en')} characters`);
    case 'tooDeep':
      return problem([], `is nested deeper than ${detail}, ${place}`);
    case 'empty':
      return problem([], 'is empty');
    case 'duplicateKey':
      return problem(path, `is duplicated, ${place}: which one wins is undefined`);
    default:
      // Where a name has only begun, the parser calls it empty.
      return problem(
        path.at(-1) === '' ? path.slice(0, -1) : path,
        `isn’t valid JSON, ${place}: ${describeJsonProblem(detail)}`,
      );
  }
}

/** Names that reach a prototype where objects are copied carelessly. We copy carefully, and refuse them besides. */
const INHERITED = new Set(['__proto__', 'constructor', 'prototype']);

function inheritedNames(root: Node): readonly FieldProblem[] {
  const found: FieldProblem[] = [];
  const visit = (node: Node, path: readonly (string | number)[]): void => {
    (node.children ?? []).forEach((child, index) => {
      const [key, value] = child.children ?? [];
      if (node.type === 'array') visit(child, [...path, index]);
      else if (key && value) {
        const name = String(key.value);
        if (INHERITED.has(name)) found.push(problem([...path, name], 'is a reserved name'));
        visit(value, [...path, name]);
      }
    });
  };
  visit(root, []);
  return found;
}

export type PresetIndexReading =
  | { readonly ok: true; readonly use: string | null }
  | { readonly ok: false; readonly problems: readonly PresetProblem[] };

/** Which preset is in use, from the text of the index: a file's name, or none. */
export function readPresetIndex(file: string, text: string): PresetIndexReading {
  const { root, errors } = parseJson(text);
  if (!root) return { ok: false, problems: errors.map((error) => ({ file, ...textProblem(error, text) })) };
  const [twice] = duplicates(root);
  if (twice) return { ok: false, problems: [{ file, ...textProblem(twice, text) }] };
  const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  const parsed = indexSchema.safeParse(value);
  if (parsed.success) return { ok: true, use: parsed.data.use };
  const problems = schemaProblems(parsed.error.issues, value).map((found) => ({ file, ...found }));
  return { ok: false, problems };
}

/** Plain names only: nothing outside the folder of presets is ever asked for. */
export const isPresetFile = (name: string): boolean => PRESET_FILE.test(name);
