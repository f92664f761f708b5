import { styled } from '@mui/material/styles';
import { commands } from '../../commands.ts';
import type { DocumentKind } from '../../policies/document.ts';
import type { PrintedDocument } from '../../state/derived.ts';
import { show, type View } from '../../state/store.ts';
import { control } from '../common/control.ts';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { type TabEntry, Tabs } from '../common/Tabs.tsx';

const Bar = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  borderBottom: '1px solid var(--hairline)',
  background: 'var(--page)',
});
const Label = styled('span')({ display: 'inline-flex', alignItems: 'center', gap: 6, whiteSpace: 'nowrap' });
const Which = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  padding: '4px 12px',
  borderBottom: '1px solid var(--hairline)',
  background: 'var(--page)',
  fontSize: 13,
});
const Select = styled('select')({ ...control, flex: 1, maxWidth: 420 });

const views: readonly TabEntry<View>[] = [
  { id: 'policy', label: commands.policyView.label },
  { id: 'changes', label: commands.changesView.label },
  { id: 'explain', label: commands.explainView.label },
  { id: 'access', label: commands.accessView.label },
];

/** In the order of the tabs, with the name that several documents of a kind share. */
const kinds: readonly (readonly [kind: DocumentKind, name: string])[] = [
  ['identity', 'Permissions'],
  ['permissions-boundary', 'Boundary'],
  ['service-control', 'Service control'],
  ['trust', 'Trust'],
  ['vpc-endpoint', 'VPC endpoints'],
];

interface DocumentTabsProps {
  readonly documents: readonly PrintedDocument[];
  readonly shown: PrintedDocument | undefined;
  readonly view: View;
}

/** Which kind of document, which of several, and how it is shown. The matrix is about all of them. */
export function DocumentTabs({ documents, shown, view }: DocumentTabsProps) {
  const present = kinds.filter(([kind]) => documents.some((document) => document.kind === kind));
  const siblings = documents.filter((document) => document.kind === shown?.kind);
  const ofOne = view !== 'access';
  const select = (kind: DocumentKind) =>
    show({
      documentId: documents.find((document) => document.kind === kind)?.id ?? null,
      ...(ofOne ? {} : { view: 'policy', half: 'policy' }),
    });
  return (
    <>
      <Bar>
        <Tabs
          label="Documents"
          entries={present.map(([kind, name]) => ({ id: kind, label: labelOf(documents, kind, name) }))}
          selected={ofOne ? shown?.kind : undefined}
          onSelect={select}
        />
        <ViewTabs view={view} />
      </Bar>
      {shown && ofOne && siblings.length > 1 && (
        <Which>
          <Select
            aria-label="Document"
            value={shown.id}
            onChange={(event) => show({ documentId: event.target.value })}
          >
            {siblings.map((document) => (
              <option key={document.id} value={document.id}>
                {document.title}
              </option>
            ))}
          </Select>
          <span>
            {siblings.indexOf(shown) + 1} of {siblings.length}
          </span>
        </Which>
      )}
    </>
  );
}

/** One document is named by itself, several by their number. */
function labelOf(documents: readonly PrintedDocument[], kind: DocumentKind, name: string) {
  const members = documents.filter((document) => document.kind === kind);
  const [only] = members;
  if (!only || members.length > 1) return `${name} (${members.length})`;
  const marks = kind === 'identity' || kind === 'trust' ? only.personas : [];
  return (
    <Label>
      {marks.map((persona) => (
        <PersonaMark key={persona} persona={persona} />
      ))}
      {kind === 'trust' ? name : only.title}
    </Label>
  );
}

function ViewTabs({ view }: { readonly view: View }) {
  return (
    <Tabs
      label="View of the document"
      entries={views}
      selected={view}
      onSelect={(next) => show({ view: next, half: next, preview: null })}
    />
  );
}
