import type { ActionFacts } from '../../catalog/service.ts';
import type { ResourcePattern } from '../../exact/resourceCover.ts';
import { meetsRead } from '../../exact/resourceMeet.ts';
import type { Target } from './relation.ts';

/** What of an entry an action works on. */
export interface Typed {
  readonly target: Target;
  /** ARN patterns of AWS of the kinds of resources that the entry can match. */
  readonly types: readonly string[];
  /** Whether the entry can match a resource that AWS lists for the action. */
  readonly fits: boolean;
}

const typesByAction = new WeakMap<ActionFacts, readonly string[]>();

/** ARN patterns of the resources that an action is about, as AWS writes them. */
export function typesOf(facts: ActionFacts): readonly string[] {
  const known = typesByAction.get(facts) ?? [
    ...new Set(facts.resourceTypes.map(({ arnPattern }) => arnPattern)),
  ];
  typesByAction.set(facts, known);
  return known;
}

/** The pattern with a wildcard for each of its variables: `arn:*:s3:::*`. */
export const wildType = (type: string): string => type.replaceAll(/\$\{[^}]*\}/g, '*');

/** Tells whether an entry can match a resource of a type. Actions share their types: each is looked at once. */
export function typeMatcher(target: Target): (type: string) => boolean {
  if (target.kind !== 'pattern') return () => true;
  const { text, variables } = target;
  const known = new Map<string, boolean>();
  return (type) => {
    const found = known.get(type) ?? isOfKind({ text, variables }, type);
    known.set(type, found);
    return found;
  };
}

/** A bucket’s name has no slash; the patterns of AWS’s lists do not say so. */
const isOfKind = (pattern: ResourcePattern, type: string): boolean =>
  !(BUCKET.test(type) && pattern.text.includes('/')) &&
  meetsRead(pattern, { text: wildType(type), variables: false });

const BUCKET = /:s3:::\$\{\w+\}$/;
