import { pascalCase, snakeCase } from '../language/letterCase.ts';
import { MAX_TEXT_LENGTH } from '../language/policy.ts';
import { withCalls } from './callsOfIam.ts';
import { escapedText } from './escapedTexts.ts';
import { FilesBeside, folderOf } from './filesBeside.ts';
import { readHclText } from './hclText.ts';
import type { ImportReading } from './importReading.ts';
import { readJsonText } from './jsonText.ts';
import { looksLikeHcl } from './looksLikeHcl.ts';
import { looksLikeYaml } from './looksLikeYaml.ts';
import { ownPlaceholders } from './ownPlaceholders.ts';
import { csvText } from './csvTexts.ts';
import { heredocText } from './heredocs.ts';
import { joinedReadings, movedReading } from './joinedReadings.ts';
import { notebookText } from './notebook.ts';
import { refusedText } from './parts.ts';
import { quotedText } from './quotedLines.ts';
import { type Segment, segmentsOf } from './segments.ts';
import type { ReadYaml } from './yaml.ts';
import { terminalText } from './terminalText.ts';
import type { TextSource } from './textSource.ts';
import { readYamlText } from './yamlDocument.ts';

export interface ImportReaders {
  /** Reads YAML. Without it a text that is YAML is refused as such. */
  readonly yaml?: ReadYaml;
  /** So many characters are read: 2,000,000 unless the reader of a file has more time. */
  readonly longest?: number;
  /** Of the file that the text is, with its folders. */
  readonly name?: string;
  /** Names of the page's placeholders: its own exports have them as parameters. */
  readonly placeholders?: readonly string[];
}

/**
 * The policies in a text: a document, a list of them, what the AWS CLI prints, a Terraform plan, a CloudFormation template, or
 * any of these among prose as it comes from web pages. Every change that reading needed is listed with its place in the text
 * as given. A text that could be read as different access is refused with the place. It never throws, and takes time in
 * proportion to the text.
 */
export function readImport(text: string, readers: ImportReaders = {}): ImportReading {
  const { longest = MAX_TEXT_LENGTH, name = '' } = readers;
  if (text.length > longest)
    return refusedText('tooLarge', `${longest.toLocaleString('en')} characters`, 0, text.length);
  if (text.trim() === '') return refusedText('empty', 'policy', 0, text.length);
  const shown = terminalText(text) ?? quotedText(text);
  if (shown) return movedReading(readImport(shown.text, readers), shown.originalOf);
  const escaped = escapedText(text);
  const table = csvText(text);
  const inner = notebookText(text) ?? table ?? escaped ?? heredocText(text);
  const isEscaped = inner !== undefined && inner === escaped;
  const isTable = inner !== undefined && inner === table;
  if (inner)
    return movedReading(readText(inner.text, name, { ...readers, isEscaped, isTable }), inner.originalOf);
  return readText(text, name, readers);
}

interface TextReaders extends ImportReaders {
  readonly isEscaped?: boolean;
  readonly isTable?: boolean;
}

function readText(text: string, name: string, readers: TextReaders): ImportReading {
  const segments = segmentsOf(text, name);
  const files = new FilesBeside(new Map(segments.map((segment) => [segment.name, segment.text])));
  const modules = modulesOf(segments, text);
  const inModules = modules.map((segment) => readPiece(segment, readers, files, text));
  const members = new Set(modules.flatMap((segment) => segment.members));
  const others = segments.filter((segment) => !members.has(segment) && !files.used.has(segment.name));
  const pieces = [...inModules, ...others.map((segment) => readPiece(segment, readers, files, text))];
  return joinedReadings(pieces.toSorted((one, other) => one.segment.from - other.segment.from));
}

const readPiece = (segment: Segment, readers: TextReaders, files: FilesBeside, whole: string) => ({
  segment,
  reading: withCalls(readSegment(segment, readers, files), segment.text, whole),
});

/** Files of Terraform in one folder, which are one configuration. */
interface Module extends Segment {
  readonly members: readonly Segment[];
}

/** Each as one text, with blanks in place of what else is in the whole. */
function modulesOf(segments: readonly Segment[], text: string): readonly Module[] {
  const byFolder = new Map<string, Segment[]>();
  for (const segment of segments) {
    if (!/\.(?:tf|tofu|hcl)$/i.test(segment.name) || !looksLikeHcl(segment.text)) continue;
    const folder = folderOf(segment.name);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), segment]);
  }
  return [...byFolder.values()].map((members) => {
    const [first] = members;
    const from = first?.from ?? 0;
    const to = members.at(-1)?.to ?? from;
    return {
      from,
      to,
      name: first?.name ?? '',
      text: onlyMembers(text.slice(from, to), from, members),
      members,
    };
  });
}

function onlyMembers(text: string, from: number, members: readonly Segment[]): string {
  let at = 0;
  const pieces = members.flatMap((member) => {
    const gap = blanked(text.slice(at, member.from - from));
    at = member.to - from;
    return [gap, member.text];
  });
  return pieces.join('');
}

const blanked = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

function readSegment(
  { text, name }: Segment,
  { yaml, placeholders = [], isEscaped = false, isTable = false }: TextReaders,
  files: FilesBeside,
): ImportReading {
  const source = (style: (slug: string) => string): TextSource => ({
    own: ownPlaceholders(text, placeholders, style),
    name,
    files,
    isEscaped,
    isTable,
  });
  if (looksLikeHcl(text)) return readHclText(text, source(snakeCase));
  if (!looksLikeYaml(text)) return readJsonText(text, source(pascalCase));
  return yaml ? readYamlText(text, yaml, source(pascalCase)) : refusedText('yaml', 'YAML', 0, 0);
}
