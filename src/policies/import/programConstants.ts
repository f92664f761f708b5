import { nameOfWords } from '../language/placeholder.ts';
import { bindsByText, isEnclosed, isUse, placesOf } from './programNames.ts';
import { knownValueAt, type ProgramNames, type ProgramValue } from './programValues.ts';

/** Signs that a text is a program, whose variables can have values. Blanks are counted: what was read is blank in the text. */
const PROGRAM =
  /^[^\S\n]*(?:(?:import|from)\s+[\w.{*"']|(?:export\s+)?(?:const|let|var|def|class|async|function|public|private|return)\b|[A-Za-z_][\w.]{0,60}(?:\s{0,20}:\s{0,20}(?=\S)[\w.[\], ]{1,60})?[^\S\n]{0,60}=(?!=)[^\S\n]*[\S])|\bPolicyStatement[({]|[[,:(]\s{0,20}[fF]["']/m;

const PYTHON =
  /^[^\S\n]*(?:import\s+[\w.]+(?:\s+as\s+\w+)?(?:[^\S\n]*,[\w., ]+)?[^\S\n]*(?:#.*)?\r?$|from\s+[\w.]+\s+import\b|(?:async\s+)?def\s+\w+\()/m;

/** Maximum number of variables that are looked up in a text. */
const MOST_NAMES = 60;

/** Maximum depth of variables in the values of variables. */
const MAX_DEPTH = 5;

/** The values of variables that the program assigns exactly once. */
export class ProgramConstants implements ProgramNames {
  private readonly text: string;
  private readonly known = new Map<string, ProgramValue['value'] | undefined>();
  private readonly placeholders = new Map<string, string>();
  private isProgramKnown: boolean | undefined;
  private isPythonKnown: boolean | undefined;
  private isBoundByText: boolean | undefined;

  constructor(text: string) {
    this.text = text;
  }

  get isProgram(): boolean {
    this.isProgramKnown ??= PROGRAM.test(this.text);
    return this.isProgramKnown;
  }

  /** Python, where a name that begins an entry of a dictionary is replaced by its value. */
  get isPython(): boolean {
    this.isPythonKnown ??= PYTHON.test(this.text);
    return this.isPythonKnown;
  }

  /**
   * The text or list that a name is assigned once, outside of functions and classes, where it is only used otherwise. Nothing
   * where it could be another: a parameter, a loop, or a statement elsewhere can give the same name another value.
   */
  valueOf(name: string, depth = 0): ProgramValue['value'] | undefined {
    if (this.known.has(name)) return this.known.get(name);
    if (depth > MAX_DEPTH || this.known.size >= MOST_NAMES || !/^[A-Za-z_]\w*$/.test(name)) return undefined;
    // A variable that refers to itself has no value.
    this.known.set(name, undefined);
    const found = this.assigned(name, depth + 1);
    this.known.set(name, found);
    return found;
  }

  /** The same for each place of an expression; another for another, such as `bucket.arn` and `bucketArn`. */
  placeholderFor(expression: string): string {
    const made = nameOfWords([expression]);
    // Names in capitals are those of the page’s own placeholders, and say nothing of them here.
    const isOfPage = /^[A-Z0-9_]+$/.test(made);
    for (let number = isOfPage ? 2 : 1; ; number += 1) {
      const name = number === 1 ? made : `${made}${number}`;
      const user = this.placeholders.get(name) ?? expression;
      if (user !== expression) continue;
      this.placeholders.set(name, expression);
      return name;
    }
  }

  private assigned(name: string, depth: number): ProgramValue['value'] | undefined {
    const { text } = this;
    const [only, ...others] = [
      ...text.matchAll(
        new RegExp(
          `^(?:(?:export\\s+)?(?:const|let|var)\\s+)?${name}${TYPE}[^\\S\\n]*=(?![=>])[^\\S\\n]*`,
          'gm',
        ),
      ),
    ];
    // What is imported as a whole can have any name, and what is in a comment or in a text over lines assigns nothing.
    if (!only || others.length > 0 || IMPORTS_ALL.test(text) || isEnclosed(text, only.index))
      return undefined;
    const start = only.index + only[0].length;
    const value = knownValueAt(text, start, {
      valueOf: (other) => this.valueOf(other, depth),
      placeholderFor: (other) => this.placeholderFor(other),
    });
    this.isBoundByText ??= bindsByText(text);
    const as = { isText: typeof value === 'string', isBoundByText: this.isBoundByText };
    const isOnlyUsed = placesOf(name, text).every(
      (place) => (place >= only.index && place < start) || isUse(text, place, name, as),
    );
    return isOnlyUsed ? value : undefined;
  }
}

/** A type behind a name. */
const TYPE = '(?:[^\\S\\n]*:[^\\S\\n]*[\\w.[\\], |]{1,60}?)?';

const IMPORTS_ALL = /\bimport\s*\*(?!\s*as\b)/;
