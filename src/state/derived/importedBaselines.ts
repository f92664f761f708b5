import type { GuideResemblance } from '../../policies/access/review/guideResemblance.ts';
import type { PolicyDocument } from '../../policies/language/policy.ts';
import { printPolicy } from '../../policies/language/print.ts';
import { isImported } from '../../policies/model/documentEdits.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type { Snapshot } from '../../policies/share/snapshots.ts';
import { snapshotLabel } from './baseline.ts';
import { type PrintedDocument, wholeDocumentsOf } from './derived.ts';

/** What an imported policy can be compared with: never itself as it is now. */
export interface ImportedBaseline {
  readonly key: string;
  readonly label: string;
  /** More of it, such as when it was imported. */
  readonly title: string;
  readonly text: string;
  readonly policies: readonly PolicyDocument[];
}

/** In the order of the picker: as it was imported, the guide, the roles of the set, then the snapshots that have it. */
export function importedBaselines(
  document: PrintedDocument,
  draft: Draft,
  snapshots: readonly Snapshot[],
  resemblance: GuideResemblance | undefined,
): readonly ImportedBaseline[] {
  return [
    ...asImported(document, snapshots),
    ...ofGuide(document, resemblance),
    ...ofRoles(document, draft),
    ...snapshots
      .filter(({ origin }) => origin !== 'import')
      .flatMap((snapshot) =>
        baselineIn(document, snapshot, `snapshot:${snapshot.id}`, snapshotLabel(snapshot)),
      ),
  ];
}

/** The newest: an id is used again once its policy is gone. */
function asImported(document: PrintedDocument, snapshots: readonly Snapshot[]): readonly ImportedBaseline[] {
  const snapshot = snapshots.findLast(({ origin, draft }) => origin === 'import' && draft.edits[document.id]);
  return snapshot ? baselineIn(document, snapshot, 'imported', 'As imported') : [];
}

function baselineIn(
  { id }: PrintedDocument,
  { name, draft }: Snapshot,
  key: string,
  label: string,
): readonly ImportedBaseline[] {
  const found = wholeDocumentsOf(draft).find((earlier) => earlier.id === id);
  return found ? [{ key, label, title: name, text: found.text, policies: [found.policy] }] : [];
}

function ofGuide(
  { kind }: PrintedDocument,
  found: GuideResemblance | undefined,
): readonly ImportedBaseline[] {
  if (!found || kind !== 'identity') return [];
  const { sample, title, policy, shared, actions, sampleActions } = found;
  return [
    {
      key: 'guide',
      label: `AWS guide, sample ${sample}: ${title} (has ${shared} of ${actions} actions)`,
      title: `The sample allows ${shared} of the ${actions} actions of this policy, and ${sampleActions - shared} others`,
      text: printPolicy(policy).text,
      policies: [policy],
    },
  ];
}

const ofRoles = ({ kind }: PrintedDocument, draft: Draft): readonly ImportedBaseline[] =>
  wholeDocumentsOf(draft).flatMap((other) =>
    other.kind === kind && !isImported(other)
      ? [
          {
            key: `role:${other.id}`,
            label: `In this set: ${other.title}`,
            title: other.title,
            text: other.text,
            policies: [other.policy],
          },
        ]
      : [],
  );
