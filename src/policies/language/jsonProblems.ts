import type { ParseErrorCode } from 'jsonc-parser';

/** Problems that import finds and the parser has no code for. */
type ImportProblem = 'OtherBracketExpected' | 'UnexpectedEndOfText' | 'InvalidUrlEncoding';

/**
 * What is wrong with a text that is no JSON, as a clause: the parser's codes, and those that import adds. The one dictionary
 * for typing, findings, import and presets.
 */
const clauses: Readonly<Record<keyof typeof ParseErrorCode | ImportProblem, string>> = {
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

/** The clause for a problem's code; the code itself if there is none. */
export const describeJsonProblem = (name: string): string => (hasClause(name) ? clauses[name] : name);

const hasClause = (name: string): name is keyof typeof clauses => Object.hasOwn(clauses, name);
