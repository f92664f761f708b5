import type { LibraryOption, Reason } from '../../src/policies/library/activities/activity.ts';

/** Pieces of the pages in `docs/reference/`, which are made from the registries. */

/** Says where a page comes from, so that nobody edits it. */
export const made =
  '_This page is generated: `npm run docs` writes it, and `npm test` fails when it is out of date._';

/** How a reader finds an entry in the page: documentation doesn't know the address of the page. */
export const openLink = (kind: 'activity' | 'check' | 'guardrail' | 'persona', id: string): string =>
  `Open in the page: \`#open=${kind}:${id}\``;

export const code = (text: string): string => `\`${text}\``;

/** What would be markup in a sentence is escaped. */
export const plain = (text: string): string => text.replace(/[\\<*_`[\]|]/g, '\\$&');

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => ' --- ').join('|')}|`,
    ...rows.map((cells) => `| ${cells.map((cell) => cell.replaceAll(/(?<!\\)\|/g, '\\|')).join(' | ')} |`),
    '',
  ].join('\n');

/** A heading's address within its page, as GitHub makes it. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
    .replaceAll(' ', '-');

/** A heading with what belongs under it; nothing where there is nothing. */
export const part = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`**${heading}**\n`, `${lines.join('\n')}\n`];

export const reasonLine = ({ text, source }: Reason): string => `- ${plain(text)} ([source](<${source}>))`;

/** An option and what each of its choices means. */
export const optionLines = ({ id, label, help, choices, default: standard }: LibraryOption): string =>
  [
    `- ${plain(label)} (${code(id)}): ${plain(help)}`,
    ...choices.map(
      (choice) =>
        `  - ${plain(choice.label)} (${code(choice.value)}${choice.value === standard ? ', default' : ''}): ${plain(choice.help)}`,
    ),
  ].join('\n');

/** Actions by service, as a policy names them. */
export const actionList = (actions: readonly string[]): string =>
  [...new Set(actions)].toSorted().map(code).join(', ');
