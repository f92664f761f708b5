import { dequal } from 'dequal/lite';

/** Whether two values of JSON say the same, in whatever order their keys stand. A key without a value counts as absent. */
export const isSame = (one: unknown, other: unknown): boolean => dequal(asJson(one), asJson(other));

const asJson = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));
