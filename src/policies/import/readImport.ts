import { pascalCase, snakeCase } from '../exports/exportNames.ts';
import { MAX_TEXT_LENGTH } from '../language/policy.ts';
import { readHclText } from './hclText.ts';
import type { ImportReading } from './importReading.ts';
import { readJsonText } from './jsonText.ts';
import { looksLikeHcl } from './looksLikeHcl.ts';
import { looksLikeYaml } from './looksLikeYaml.ts';
import { ownPlaceholders } from './ownPlaceholders.ts';
import { joinedReadings } from './joinedReadings.ts';
import { refusedText } from './parts.ts';
import { type Segment, segmentsOf } from './segments.ts';
import type { ReadYaml } from './yaml.ts';
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
  return joinedReadings(
    segmentsOf(text, name).map((segment) => ({ segment, reading: readSegment(segment, readers) })),
  );
}

function readSegment({ text, name }: Segment, { yaml, placeholders = [] }: ImportReaders): ImportReading {
  const source = (style: (slug: string) => string): TextSource => ({
    own: ownPlaceholders(text, placeholders, style),
    name,
  });
  if (looksLikeHcl(text)) return readHclText(text, source(snakeCase));
  if (!looksLikeYaml(text)) return readJsonText(text, source(pascalCase));
  return yaml ? readYamlText(text, yaml, source(pascalCase)) : refusedText('yaml', 'YAML', 0, 0);
}
