import * as z from 'zod/mini';

/** One of AWS's managed policies, as it was on the day of the data. */
export interface ManagedPolicy {
  readonly name: string;
  /** In the partition `aws`: `arn:aws:iam::aws:policy/AmazonSageMakerFullAccess`. */
  readonly arn: string;
  /** `v29` */
  readonly version: string;
  /** The policy as JSON on one line. */
  readonly text: string;
}

export interface ManagedPolicies {
  /** Day of the data, `2026-09-16`: a version that AWS published later is not in it. */
  readonly dataDate: string;
  /** In the order of their names. */
  readonly policies: readonly ManagedPolicy[];
}

const file = z.object({
  released: z.string(),
  policies: z.array(z.object({ arn: z.string(), version: z.string(), document: z.unknown() })),
});

/** Reads the data file of managed policies (`npm run data`); nothing where it is of another form. */
export function readManagedPolicies(value: unknown): ManagedPolicies | undefined {
  const read = file.safeParse(value);
  if (!read.success) return undefined;
  const { released, policies } = read.data;
  return {
    dataDate: released,
    policies: policies
      .map(({ arn, version, document }) => ({
        name: nameIn(arn),
        arn,
        version,
        text: JSON.stringify(document),
      }))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
  };
}

/** An ARN has the path of a policy before its name. */
const nameIn = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);
