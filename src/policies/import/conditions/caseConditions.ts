import type { CodeExtents } from './codeExtents.ts';
import { type ConditionRegion, conditionText } from './conditionRegion.ts';

/**
 * Branches of one value: `switch` of C and its relatives, Go, and PowerShell, `when` of Kotlin, and `match` of Rust, Scala, and PHP. Each
 * has the words of its labels.
 */
export function caseConditions(code: CodeExtents, index: number): readonly ConditionRegion[] {
  const block = blockOf(code, index);
  if (!block) return [];
  const { open, subject } = block;
  const close = code.token(open)?.partner;
  const from = code.token(open)?.to ?? 0;
  const isSwitch = code.token(index)?.sign === 'switch';
  const whole = { from, to: code.startOf(code.closingOf(open)), words: subject || 'switch' };
  // Nothing closes it: where it ends can't be read.
  if (close === undefined) return isSwitch ? [whole] : [];
  const heads = headsIn(code, open, close);
  if (heads.length === 0) return isSwitch ? [{ ...whole, to: code.startOf(close) }] : [];
  return branches(code, heads, code.startOf(close), subject);
}

interface Block {
  readonly open: number;
  readonly subject: string;
}

/** So much is looked at in front of the word. */
const NEAR = 100;

/** A function that has such a name. */
const DEFINES = /(?:\b(?:function|def|fun|fn|func|new|class)|\.)\s*$/;

/** The braces behind the word, and what is asked about: behind it, else in front of it. */
function blockOf(code: CodeExtents, index: number): Block | undefined {
  const open = braceBehind(code, index);
  const [word, brace] = [code.token(index), open === undefined ? undefined : code.token(open)];
  if (!word || !brace || open === undefined) return undefined;
  const before = code.slice(Math.max(0, word.from - NEAR), word.from);
  const written = conditionText(code.slice(word.to, brace.from));
  if (DEFINES.test(before) || (word.sign !== 'switch' && /(?<![=!<>])=(?!=)/.test(written))) return undefined;
  const [, first = ''] = /(?:^|[^\w$.)\]])([\w$.()[\]]{1,80})[^\S\n]+$/.exec(before) ?? [];
  const subject = written || (/^(?:return|yield|in|do)$/.test(first) ? '' : first);
  return subject === '' && word.sign === 'match' ? undefined : { open, subject };
}

function braceBehind(code: CodeExtents, index: number): number | undefined {
  let at = code.nextTo(index);
  for (let token = code.token(at ?? -1); at !== undefined && token; token = code.token(at ?? -1)) {
    if (token.sign === '{') return at;
    const isAssigned = token.sign === ':' && code.slice(token.to, token.to + 1) === '=';
    const isWrapped = '(['.includes(token.sign) && token.partner !== undefined;
    if (!isAssigned && !isWrapped) return undefined;
    at = code.nextTo(isWrapped ? (token.partner ?? at) : at);
  }
  return undefined;
}

/** What is in front of the value or the statements of a branch. */
interface BranchHead {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

const VALUE_ENDS = [',', ';', '\n'];

/** Of the first kind that a block has: with a word, with an arrow, or with braces of its own. */
function headsIn(code: CodeExtents, open: number, close: number): readonly BranchHead[] {
  const found: Readonly<Record<'word' | 'arrow' | 'braces', BranchHead[]>> = {
    word: [],
    arrow: [],
    braces: [],
  };
  let [hasWords, behindValue, behindBraces] = [false, open + 1, 0];
  for (let at = open + 1; at < close; at += 1) {
    const token = code.token(at);
    if (!token || code.isSpent) break;
    const colon = token.sign === 'case' || token.sign === 'default' ? colonBehind(code, at) : undefined;
    if (colon !== undefined) {
      at = colon;
      const end = code.token(colon) ?? token;
      const head = { from: token.from, to: end.to, words: code.slice(token.from, end.from) };
      found.word.push(head);
      // In PHP, no other branch has a word.
      if (token.sign === 'default' && end.sign !== ':') found.arrow.push(head);
      else hasWords = true;
      behindValue = code.endOf(colon + 1, VALUE_ENDS) + 1;
      continue;
    }
    if (token.sign === '->' || token.sign === '=>') {
      found.arrow.push(headBefore(code, at, behindValue));
      behindValue = code.endOf(at + 1, VALUE_ENDS) + 1;
    } else if (token.sign === '{') {
      const head = headBefore(code, at);
      // Several can be in one line.
      const from = Math.max(head.from, behindBraces);
      found.braces.push({ ...head, from, words: code.slice(from, token.from) });
      behindBraces = code.token(token.partner ?? at)?.to ?? from;
    }
    if (token.partner !== undefined && token.partner > at) at = token.partner;
  }
  const kinds = [hasWords ? found.word : [], found.arrow, found.braces].map((heads) => heads.filter(isLabel));
  return kinds.find((heads) => heads.length > 0) ?? [];
}

function colonBehind(code: CodeExtents, index: number): number | undefined {
  const at = code.endOf(index + 1, [':', '->', '=>']);
  return [':', '->', '=>'].includes(code.token(at)?.sign ?? '') ? at : undefined;
}

/** `first`: index of the first token behind the value before, where that is known. Labels have commas between them. */
function headBefore(code: CodeExtents, at: number, first = at + 1): BranchHead {
  const token = code.token(at);
  const end = first > at ? undefined : code.token(first - 1);
  // `else` can be behind the value before without a sign between.
  const other = code.token(at - 1);
  const from = other?.sign === 'else' ? other.from : (end?.to ?? code.beginning(at, VALUE_ENDS));
  return { from, to: token?.to ?? from, words: code.slice(from, token?.from ?? from) };
}

/** A function that is assigned is none. */
const isLabel = ({ words }: BranchHead): boolean => words.trim() !== '' && !/(?<![=!<>])=(?!=)/.test(words);

const MOST_LABELS = 20;

/** Labels with nothing behind them are those of the next branch as well. */
function branches(
  code: CodeExtents,
  heads: readonly BranchHead[],
  end: number,
  subject: string,
): readonly ConditionRegion[] {
  let labels: string[] = [];
  return heads.flatMap((head, index) => {
    const to = heads[index + 1]?.from ?? end;
    if (labels.length < MOST_LABELS) labels.push(head.words.trim());
    const words = conditionText(labels.join(', '));
    if (code.slice(head.to, to).trim() !== '') labels = [];
    return head.to < to
      ? [{ from: head.to, to, words: subject === '' ? words : `${subject}: ${words}` }]
      : [];
  });
}
