import { styled } from '@mui/material/styles';
import { commands } from '../../state/commands.ts';
import { COMBINED } from '../../policies/compose/combinedView.ts';
import type { DocumentKind } from '../../policies/language/policy.ts';
import { isCombined, type PrintedDocument } from '../../state/derived/derived.ts';
import { show, type View } from '../../state/store.ts';
import { useVisibleString } from '../common/characters.ts';
import { control } from '../common/control.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { type TabEntry, Tabs } from '../common/Tabs.tsx';
import { below } from '../../theme.ts';
import { Stack } from '../common/Stack.tsx';
import { Toolbar } from '../common/Toolbar.tsx';

const Bar = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  borderBottom: '1px solid var(--hairline)',
  background: 'var(--page)',
  // A phone has the views at its foot.
  [below.tablet]: { '& > :last-child': { display: 'none' } },
});
const Select = styled('select')({ ...control, flex: 1, maxWidth: 420 });

const views: readonly TabEntry<View>[] = [
  { id: 'policy', label: commands.policyView.label },
  { id: 'changes', label: commands.changesView.label },
  { id: 'explain', label: commands.explainView.label },
  { id: 'access', label: commands.accessView.label },
];

/** A kind of document, or the combined view of all roles. */
type TabId = DocumentKind | typeof COMBINED;

const tabOf = (document: PrintedDocument): TabId => (isCombined(document) ? COMBINED : document.kind);

/** In the order of the tabs, with the name that several documents of a kind share. */
const kinds: readonly (readonly [kind: TabId, name: string])[] = [
  [COMBINED, 'All roles'],
  ['identity', 'Permissions'],
  ['permissions-boundary', 'Boundary'],
  ['service-control', 'SCP'],
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
  const present = kinds.filter(([kind]) => documents.some((document) => tabOf(document) === kind));
  const siblings = documents.filter((document) => shown && tabOf(document) === tabOf(shown));
  const visible = useVisibleString(...siblings.map(({ title }) => title));
  const ofOne = view !== 'access';
  const select = (kind: TabId) =>
    show({
      documentId: documents.find((document) => tabOf(document) === kind)?.id ?? null,
      ...(ofOne ? {} : { view: 'policy', half: 'policy' }),
    });
  return (
    <>
      <Bar>
        <Tabs
          label="Policies"
          entries={present.map(([kind, name]) => ({ id: kind, label: labelOf(documents, kind, name) }))}
          selected={ofOne && shown ? tabOf(shown) : undefined}
          onSelect={select}
        />
        <ViewTabs view={view} />
      </Bar>
      {shown && ofOne && siblings.length > 1 && (
        <Toolbar nowrap onPage px={3}>
          <Select
            aria-label="Document"
            value={shown.id}
            onChange={(event) => show({ documentId: event.target.value })}
          >
            {siblings.map((document) => (
              <option key={document.id} value={document.id}>
                {visible(document.title)}
              </option>
            ))}
          </Select>
          <span>
            {siblings.indexOf(shown) + 1} of {siblings.length}
          </span>
        </Toolbar>
      )}
    </>
  );
}

/** One document is named by itself, several by their number. */
function labelOf(documents: readonly PrintedDocument[], kind: TabId, name: string) {
  const members = documents.filter((document) => tabOf(document) === kind);
  const [only] = members;
  if (!only || members.length > 1) return `${name} (${members.length})`;
  const marks = kind === 'identity' || kind === 'trust' ? only.personas : [];
  return (
    <Stack as="span" row inline gap={1.5}>
      {marks.map((persona) => (
        <PersonaMark key={persona} persona={persona} />
      ))}
      {kind === 'trust' ? name : <ForeignText text={only.title} use="prose" />}
    </Stack>
  );
}

function ViewTabs({ view }: { readonly view: View }) {
  return (
    <Tabs
      label="View of the policy"
      entries={views}
      selected={view}
      onSelect={(next) => show({ view: next, half: next, preview: null })}
    />
  );
}
