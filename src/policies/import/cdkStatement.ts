import { elementOf, isCdkStatement } from './cdkStatements.ts';
import { bareNameAt } from './programTexts.ts';
import type { Tokenizer } from './tokenizer.ts';

/** The argument of a statement of AWS CDK, whose parts become those of a statement of a policy. */
export class CdkStatement {
  private readonly parts = new Set<string>();
  private readonly tokens: Tokenizer;
  private readonly start: number;

  constructor(tokens: Tokenizer, start: number) {
    this.tokens = tokens;
    this.start = start;
  }

  /** The one whose argument begins at a place. */
  static at(tokens: Tokenizer, start: number): CdkStatement | undefined {
    return isCdkStatement(tokens.text, start) ? new CdkStatement(tokens, start) : undefined;
  }

  /** The part that begins at a place, and what policies call it; nothing where no name is there. */
  part(start: number): { readonly name: string; readonly element: string | undefined } | undefined {
    const name = bareNameAt(this.tokens.text, start);
    if (name === undefined) return undefined;
    const element = elementOf(name);
    if (element !== undefined) {
      this.tokens.rename(start, name, element);
      this.parts.add(element);
    }
    return { name, element };
  }

  /** The effect is Allow unless it’s specified. */
  close(): void {
    const { edits, repairs } = this.tokens;
    const at = { offset: this.start + 1, length: 0 };
    if (!this.parts.has('Effect')) edits.unshift({ ...at, text: '"Effect": "Allow", ' });
    repairs.push({ code: 'cdkStatement', detail: [...this.parts].join(', '), ...at });
  }
}
