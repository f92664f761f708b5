type Fields = ReadonlyMap<string, unknown>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map<string, unknown>(Object.entries(value))
    : new Map();

/** What `aws sts decode-authorization-message` prints, as a message; `unread` where it names no principal and action. */
export function messageOfDecoded(value: unknown): { readonly text: string } | 'unread' | undefined {
  const inner = fieldsOf(value).get('DecodedMessage');
  const decoded = typeof inner === 'string' ? fieldsOf(parsed(inner)) : fieldsOf(value);
  const context = fieldsOf(decoded.get('context'));
  if (typeof decoded.get('allowed') !== 'boolean' || context.size === 0)
    return inner === undefined ? undefined : 'unread';
  const principal = fieldsOf(context.get('principal')).get('arn');
  const [action, resource] = [context.get('action'), context.get('resource')];
  if (typeof principal !== 'string' || principal === '' || typeof action !== 'string') return 'unread';
  const on = typeof resource === 'string' ? ` on resource: ${resource}` : '';
  const why = decoded.get('explicitDeny') === true ? ' with an explicit deny' : '';
  return { text: `User: ${principal} is not authorized to perform: ${action}${on}${why}` };
}

/** The same of a text, which may be any. */
export function messageOfDecodedText(text: string): string | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  const found = messageOfDecoded(parsed(text));
  return typeof found === 'object' ? found.text : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
