import { type ConditionRegion, conditionText, otherwiseWords } from './conditionRegion.ts';

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

/** Sources: the manuals of GNU Bash and GNU make, Helm, Jinja, Handlebars, ERB, and string templates of Terraform. */
const dialects: readonly Dialect[] = [
  {
    pattern:
      /(?<=^|[\n;])[^\S\n]*(?:(?<open>if)\s+(?<test>[^\n]{1,300}?)(?:;|\n)\s{0,80}then\b|(?<otherwise>elif)\s+(?<next>[^\n]{1,300}?)(?:;|\n)\s{0,80}then\b|(?<other>else)\b(?!\s*[{:]|\s+if\b)|(?<close>fi)\b)/g,
  },
  {
    pattern:
      /^[^\S\n]*(?:(?<open>if(?:(?<not>n)?(?:eq|def)))\b(?<test>[^\n]*)|(?<otherwise>else)[^\S\n]+ifn?(?:eq|def)\b(?<next>[^\n]*)|(?<other>else)[^\S\n]*$|(?<close>endif)\b)/gm,
  },
  {
    pattern:
      /\{\{-?\s*(?:(?<open>if|with)\s+(?<test>[^{}]{1,300}?)|(?<otherwise>else\s+(?:if|with))\s+(?<next>[^{}]{1,300}?)|(?<other>else)|(?<block>range|define|block)\b[^{}]{0,300}?|(?<close>end))\s*-?\}\}/g,
  },
  {
    pattern:
      /\{%[-+]?\s*(?:(?<open>if)\s+(?<test>[^{}%]{1,300}?)|(?<otherwise>el(?:se\s*)?if)\s+(?<next>[^{}%]{1,300}?)|(?<other>else)|(?<close>endif))\s*[-+]?%\}/g,
  },
  {
    pattern:
      /\{\{[#^/]?\s*(?:(?<=#\s*)(?<open>if|(?<not>unless))\s+(?<test>[^{}]{1,300}?)|(?<other>(?<!\/)else)|(?<=\/\s*)(?<close>if|unless))\s*\}\}/g,
  },
  {
    pattern:
      /<%-?\s*(?:(?<open>if|(?<not>unless))\s+(?<test>[^%]{1,300}?)|(?<otherwise>elsif)\s+(?<next>[^%]{1,300}?)|(?<other>else)|(?<block>[^%=]{1,300}\bdo\b(?:\s*\|[^|%]*\|)?)|(?<close>end))\s*-?%>/g,
  },
  {
    pattern: /%\{~?\s*(?:(?<open>if)\s+(?<test>[^{}]{1,300}?)|(?<other>else)|(?<close>endif))\s*~?\}/g,
  },
];

/** The stretches of a text between such words. */
export const markedConditions = (text: string): readonly ConditionRegion[] =>
  dialects.flatMap(({ pattern }) =>
    regionsOf(Array.from(text.matchAll(pattern), (match) => markerOf(match))),
  );

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
  readonly before: string[];
  readonly isCondition: boolean;
}

function regionsOf(markers: readonly Marker[]): readonly ConditionRegion[] {
  const open: Open[] = [];
  const found: ConditionRegion[] = [];
  for (const { from, to, does, words } of markers) {
    if (does === 'open') {
      open.push({
        from: to,
        words,
        before: words === undefined ? [] : [words],
        isCondition: words !== undefined,
      });
      continue;
    }
    const last = open.at(-1);
    if (!last) continue;
    if (last.words !== undefined) found.push({ from: last.from, to: from, words: last.words });
    if (does === 'close') open.pop();
    else if (last.isCondition) {
      last.words = otherwiseWords(last.before, words);
      last.from = to;
      if (words !== undefined) last.before.push(words);
    }
  }
  return found;
}
