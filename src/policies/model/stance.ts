/** `published`: the guide's statement, repaired only where IAM rejects it or it can never match. */
export type Stance = 'published' | 'hardened';
