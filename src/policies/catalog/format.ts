import * as z from 'zod/mini';

/** Shape of the files that the build writes; indexes into tables keep them small. */

const place = z.number().check(z.gte(0));

export const serviceFile = z.object({
  format: z.literal(2),
  service: z.string(),
  levels: z.array(z.string()),
  keys: z.array(z.string()),
  /** Place of each key's type in `keyTypes` of service.ts; -1 for a global key that the service does not describe. */
  keyTypes: z.array(z.number()),
  /** Name, ARN pattern, places of its condition keys. */
  types: z.array(z.tuple([z.string(), z.string(), z.array(place)])),
  /** Name, place of the access level, places of condition keys, per resource type: place, required, places of keys. */
  actions: z.array(
    z.tuple([z.string(), place, z.array(place), z.array(z.tuple([z.number(), z.number()], place))]),
  ),
});

export const indexFile = z.object({
  format: z.literal(2),
  dataDate: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  services: z.array(z.string()),
  retired: z.array(z.string()),
  /** Key and type: `['aws:SourceIp', 'IPAddress']`. */
  globalKeys: z.array(z.tuple([z.string(), z.string()])),
  rcpServices: z.array(z.string()),
  /** Names in ARNs, and before condition keys, that are no prefix of actions: name → services that use it. */
  arnServices: z.record(z.string(), z.array(z.string())),
  keyServices: z.record(z.string(), z.array(z.string())),
});

/** Action → AWS's sentence on it. */
export const textFile = z.object({
  format: z.literal(2),
  service: z.string(),
  text: z.record(z.string(), z.string()),
});

export type ServiceFile = z.infer<typeof serviceFile>;
