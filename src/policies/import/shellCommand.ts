/** A quotation mark that is open; nothing outside of a quoted text. */
type Quote = '"' | "'" | '';

/** A line that goes on in the next: behind a backslash, the backtick of PowerShell, or the circumflex of Windows. */
const CONTINUED = /[\\`^][^\S\n]*\n/g;

/** Ends one command and begins another, where it is not quoted. */
const SEPARATOR = /[;|&\n]/;

/** The place of each separator that is not quoted, and the quotation mark that is open at the end. */
function scan(text: string, open: Quote): { readonly separators: readonly number[]; readonly open: Quote } {
  const separators: number[] = [];
  let quote = open;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\' && quote !== "'") at += 1;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char !== undefined && SEPARATOR.test(char)) separators.push(at);
  }
  return { separators, open: quote };
}

/**
 * The command of a shell around a place in a text: what is in front of the place and what is behind it, as far as they are of the same
 * command. Quoted separators are part of it; so are lines that are continued.
 */
export function commandAround(
  before: string,
  behind: string,
): { readonly before: string; readonly behind: string } {
  const lines = before.replaceAll(CONTINUED, ' ');
  const line = lines.slice(lines.lastIndexOf('\n') + 1);
  const { separators, open } = scan(line, '');
  const rest = behind.replaceAll(CONTINUED, ' ').split('\n', 1)[0] ?? '';
  const [end = rest.length] = scan(rest, open).separators;
  return { before: line.slice((separators.at(-1) ?? -1) + 1), behind: rest.slice(0, end) };
}
