export type Fields = Readonly<Record<string, unknown>>;

const NONE: Fields = {};

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : NONE);

/** A field as the event names it, or as a query does: in lower case. */
export const fieldOf = (fields: Fields, name: string): unknown => fields[name] ?? fields[name.toLowerCase()];

export const textOf = (fields: Fields, name: string): string => {
  const value = fieldOf(fields, name);
  return typeof value === 'string' ? value : '';
};

/** Parameters at any depth: deeper ones are of no request that policies know. */
const MAX_DEPTH = 6;

export type ValuesByName = ReadonlyMap<string, readonly unknown[]>;

/** Every value of parameters with these names, wherever they are. Lists are taken apart. */
export function valuesByName(value: unknown, names: ReadonlySet<string>): ValuesByName {
  const found = new Map<string, unknown[]>();
  collect(value, names, found, 0);
  return found;
}

function collect(
  value: unknown,
  names: ReadonlySet<string>,
  found: Map<string, unknown[]>,
  depth: number,
): void {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, names, found, depth + 1);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (!names.has(key)) collect(inner, names, found, depth + 1);
    else found.set(key, [...(found.get(key) ?? []), ...(Array.isArray(inner) ? inner : [inner])]);
  }
}

/** Those that are texts, and not empty. */
export const textValues = (values: ValuesByName, name: string): readonly string[] =>
  (values.get(name) ?? []).flatMap((one) => (typeof one === 'string' && one !== '' ? [one] : []));

/** A field that may be a number or a truth value in one form, and a text in another. */
export const writtenField = (fields: Fields, name: string): string => {
  const value = fieldOf(fields, name);
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
};
