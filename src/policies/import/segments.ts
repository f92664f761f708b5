/** The pieces of a text that are read each by itself: files that were opened together, code blocks, documents of YAML. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** Of the file that it is of. */
  readonly name: string;
  /** Around code blocks: blanks are in their place. */
  readonly text: string;
}

/** The line before each of several files in one text. */
export const fileMark = (name: string): string =>
  `# ===== ${name.replaceAll(/\s+/g, ' ').slice(0, 300)} =====`;

const FILE = /^# ===== (.{1,300}) =====$/gm;

export function segmentsOf(text: string, name: string): readonly Segment[] {
  const marks = [...text.matchAll(FILE)];
  const first = marks[0]?.index ?? text.length;
  const files = [
    { from: 0, to: first, name },
    ...marks.map(({ 0: mark, 1: given = '', index }, at) => ({
      from: index + mark.length,
      to: marks[at + 1]?.index ?? text.length,
      name: given,
    })),
  ];
  return files
    .filter(({ from, to }) => to > from && text.slice(from, to).trim() !== '')
    .flatMap((file) => blocksOf(text, file));
}

/** The line of a terminal that printed the text. */
const PROMPT =
  /^\s*(?:[^\n]{0,80}?[$%#>❯][^\S\n]+)(?:aws|cdk|npx|sam|terraform|sls|serverless|cat|yq|kubectl)[^\S\n](?:(?!<<)[^\n])*\n/;

function withoutPrompt(text: string): string {
  const [line] = PROMPT.exec(text) ?? [];
  return line === undefined ? text : line.replaceAll(/[^\n]/g, ' ') + text.slice(line.length);
}

type Stretch = Omit<Segment, 'text'>;

const FENCE = /^[^\S\n]*`{3,}[^\n]*$/gm;

/** Words without which a code block holds no policy. */
const POLICY_WORDS = /statement|polic|AWS::|aws_iam/i;

/** Code blocks, and what is around them. A text without any is one piece. */
function blocksOf(text: string, { from, to, name }: Stretch): readonly Segment[] {
  const inner = withoutPrompt(text.slice(from, to));
  const fences = [...inner.matchAll(FENCE)];
  const blocks: Segment[] = [];
  let around = inner;
  for (let at = 0; at + 1 < fences.length; at += 2) {
    const [open, close] = [fences[at], fences[at + 1]];
    if (!open || !close) continue;
    const [start, end] = [open.index + open[0].length, close.index];
    const block = inner.slice(start, end);
    if (!POLICY_WORDS.test(block)) continue;
    blocks.push({ from: from + start, to: from + end, name, text: block });
    around =
      around.slice(0, open.index) +
      ' '.repeat(close.index + close[0].length - open.index) +
      around.slice(close.index + close[0].length);
  }
  const rest: Segment = { from, to, name, text: around };
  return blocks.length === 0 || around.trim() !== '' ? [...blocks, rest] : blocks;
}
