import type { ParseErrorCode } from 'jsonc-parser';

/** What import misses, and the parser has no name for. */
type OwnProblem = 'OtherBracketExpected' | 'UnexpectedEndOfText' | 'InvalidUrlEncoding';

/**
 * What is wrong with a text that is no JSON, as a clause: the parser's own names, and those that import adds. The one dictionary
 * for typing, findings, import and presets.
 */
const clauses: Readonly<Record<keyof typeof ParseErrorCode | OwnProblem, string>> = {
  CommaExpected: 'a comma is missing',
  ColonExpected: 'a colon is missing',
  ValueExpected: 'a value is missing',
  PropertyNameExpected: 'a name in quotation marks is missing, or there is a comma too many',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  OtherBracketExpected: 'this bracket closes nothing that is open',
  EndOfFileExpected: 'something follows the end of the JSON',
  UnexpectedEndOfString: 'a text in quotation marks has no end',
  UnexpectedEndOfNumber: 'a number has no end',
  UnexpectedEndOfComment: 'a comment has no end',
  UnexpectedEndOfText: 'a text in quotation marks or a comment has no end',
  InvalidSymbol: 'there is a word without quotation marks',
  InvalidNumberFormat: 'there is a number that JSON does not have',
  InvalidUnicode: 'there is an escape (\\u) without four hexadecimal digits',
  InvalidCharacter: 'there is a character that JSON does not have',
  InvalidEscapeCharacter: 'there is a backslash before a character that it cannot escape',
  InvalidCommentToken: 'JSON has no comments',
  InvalidUrlEncoding: 'a percent sign is not followed by two hexadecimal digits',
};

/** The clause for a problem's name; the name itself for one that is not known. */
export const jsonProblemInWords = (name: string): string => (isKnown(name) ? clauses[name] : name);

const isKnown = (name: string): name is keyof typeof clauses => Object.hasOwn(clauses, name);
