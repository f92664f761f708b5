import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import * as z from 'zod/mini';

/**
 * AWS's managed policies as `npm run data` left them: a corpus of real policies for tests. SageMaker's are in a file that
 * the page may read, the others in one that only tests read.
 */

const file = z.object({
  policies: z.array(
    z.object({ arn: z.string(), version: z.string(), created: z.string(), document: z.unknown() }),
  ),
});

export interface ManagedPolicy {
  /** `arn:aws:iam::aws:policy/ReadOnlyAccess` */
  readonly arn: string;
  /** The policy as JSON on one line. */
  readonly text: string;
}

const read = (name: string): Uint8Array => readFileSync(new URL(name, import.meta.url));

/** The newest version of every managed policy, in the order of their ARNs. */
export function managedPolicies(): readonly ManagedPolicy[] {
  const texts = [
    new TextDecoder().decode(read('../sageMakerManagedPolicies.json')),
    brotliDecompressSync(read('./otherManagedPolicies.json.br')).toString('utf8'),
  ];
  return texts
    .flatMap((text) => file.parse(JSON.parse(text)).policies)
    .map(({ arn, document }) => ({ arn, text: JSON.stringify(document) }))
    .toSorted((one, other) => (one.arn < other.arn ? -1 : 1));
}
