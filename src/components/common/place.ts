import { listOf, type Path } from '../../policies/language/policy.ts';
import { type PrintedDocument, pathAtCaret } from '../../state/derived/derived.ts';

/** The statement or action that a place in a document's text belongs to. */
export interface Place {
  readonly path: Path;
  readonly label: string;
  readonly action?: string;
}

export function placeAt(document: PrintedDocument, at: number | undefined): Place | undefined {
  if (at === undefined) return undefined;
  const path = pathAtCaret(document, at);
  const [root, index, element, entry] = path;
  if (root !== 'Statement' || typeof index !== 'number') return undefined;
  const statement = document.policy.Statement[index];
  const label = statement?.Sid ?? `Statement ${index + 1}`;
  const action =
    element === 'Action' && typeof entry === 'number' ? listOf(statement?.Action)[entry] : undefined;
  return action === undefined ? { path, label } : { path, label: action, action };
}
