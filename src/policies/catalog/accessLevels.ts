/** AWS counts permissions management and tagging as writing too (`Tagging, Write`); the first says more. */
export const levelName = (accessLevel: string): string => accessLevel.split(',')[0] ?? accessLevel;

/** AWS’s access levels, what can do most harm first. */
export const accessLevels: readonly string[] = ['Permissions management', 'Write', 'Tagging', 'Read', 'List'];

/** For sorting: the level that can do most harm first, unknown levels last. */
export function levelRank(accessLevel: string): number {
  const rank = accessLevels.indexOf(levelName(accessLevel));
  return rank === -1 ? accessLevels.length : rank;
}
