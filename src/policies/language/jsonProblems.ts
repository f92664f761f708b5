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
  PropertyNameExpected: 'a property name in quotation marks is missing, or there is an extra comma',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  OtherBracketExpected: 'this bracket has no opening bracket',
  EndOfFileExpected: 'unexpected text after the end of the JSON',
  UnexpectedEndOfString: 'a string has no closing quotation mark',
  UnexpectedEndOfNumber: 'a number is incomplete',
  UnexpectedEndOfComment: 'a comment isn’t closed',
  UnexpectedEndOfText: 'a string or a comment isn’t closed',
  InvalidSymbol: 'unexpected word without quotation marks',
  InvalidNumberFormat: 'invalid number',
  InvalidUnicode: 'a \\u escape without four hexadecimal digits',
  InvalidCharacter: 'unexpected character',
  InvalidEscapeCharacter: 'invalid escape sequence',
  InvalidCommentToken: 'JSON doesn’t support comments',
  InvalidUrlEncoding: 'a percent sign isn’t followed by two hexadecimal digits',
};

/** The clause for a problem's code; the code itself if there is none. */
export const describeJsonProblem = (name: string): string => (hasClause(name) ? clauses[name] : name);

const hasClause = (name: string): name is keyof typeof clauses => Object.hasOwn(clauses, name);
