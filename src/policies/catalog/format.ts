import * as z from 'zod/mini';

/** Shape of the files that the build writes; indexes into tables keep them small. */

const place = z.number().check(z.gte(0));

export const serviceFile = z.object({
  format: z.literal(1),
  service: z.string(),
  levels: z.array(z.string()),
  keys: z.array(z.string()),
  /** Name, ARN pattern, places of its condition keys. */
  types: z.array(z.tuple([z.string(), z.string(), z.array(place)])),
  /** Name, place of the access level, places of condition keys, per resource type: place, required, places of keys. */
  actions: z.array(
    z.tuple([z.string(), place, z.array(place), z.array(z.tuple([z.number(), z.number()], place))]),
  ),
});

export const indexFile = z.object({
  format: z.literal(1),
  dataDate: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  services: z.array(z.string()),
  retired: z.array(z.string()),
});

export const textFile = z.record(z.string(), z.string());

export type ServiceFile = z.infer<typeof serviceFile>;
