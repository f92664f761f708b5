/** Amazon DataZone, which SageMaker Unified Studio is built on. */

/** Verb → the rest of the names of its actions: `{ List: 'Projects Domains' }`. */
export const dataZoneActions = (names: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(names).flatMap(([verb, rest]) => rest.split(' ').map((name) => `datazone:${verb}${name}`));
