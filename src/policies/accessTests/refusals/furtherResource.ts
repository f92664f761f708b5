/** A resource that IAM authorizes a call on besides the one that the message names. */
export interface FurtherResource {
  /** As AWS calls it: `endpoint-config`. */
  readonly type: string;
  /** Its ARN without the name, at the place of the named resource. */
  readonly arnStart: string;
}

/** The ARN of what was typed for it: an ARN, or a name. Nothing while it is neither. */
export function furtherArn({ arnStart }: FurtherResource, typed: string): string | undefined {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return undefined;
  if (!text.startsWith('arn:')) return `${arnStart}${text}`;
  return /^arn:[\w-]+:[\w-]+:[^:]*:[^:]*:./.test(text) ? text : undefined;
}
