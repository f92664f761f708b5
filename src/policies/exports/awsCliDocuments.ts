import { strToU8 } from 'fflate';
import { jsonEscape } from '../language/characters/escapeCharacters.ts';
import { charactersInJson } from '../language/characters/jsonCharacters.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { minifyPolicy } from '../language/print.ts';
import type { ExportPart } from './planned.ts';

/**
 * Documents are compared as text: one with its keys in another order counts as another. What is an escape in the documents
 * here, the AWS CLI prints as the character that it is.
 */
export const sameDocumentFunction = (
  escapes: readonly string[],
) => `# Succeeds if two documents differ only in white space between their elements.
same() { [ "$(compact "$1")" = "$(compact "$2")" ]; }

compact() {
  printf '%s\\n' "$1" | LC_ALL=C sed -E 's/("([^"\\\\]|\\\\.)*")|[[:space:]]+/\\1/g' |${escapes.length === 0 ? '' : ' escape |'} tr -d '\\r\\n'
}${escapes.length === 0 ? '' : escapeFunction(escapes)}`;

const escapeFunction = (escapes: readonly string[]): string => `

# Replaces hidden and look-alike characters with JSON escapes.
escape() {
  LC_ALL=C sed${escapes.map(escapeLine).join('')}
}`;

function escapeLine(character: string): string {
  const bytes = Array.from(strToU8(character), (byte) => `\\x${byte.toString(16)}`).join('');
  return ` \\\n    -e $'s/${bytes}/${jsonEscape(character).replaceAll('\\', '\\\\\\\\')}/g'`;
}

/** Controls of ASCII and halves of pairs are escapes in every JSON text. */
export const escapesIn = (part: ExportPart): readonly string[] => [
  ...new Set(
    documentsIn(part)
      .flatMap((document) => charactersInJson(minifyPolicy(document)))
      .flatMap(({ characters }) => characters)
      .flatMap(({ text }) => Array.from(text))
      .filter((character) => /[^\x00-\x7e\p{Cs}]/u.test(character)),
  ),
];

const documentsIn = ({
  policies,
  roles,
  existing,
  permissionSets,
  endpoints,
  resourcePolicies,
  organizationPolicies,
}: ExportPart): readonly PolicyDocument[] => [
  ...permissionSets.flatMap(({ inline }) => (inline ? [inline.document] : [])),
  ...[...policies, ...endpoints, ...resourcePolicies, ...organizationPolicies].map(
    ({ document }) => document,
  ),
  ...roles.map(({ trust }) => trust),
  ...[...roles, ...existing].flatMap(({ inline }) => inline.map(({ document }) => document)),
];
