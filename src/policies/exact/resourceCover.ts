import { subsumesResource } from '../language/resourcePattern.ts';

/** A resource pattern, and whether `${…}` in it is a policy variable: only where the policy's version is 2012-10-17. */
export interface ResourcePattern {
  readonly text: string;
  readonly variables: boolean;
}

/**
 * Whether a resource pattern matches all that another one matches, each as its policy reads it. Sound: never true when it should
 * not be. Where `${…}` is plain text its colons separate fields, so that such a pattern covers, and is covered by, only the same text.
 */
export function coversResourcePattern(wide: ResourcePattern, narrow: ResourcePattern): boolean {
  const withVariables = [wide, narrow].filter(({ text }) => text.includes('${'));
  if (wide.text === narrow.text) return withVariables.length === 0 || wide.variables === narrow.variables;
  if (/^\*+$/.test(wide.text)) return true;
  return withVariables.every(({ variables }) => variables) && subsumesResource(wide.text, narrow.text);
}
