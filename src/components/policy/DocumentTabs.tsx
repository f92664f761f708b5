import { commands } from '../../state/commands.ts';
import { useOnScreen } from '../../state/derived/onScreen.ts';
import { show } from '../../state/store.ts';
import type { View } from '../../state/screen.ts';
import { type TabEntry, Tabs } from '../common/Tabs.tsx';
import { below } from '../common/theme.ts';
import { useHasColumn } from './documentList.ts';
import { EnvironmentSelect } from './EnvironmentSelect.tsx';
import { DocumentSelect } from './DocumentSelect.tsx';
import { Box } from '../common/Box.tsx';

const views: readonly TabEntry<View>[] = [
  { id: 'policy', label: commands.policyView.label },
  { id: 'changes', label: commands.changesView.label },
  { id: 'explain', label: commands.explainView.label },
  { id: 'access', label: commands.accessView.label },
  { id: 'review', label: commands.reviewView.label },
];

/** How a policy is shown and, where there is no column of policies, which one. */
export function DocumentTabs() {
  const onScreen = useOnScreen();
  const hasColumn = useHasColumn(onScreen.view);
  return (
    <>
      <Box line="below" on="page" notBelow={below.tablet}>
        <Tabs
          label="View of the policy"
          entries={views}
          selected={onScreen.view}
          onSelect={(next) => show({ view: next, half: next, preview: null })}
        />
      </Box>
      <EnvironmentSelect />
      {!hasColumn && onScreen.view !== 'review' && onScreen.documents.length > 0 && (
        <DocumentSelect onScreen={onScreen} />
      )}
    </>
  );
}
