import { policiesInStrings } from './policyShapes.ts';
import type { RecognizedKind, Sighting } from './recognition.ts';

/** A JSON value with what its readers look at. */
export interface Shape {
  readonly value: object;
  readonly fields: ReadonlyMap<string, unknown>;
  readonly text: string;
  readonly name: string;
}

/** What a value is, or nothing where it is something else. */
export type ShapeReader = (shape: Shape) => readonly Sighting[];

/** A kind that the names of the fields leave no doubt of. */
export const sure = (kind: RecognizedKind): readonly Sighting[] => [{ kind, confidence: 'sure' }];

/** The policies that a file holds as strings, or that Import reads none of it. */
export const inside = (kind: RecognizedKind, value: unknown): Sighting => {
  const text = policiesInStrings(value);
  return text === '' ? { kind, confidence: 'sure', destination: 'none' } : { kind, confidence: 'sure', text };
};

/** A file that Import reads, where it holds a policy. */
export const whole = (kind: RecognizedKind, value: unknown): Sighting =>
  policiesInStrings(value) === ''
    ? { kind, confidence: 'sure', destination: 'none' }
    : { kind, confidence: 'sure' };
