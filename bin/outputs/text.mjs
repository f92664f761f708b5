import { stripVTControlCharacters } from 'node:util';

const words = { unreadable: '✗', problem: '✗', undecided: '?', note: '·' };

/** A line for everything that is not fine, and one for each file. What passed is counted there. */
export function text({ items, lines }) {
  const shown = items.filter(({ outcome }) => outcome !== 'passed');
  return [...shown.map(lineOf), ...lines, ''].map(plain).join('\n');
}

function lineOf({ outcome, level, rule, message, advice, where }) {
  const place = [where.file, where.line, where.column].filter((part) => part !== undefined).join(':');
  const head = `${words[outcome]} ${place} ${where.policy ? `[${where.policy}] ` : ''}${level} ${rule}`;
  return [head, message, advice].filter(Boolean).join('\n    ');
}

/** A draft is someone’s text: nothing in it moves the cursor or turns the direction of a terminal. */
const plain = (line) =>
  stripVTControlCharacters(line).replace(/[\p{Cc}\p{Cf}]/gu, (character) =>
    character === '\n'
      ? character
      : `⟨U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
