import { hasPlaceholder, replacePlaceholders } from '../language/placeholder.ts';

const VALUES: Readonly<Record<string, string>> = {
  ACCOUNT_ID: '111122223333',
  PARTITION: 'aws',
  REGION: 'us-east-1',
};

/** Plain data with an account, a partition and a Region in place of those that are missing: a call is made in an account. */
export function withExampleAccount<Value>(value: Value, accountId?: string): Value {
  const text = value === undefined ? '' : JSON.stringify(value);
  if (!hasPlaceholder(text)) return value;
  const values = accountId === undefined ? VALUES : { ...VALUES, ACCOUNT_ID: accountId };
  return JSON.parse(replacePlaceholders(text, (name) => values[name]));
}
