import { type Document, visit } from 'yaml';
import { escapeQuoted } from '../language/characters/escapeCharacters.ts';
import { findCharacters } from '../language/characters/findCharacters.ts';

/** Source: https://yaml.org/spec/1.1/#id872840 */
function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}

/**
 * A document whose texts are quoted: a date, a number or a `Yes` stays text in every version of YAML. Keys are quoted where
 * they must be. A character that a terminal or a reviewer could not see is an escape. What holds a quotation mark is in double quotes as well,
 * so that every such mark on a line begins or ends a text, or is an escape in one.
 */
export function yamlText(document: Document): string {
  visit(document, {
    Scalar(_, node) {
      const { value } = node;
      if (typeof value === 'string' && (value.includes('"') || findCharacters(value).length > 0))
        node.type = 'QUOTE_DOUBLE';
    },
  });
  const text = document.toString({
    lineWidth: 0,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  return escapeQuoted(text, escaped);
}
