import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { useOnScreen } from '../../state/derived/onScreen.ts';
import { DocumentOptions, optionId } from './DocumentOptions.tsx';
import { showDocument, useDocumentGroups, useHasColumn } from './documentList.ts';
import { useListKeys } from './useListKeys.ts';

const Column = styled('div')({
  height: '100%',
  minHeight: 0,
  overflow: 'auto',
  borderRight: '1px solid var(--hairline)',
  background: 'var(--page)',
  outlineOffset: -2,
  // The active option has the ring.
  '&[aria-activedescendant]:focus-visible': { outline: 'none' },
});

/** The column, where there is room and something to list. */
export function DocumentColumn() {
  const { documents, view } = useOnScreen();
  return useHasColumn(view) && documents.length > 0 ? <PolicyList /> : null;
}

/** The policies beside the text: roles first. One of them is selected, by pointer, arrows, or its first letters. */
function PolicyList() {
  const onScreen = useOnScreen();
  const groups = useDocumentGroups(onScreen);
  const id = useId();
  const selected = onScreen.view === 'access' || onScreen.view === 'review' ? undefined : onScreen.shown?.id;
  const onKeyDown = useListKeys(groups, onScreen.shown?.id, showDocument);
  return (
    <Column
      role="listbox"
      aria-label="Policies"
      tabIndex={0}
      aria-activedescendant={onScreen.shown && optionId(id, onScreen.shown.id)}
      onKeyDown={onKeyDown}
    >
      <DocumentOptions
        id={id}
        groups={groups}
        selected={selected}
        active={onScreen.shown?.id}
        counts={onScreen.preview === null}
        onSelect={showDocument}
      />
    </Column>
  );
}
