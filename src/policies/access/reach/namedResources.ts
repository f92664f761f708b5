/** ARNs of a kind of resource with this name. A bucket’s name is the first part of its objects’, of other resources it is the last. */
export function arnsWithName(type: string, name: string): readonly string[] {
  const { before, behind } = partsOfType(type);
  return before === undefined ? [] : [`${before}${name}${behind}`];
}

interface TypeParts {
  readonly wild: string;
  /** What is before the name and behind it; nothing where such resources have no name. */
  readonly before: string | undefined;
  readonly behind: string;
}

const typeParts = new Map<string, TypeParts>();

/** An ARN pattern of AWS’s lists, cut at the name. There are a few thousand. */
export function partsOfType(type: string): TypeParts {
  const known = typeParts.get(type);
  if (known) return known;
  const parts = type.split(/(\$\{[^}]*\})/);
  const places = parts.flatMap((part, index) => (part.startsWith('${') && !FIELDS.test(part) ? [index] : []));
  const at = type.includes(':s3:') ? places[0] : places.at(-1);
  const wild = (some: readonly string[]) => some.map((part) => (part.startsWith('${') ? '*' : part)).join('');
  const found: TypeParts = {
    wild: wild(parts),
    before: at === undefined ? undefined : wild(parts.slice(0, at)),
    behind: at === undefined ? '' : wild(parts.slice(at + 1)),
  };
  typeParts.set(type, found);
  return found;
}

/** Fields of every ARN, which are no names. */
const FIELDS = /^\$\{(?:Partition|Region|Account)\}$/;
