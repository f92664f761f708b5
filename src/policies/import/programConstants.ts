import { knownValueAt, type ProgramValue } from './programValues.ts';

/** Signs that a text is a program, and names in it stand for values. */
const PROGRAM =
  /^[^\S\n]*(?:(?:import|from)\s+[\w.{*"']|(?:export\s+)?(?:const|let|var|def|class|async|function|public|private|return)\b|[A-Za-z_][\w.]{0,60}(?:\s*:\s*[\w.[\], ]{1,60})?[^\S\n]*=(?!=)[^\S\n]*[\S])|\bPolicyStatement[({]|[[,:(]\s{0,20}[fF]["']/m;

/** So many names are looked for in a text. */
const MOST_NAMES = 60;

/** One name may be put together from others. */
const MAX_DEPTH = 5;

/** What names of a program stand for, where it says so once. */
export class ProgramConstants {
  private readonly text: string;
  private readonly known = new Map<string, ProgramValue['value'] | undefined>();
  private isProgramKnown: boolean | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get isProgram(): boolean {
    this.isProgramKnown ??= PROGRAM.test(this.text);
    return this.isProgramKnown;
  }

  /** The text or list that a name is assigned once, outside of functions and classes; nothing where it could be another. */
  valueOf(name: string, depth = 0): ProgramValue['value'] | undefined {
    if (this.known.has(name)) return this.known.get(name);
    if (depth > MAX_DEPTH || this.known.size >= MOST_NAMES || !/^[A-Za-z_]\w*$/.test(name)) return undefined;
    // A name that stands for itself stands for nothing.
    this.known.set(name, undefined);
    const found = this.assigned(name, depth + 1);
    this.known.set(name, found);
    return found;
  }

  private assigned(name: string, depth: number): ProgramValue['value'] | undefined {
    const { text } = this;
    if (isBoundOtherwise(name, text)) return undefined;
    const all = [
      ...text.matchAll(
        new RegExp(`(?<![\\w.$'"])${name}${TYPE}[^\\S\\n]*(?:[-+|&*/%]|\\*\\*|//|:)?=(?![=>])`, 'g'),
      ),
    ];
    const [only] = all;
    if (!only || all.length > 1) return undefined;
    const start = text.lastIndexOf('\n', only.index) + 1;
    if (!/^(?:(?:export\s+)?(?:const|let|var)\s+)?$/.test(text.slice(start, only.index))) return undefined;
    const from = only.index + only[0].length;
    if (!/[^\S\n:]=$|[\w\])]=$/.test(only[0])) return undefined;
    const at = from + (/^[^\S\n]*/.exec(text.slice(from, from + 200))?.[0].length ?? 0);
    return knownValueAt(text, at, (other) => this.valueOf(other, depth));
  }
}

/** A type behind a name. */
const TYPE = '(?:[^\\S\\n]*:[^\\S\\n]*[\\w.[\\], |]{1,60}?)?';

/** Whether a loop, a parameter, an import or another statement gives a name its value. */
const isBoundOtherwise = (name: string, text: string): boolean =>
  new RegExp(
    `\\b(?:for|global|nonlocal|del)\\s[^\\n]{0,200}\\b${name}\\b|\\bas\\s+${name}\\b|\\bimport\\s[^\\n]{0,200}\\b${name}\\b|\\b(?:def|function|lambda)\\b[^\\n]{0,300}\\b${name}\\b|\\(([^()\\n]{0,200},)?\\s*${name}\\s*(,[^()\\n]{0,200})?\\)\\s*=>|(?<![\\w.])${name}\\s{0,20}(?:\\.(?:append|extend|insert|remove|pop|clear|push|unshift|splice|shift|concat)\\b|\\[[^\\]\\n]{0,100}\\]\\s{0,20}=(?!=))`,
  ).test(text);
