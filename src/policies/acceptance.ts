import type { Path, PolicyDocument } from './document.ts';

/** A finding that somebody answers for. */
export interface Acceptance {
  /** Id of the document, before it was split. */
  readonly document: string;
  readonly code: string;
  /** What tells it from other findings of the code, so that it holds when statements move: see `aboutOf`. */
  readonly about: string;
  readonly reason: string;
}

interface Found {
  readonly code: string;
  readonly path: Path;
  readonly values: Readonly<Record<string, string>>;
}

/** The statement by its Sid, or by its number where it has none, and the values of the finding. */
export function aboutOf({ path, values }: Found, policy: PolicyDocument): string {
  const [, index] = path;
  const statement = typeof index === 'number' ? policy.Statement[index] : undefined;
  const words = Object.keys(values)
    .sort()
    .map((name) => `${name}=${values[name]}`);
  return [statement?.Sid ?? (typeof index === 'number' ? `#${index}` : ''), ...words]
    .join(' ')
    .slice(0, 2000);
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
