/** A resource that IAM authorizes a call on besides the one that the message names. */
export interface FurtherResource {
  /** As AWS calls it: `endpoint-config`. */
  readonly type: string;
  /** Its ARN without the name, at the place of the named resource. */
  readonly arnStart: string;
}

/**
 * The ARN of what was typed for it: an ARN of its type, or a name. Nothing while it is neither: a wildcard would allow the call on more
 * than one resource.
 */
export function furtherArn({ arnStart }: FurtherResource, typed: string): string | undefined {
  const text = typed.trim();
  if (/[\s*?,;"']|\$\{/.test(text)) return undefined;
  const prefix = resourceOf(arnStart);
  const name = text.startsWith('arn:') ? resourceOf(text) : text;
  if (text.startsWith('arn:') && !(isAlike(text, arnStart) && name.startsWith(prefix))) return undefined;
  const bare = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  if (bare === '' || /[:/]$/.test(bare)) return undefined;
  return text.startsWith('arn:') ? text : `${arnStart}${bare}`;
}

const fieldsOf = (arn: string): readonly string[] => arn.split(':');

const resourceOf = (arn: string): string => fieldsOf(arn).slice(5).join(':');

/** Whether both are of one service, and have a Region and an account or not. */
const isAlike = (one: string, other: string): boolean =>
  fieldsOf(one)[2] === fieldsOf(other)[2] &&
  [3, 4].every((field) => (fieldsOf(one)[field] === '') === (fieldsOf(other)[field] === ''));
