/**
 * `hidden`: cannot be seen, or turns the order of what is seen. `lookAlike`: reads as another character, or belongs to another
 * script than the word it is in. `notComposed`: the same text has a shorter form (NFC). `stacked`: marks that no letter carries.
 */
export type CharacterKind = 'hidden' | 'lookAlike' | 'notComposed' | 'stacked';

/** A place of a text that does not read as what it is. In UTF-16 units. */
export interface FoundCharacter {
  readonly offset: number;
  readonly length: number;
  readonly kind: CharacterKind;
  /** What is there: one character, or the marks on one. */
  readonly text: string;
  /** What a reader takes it for, or its normal form, where there is one. */
  readonly reads?: string;
}

/**
 * `value`: a text that is compared character by character, such as an ARN. `prose`: a name or a sentence, in which typographic
 * quotes and dashes, and the Turkish dotless i, are as they should be.
 */
export type TextUse = 'value' | 'prose';
