import { policiesInStrings } from './policyShapes.ts';
import type { RecognizedKind, Sighting } from './recognition.ts';

/** A JSON value with the parts that its readers use. */
export interface Shape {
  readonly value: object;
  readonly fields: ReadonlyMap<string, unknown>;
  readonly text: string;
  readonly name: string;
}

/** The kinds that a value can be; empty if none. */
export type ShapeReader = (shape: Shape) => readonly Sighting[];

/** A kind that the field names identify with certainty. */
export const sure = (kind: RecognizedKind): readonly Sighting[] => [{ kind, confidence: 'sure' }];

/** Policies stored as strings; without any, that Import can’t read the file. */
export const inside = (kind: RecognizedKind, value: unknown): Sighting => {
  const text = policiesInStrings(value);
  return text === '' ? { kind, confidence: 'sure', destination: 'none' } : { kind, confidence: 'sure', text };
};

/** A file that Import can read if it contains a policy. */
export const whole = (kind: RecognizedKind, value: unknown): Sighting =>
  policiesInStrings(value) === ''
    ? { kind, confidence: 'sure', destination: 'none' }
    : { kind, confidence: 'sure' };
