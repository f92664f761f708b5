import { Scalar } from 'yaml';
import type { PolicyDocument } from '../document.ts';
import { minifyPolicy } from '../print.ts';
import { hasLoneHalf } from './loneHalves.ts';
import { pascalCase } from './names.ts';
import { isOpen, type Parameter, type Piece, piecesOf } from './parameters.ts';

function tagged(tag: string, text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.tag = tag;
  return scalar;
}

export const ref = (id: string): Scalar => tagged('!Ref', id);
export const sub = (text: string): Scalar => tagged('!Sub', text);

/**
 * A policy as CloudFormation's own values. No function can stand in a key: a document with a parameter in one is the text of
 * its JSON, which IAM, VPC endpoints and Organizations take as well.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export function documentValue(document: PolicyDocument, parameters: readonly Parameter[]): unknown {
  const plain: unknown = JSON.parse(minifyPolicy(document));
  if (hasOpenKey(plain, parameters) || hasLoneHalf(document))
    return textValue(minifyPolicy(document), parameters);
  return valueOf(plain, parameters);
}

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const hasOpenKey = (value: unknown, parameters: readonly Parameter[]): boolean =>
  entriesOf(value).some(([key, child]) => isOpen(key, parameters) || hasOpenKey(child, parameters));

function valueOf(value: unknown, parameters: readonly Parameter[]): unknown {
  if (typeof value === 'string') return textValue(value, parameters);
  if (Array.isArray(value)) return value.map((entry) => valueOf(entry, parameters));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(entriesOf(value).map(([key, child]) => [key, valueOf(child, parameters)]));
}

/** A text without parameters is written as it is: CloudFormation reads `${…}` in nothing but `Fn::Sub`. */
function textValue(text: string, parameters: readonly Parameter[]): unknown {
  const pieces = piecesOf(text, parameters);
  const [only] = pieces;
  if (!isOpen(text, parameters)) return text;
  if (pieces.length === 1 && only !== undefined && typeof only !== 'string')
    return ref(pascalCase(only.name));
  if (pieces.every(isPlain)) return sub(pieces.map(subText).join(''));
  return {
    'Fn::Join': [
      '',
      pieces.map((piece) => (typeof piece === 'string' ? piece : ref(pascalCase(piece.name)))),
    ],
  };
}

/** Variables of IAM that `Fn::Sub` passes on when they begin with `!`: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-sub.html */
const VARIABLE = /\$\{([A-Za-z][A-Za-z0-9:/_.-]*)\}/g;

/** Of any other `$` it is not known what `Fn::Sub` makes of it. */
const isPlain = (piece: Piece): boolean =>
  typeof piece !== 'string' || !piece.replace(VARIABLE, '').includes('$');

const subText = (piece: Piece): string =>
  typeof piece === 'string' ? piece.replace(VARIABLE, '${!$1}') : `\${${pascalCase(piece.name)}}`;
