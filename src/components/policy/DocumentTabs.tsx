import { styled } from '@mui/material/styles';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { commands } from '../../commands.ts';
import type { PrintedDocument } from '../../state/derived.ts';
import { show, useStore, type View } from '../../state/store.ts';
import { PersonaMark } from '../common/PersonaMark.tsx';

const Bar = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'space-between',
  borderBottom: '1px solid var(--hairline)',
  background: 'var(--page)',
});
const Label = styled('span')({ display: 'inline-flex', alignItems: 'center', gap: 6 });

const views: readonly { readonly value: View; readonly label: string }[] = [
  { value: 'policy', label: commands.policyView.label },
  { value: 'changes', label: commands.changesView.label },
];

interface DocumentTabsProps {
  readonly documents: readonly PrintedDocument[];
  readonly shown: string | undefined;
  readonly view: View;
}

/** Which document, and how it is shown. */
export function DocumentTabs({ documents, shown, view }: DocumentTabsProps) {
  return (
    <Bar>
      <Tabs
        value={shown ?? false}
        onChange={(_, id: string) => show({ documentId: id })}
        variant="scrollable"
        scrollButtons={false}
        aria-label="Documents"
      >
        {documents.map((document) => (
          <Tab
            key={document.id}
            value={document.id}
            label={
              <Label>
                {document.personas.map((persona) => (
                  <PersonaMark key={persona} persona={persona} />
                ))}
                {document.title}
              </Label>
            }
          />
        ))}
      </Tabs>
      <ViewTabs view={view} />
    </Bar>
  );
}

function ViewTabs({ view }: { readonly view: View }) {
  const previewing = useStore((state) => state.screen.preview !== null);
  return (
    <Tabs
      value={previewing ? 'policy' : view}
      onChange={(_, next: View) => show({ view: next, half: next, preview: null })}
      aria-label="View of the document"
    >
      {views.map((entry) => (
        <Tab key={entry.value} value={entry.value} label={entry.label} />
      ))}
    </Tabs>
  );
}
