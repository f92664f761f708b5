import type { ShareVersion } from '../shared.ts';
import { v1 } from './v1.ts';

/** Every form of the link that was ever given out, oldest first. New links have the last one; the others are read for ever. */
export const shareVersions: readonly [ShareVersion, ...ShareVersion[]] = [v1];
