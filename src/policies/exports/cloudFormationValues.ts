import { Scalar } from 'yaml';
import type { PolicyDocument } from '../language/policy.ts';
import { minifyPolicy } from '../language/print.ts';
import { hasLoneSurrogate } from './loneSurrogates.ts';
import { pascalCase } from '../language/letterCase.ts';
import { type Input, hasParameter, isReference, type Piece, piecesOf } from './parameters.ts';

function tagged(tag: string, text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.tag = tag;
  return scalar;
}

export const refTag = (id: string): Scalar => tagged('!Ref', id);
export const subTag = (text: string): Scalar => tagged('!Sub', text);
const getAtt = (id: string, attribute: string): Scalar => tagged('!GetAtt', `${id}.${attribute}`);

/**
 * A policy as values of CloudFormation. No function can be in a key: a document with a parameter in one is the text of
 * its JSON, which IAM, VPC endpoints and Organizations take as well.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export function documentValue(document: PolicyDocument, inputs: readonly Input[]): unknown {
  const plain: unknown = JSON.parse(minifyPolicy(document));
  if (hasOpenKey(plain, inputs) || hasLoneSurrogate(document))
    return textValue(minifyPolicy(document), inputs);
  return valueOf(plain, inputs);
}

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const hasOpenKey = (value: unknown, inputs: readonly Input[]): boolean =>
  entriesOf(value).some(([key, child]) => hasParameter(key, inputs) || hasOpenKey(child, inputs));

function valueOf(value: unknown, inputs: readonly Input[]): unknown {
  if (typeof value === 'string') return textValue(value, inputs);
  if (Array.isArray(value)) return value.map((entry) => valueOf(entry, inputs));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(entriesOf(value).map(([key, child]) => [key, valueOf(child, inputs)]));
}

/** A text without parameters is written as it is: CloudFormation reads `${…}` in nothing but `Fn::Sub`. */
export function textValue(text: string, inputs: readonly Input[]): unknown {
  const pieces = piecesOf(text, inputs);
  const [only] = pieces;
  if (!hasParameter(text, inputs)) return text;
  if (pieces.length === 1 && only !== undefined && typeof only !== 'string') return valueOfInput(only);
  if (pieces.every(isPlain)) return subTag(pieces.map(subText).join(''));
  return {
    'Fn::Join': ['', pieces.map((piece) => (typeof piece === 'string' ? piece : valueOfInput(piece)))],
  };
}

/** Policy variables that `Fn::Sub` leaves as they are if they begin with `!`: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-sub.html */
const VARIABLE = /\$\{([A-Za-z][A-Za-z0-9:/_.-]*)\}/g;

/** What `Fn::Sub` makes of any other `$` is not documented. */
const isPlain = (piece: Piece): boolean =>
  typeof piece !== 'string' || !piece.replace(VARIABLE, '').includes('$');

function subText(piece: Piece): string {
  if (typeof piece === 'string') return piece.replace(VARIABLE, '${!$1}');
  return isReference(piece) ? `\${${pascalCase(piece.role)}.Arn}` : `\${${pascalCase(piece.name)}}`;
}

const valueOfInput = (input: Input): Scalar =>
  isReference(input) ? getAtt(pascalCase(input.role), 'Arn') : refTag(pascalCase(input.name));
