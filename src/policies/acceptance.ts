import type { Path, PolicyDocument } from './document.ts';

/** A finding that somebody answers for. */
export interface Acceptance {
  /** Id of the document, before it was split. */
  readonly document: string;
  readonly code: string;
  /** What tells it from other findings of the code, as digits: see `aboutOf`. */
  readonly about: string;
  readonly reason: string;
}

interface Found {
  readonly code: string;
  readonly path: Path;
  readonly values: Readonly<Record<string, string>>;
}

/** What a statement grants or denies besides its actions. Its Sid changes with its neighbours and says nothing. */
const SCOPE = ['Effect', 'Principal', 'NotPrincipal', 'Resource', 'NotResource', 'Condition'] as const;

function valueAt(value: unknown, path: Path): unknown {
  const [name, ...rest] = path;
  if (name === undefined || typeof value !== 'object' || value === null) return value;
  return valueAt(new Map<string, unknown>(Object.entries(value)).get(String(name)), rest);
}

/**
 * What a finding is about: its values, the text it stands at, and what its statement grants that on. It holds when statements
 * move or are joined, and not when any of that changes, so that an acceptance never covers more than was accepted.
 */
export function aboutOf({ path, values }: Found, policy: PolicyDocument): string {
  const [, index] = path;
  const statement = typeof index === 'number' ? policy.Statement[index] : undefined;
  const isWhole = path.length <= 2;
  const scope = statement ? SCOPE.map((name) => statement[name] ?? null) : [];
  const sorted = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  return digest(JSON.stringify([sorted, scope, isWhole ? (statement ?? policy) : valueAt(policy, path)]));
}

/** FNV-1a with 64 bits, as hexadecimal digits. Source: https://datatracker.ietf.org/doc/html/draft-eastlake-fnv */
export function digest(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let at = 0; at < text.length; at += 1)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

/** The acceptance that covers a finding of a document, if there is one. */
export function acceptanceOf(
  accepted: readonly Acceptance[],
  document: string,
  finding: Found,
  policy: PolicyDocument,
): Acceptance | undefined {
  const candidates = accepted.filter((entry) => entry.code === finding.code && entry.document === document);
  if (candidates.length === 0) return undefined;
  const about = aboutOf(finding, policy);
  return candidates.find((entry) => entry.about === about);
}
