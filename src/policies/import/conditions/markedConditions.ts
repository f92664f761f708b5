import { type ConditionRegion, conditionText, otherwiseWords, withCondition } from './conditionRegion.ts';

/** Conditions between words that open and close them: of shells, Makefiles, and languages of templates. */

interface Marker {
  readonly from: number;
  readonly to: number;
  readonly does: 'open' | 'otherwise' | 'close';
  /** Absent where what opens is no condition, or where nothing else is asked. */
  readonly words?: string;
}

interface Dialect {
  /** Groups: `open` with `test`, `other` (a block that is none), `otherwise` with `next`, `close`, `not`. */
  readonly pattern: RegExp;
}

/** Sources: the manuals of GNU Bash and GNU make, Ruby, Helm, Jinja, Handlebars, ERB, and string templates of Terraform. */
const dialects: readonly Dialect[] = [
  {
    pattern:
      /(?<=^|[\n;])[^\S\n]*(?:(?<open>if)[^\S\n]+(?=\S)(?<test>[^\n]{1,300}?)(?:;|\n)\s{0,80}then\b|(?<otherwise>elif)[^\S\n]+(?=\S)(?<next>[^\n]{1,300}?)(?:;|\n)\s{0,80}then\b|(?<other>else)\b(?!\s*[{:]|\s+if\b)|(?<close>fi)\b)/g,
  },
  {
    pattern:
      /^[^\S\n]*(?:(?<open>if(?:(?<not>n)?(?:eq|def)))\b(?<test>[^\n]*)|(?<otherwise>else)[^\S\n]+ifn?(?:eq|def)\b(?<next>[^\n]*)|(?<other>else)[^\S\n]*$|(?<close>endif)\b)/gm,
  },
  {
    pattern:
      /^[^\S\n]*(?=\S)(?:(?<open>if|(?<not>unless))[^\S\n]+(?=\S)(?<test>[^\n]{1,300}?)(?<=\S)(?<!\bend)(?:[^\S\n]+then)?[^\S\n]*$|(?<otherwise>elsif)[^\S\n]+(?=\S)(?<next>[^\n]{1,300}?)(?<=\S)(?:[^\S\n]+then)?[^\S\n]*$|(?<other>else)[^\S\n]*$|(?<block>(?:def|class|module|begin|case|while|until)\b[^\n]{0,300}|[^\n]{1,300}\bdo(?:[^\S\n]*\|[^|\n]{0,100}\|)?)(?<=\S)[^\S\n]*$|(?<close>end)\b[^\n]{0,100}$)/gm,
  },
  {
    pattern:
      /\{\{-?\s*(?:(?<open>if|with)\s+(?=\S)(?<test>[^{}]{1,300}?)|(?<otherwise>else\s+(?:if|with))\s+(?=\S)(?<next>[^{}]{1,300}?)|(?<other>else)|(?<block>range|define|block)\b[^{}]{0,300}?|(?<close>end))(?<=\S)\s*-?\}\}/g,
  },
  {
    pattern:
      /\{%[-+]?\s*(?:(?<open>if)\s+(?=\S)(?<test>[^{}%]{1,300}?)|(?<otherwise>el(?:se\s*)?if)\s+(?=\S)(?<next>[^{}%]{1,300}?)|(?<other>else)|(?<block>for)\b[^{}%]{1,300}?|(?<close>endif|endfor))(?<=\S)\s*[-+]?%\}/g,
  },
  {
    pattern:
      /\{\{~?(?:#\s?(?<open>if|(?<not>unless))\s+(?=\S)(?<test>[^{}]{1,300}?)|\s?(?<otherwise>else\s{1,20}if)\s+(?=\S)(?<next>[^{}]{1,300}?)|\s?(?<other>else)|#(?<block>[^{}]{1,300}?)|\/\s?(?<close>[\w.-]{1,60}))(?<=\S)\s*~?\}\}/g,
  },
  {
    pattern:
      /<%-?\s*(?:(?<open>if|(?<not>unless))\s+(?=\S)(?<test>[^%]{1,300}?)|(?<otherwise>elsif)\s+(?=\S)(?<next>[^%]{1,300}?)|(?<other>else)|(?<block>[^%=]{1,300}\bdo\b(?:\s{0,20}\|[^|%]{0,100}\|)?)|(?<close>end))(?<=\S)\s*-?%>/g,
  },
  {
    pattern:
      /%\{~?\s*(?:(?<open>if)\s+(?=\S)(?<test>[^{}]{1,300}?)|(?<other>else)|(?<close>endif))(?<=\S)\s*~?\}/g,
  },
];

/** The stretches of a text between such words. */
export const markedConditions = (text: string): readonly ConditionRegion[] => [
  ...dialects.flatMap(({ pattern }) =>
    regionsOf(Array.from(text.matchAll(pattern), (match) => markerOf(match))),
  ),
  ...shellCases(text),
];

const CASE = /(?<=^|\n)[^\S\n]*(?:case[^\S\n]+(?=\S)([^\n]{1,100}?)(?<=\S)[^\S\n]+in\b|(esac)\b)/g;
const PATTERN = /(?<=^|\n|;;)\s{0,80}\(?([^\s()"'{][^\n()"'{]{0,80}|"[^"\n]{0,80}")\)([^]*?)(?:;;|$)/g;

/** No `case` of a shell is longer, or in so many others. */
const [LONGEST_CASE, DEEPEST_CASE] = [20_000, 10];

/** `case $STAGE in prod) … ;; esac` of a shell. */
function shellCases(text: string): readonly ConditionRegion[] {
  const open: { readonly subject: string; readonly from: number }[] = [];
  return Array.from(text.matchAll(CASE)).flatMap(({ 0: written, 1: subject, index }) => {
    if (subject !== undefined) open.push({ subject, from: index + written.length });
    const last = subject === undefined ? open.pop() : undefined;
    const isShort = last && index - last.from <= LONGEST_CASE && open.length < DEEPEST_CASE;
    return isShort ? branchesOfCase(text.slice(last.from, index), last) : [];
  });
}

const branchesOfCase = (
  body: string,
  { subject, from: start }: { readonly subject: string; readonly from: number },
): readonly ConditionRegion[] =>
  Array.from(body.matchAll(PATTERN), ({ 0: piece, 1: pattern = '', 2: inner = '', index: at }) => {
    const from = start + at + piece.indexOf(')') + 1;
    return { from, to: from + inner.length, words: conditionText(`${subject}: ${pattern}`) };
  });

function markerOf({ 0: written, index, groups = {} }: RegExpMatchArray): Marker {
  const from = index ?? 0;
  const place = { from, to: from + written.length };
  const { open, test, not, otherwise, next, other, block } = groups;
  const words = (given = '') => conditionText(given);
  if (open !== undefined)
    return { ...place, does: 'open', words: not === undefined ? words(test) : `not (${words(test)})` };
  if (block !== undefined) return { ...place, does: 'open' };
  if (otherwise !== undefined) return { ...place, does: 'otherwise', words: words(next) };
  return { ...place, does: other === undefined ? 'close' : 'otherwise' };
}

interface Open {
  /** Behind the last marker. */
  from: number;
  /** Of the part that is open; of a block that is no condition, none. */
  words: string | undefined;
  before: readonly string[];
  readonly isCondition: boolean;
  readonly parts: ConditionRegion[];
}

/** What nothing closes is no condition of this dialect. */
function regionsOf(markers: readonly Marker[]): readonly ConditionRegion[] {
  const open: Open[] = [];
  const found: ConditionRegion[] = [];
  for (const { from, to, does, words } of markers) {
    if (does === 'open') {
      const before = words === undefined ? [] : [words];
      open.push({ from: to, words, before, isCondition: words !== undefined, parts: [] });
      continue;
    }
    const last = open.at(-1);
    if (!last) continue;
    if (last.words !== undefined) last.parts.push({ from: last.from, to: from, words: last.words });
    if (does === 'close') found.push(...(open.pop()?.parts ?? []));
    else if (last.isCondition) {
      last.words = otherwiseWords(last.before, words);
      last.from = to;
      if (words !== undefined) last.before = withCondition(last.before, words);
    }
  }
  return found;
}
