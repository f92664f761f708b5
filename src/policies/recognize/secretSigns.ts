/** Whether a text holds credentials: access keys, session tokens, private keys. An access key ID alone is none: logs are full of them. */
export function holdsSecret(text: string): boolean {
  return literals.some((literal) => text.includes(literal)) && SECRET.test(text);
}

/** Looked for first: this is much cheaper than the pattern. */
const literals = ['ecret', 'SECRET', 'PRIVATE KEY', 'ession'];

const SECRET =
  /aws_secret_access_key["']?\s{0,9}[=:]\s{0,9}["']?[A-Za-z0-9/+]{40}|Secret_?Access_?Key["']?\s{0,9}[=:]\s{0,9}\\?["']?[A-Za-z0-9/+]{40}|-----BEGIN (?:[A-Z]{2,9} )?PRIVATE KEY-----|aws_session_token["']?\s{0,9}[=:]\s{0,9}["']?[A-Za-z0-9/+=]{80}/i;
