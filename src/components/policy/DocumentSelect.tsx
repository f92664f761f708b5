import { styled } from '@mui/material/styles';
import { type KeyboardEvent, useId, useState } from 'react';
import type { OnScreen } from '../../state/derived/onScreen.ts';
import { control } from '../common/control.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { Icon } from '../common/Icon.tsx';
import { below } from '../common/theme.ts';
import { Toolbar } from '../common/Toolbar.tsx';
import { type DocumentGroup, fullName } from './documentGroups.ts';
import { showDocument, useDocumentGroups } from './documentList.ts';
import { DocumentOptions, optionId } from './DocumentOptions.tsx';
import { useListKeys } from './useListKeys.ts';
import { Box } from '../common/Box.tsx';

const Combobox = styled('button')({
  ...control,
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  width: '100%',
  height: 'auto',
  minHeight: 32,
  padding: '4px 8px',
  textAlign: 'left',
  overflowWrap: 'anywhere',
  cursor: 'pointer',
  '& > span': { flex: 1, minWidth: 0 },
  '@media (pointer: coarse)': { minHeight: 44, fontSize: 16 },
});
const Opened = styled('div')({
  position: 'absolute',
  zIndex: 10,
  top: 'calc(100% + 4px)',
  left: 0,
  right: 0,
  maxHeight: '60dvh',
  overflow: 'auto',
  border: '1px solid var(--edge)',
  borderRadius: 4,
  background: 'var(--surface)',
  boxShadow: '0 8px 24px rgb(0 0 0 / 24%)',
  // Over the bars: between them there is no room for a list.
  [below.largeText]: {
    position: 'fixed',
    zIndex: 20,
    top: 64,
    right: 8,
    bottom: 8,
    left: 8,
    maxHeight: 'none',
  },
});

/** What is active in the open list; nothing while it is closed. Moving through it selects nothing yet. */
function useOpenList(groups: readonly DocumentGroup[], shown: string | undefined) {
  const [active, setActive] = useState<string | null>(null);
  const close = () => setActive(null);
  const open = () => setActive(shown ?? null);
  const select = (documentId: string) => {
    showDocument(documentId);
    close();
  };
  const move = useListKeys(groups, active ?? shown, setActive);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') return close();
    if (event.key !== 'Enter' && (event.key !== ' ' || active === null)) return void move(event);
    event.preventDefault();
    return active === null ? open() : select(active);
  };
  return { active, close, select, onKeyDown, toggle: active === null ? open : close };
}

/** The policies where there is no room for a column: one that opens. Source: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ */
export function DocumentSelect({ onScreen }: { readonly onScreen: OnScreen }) {
  const { shown, view, preview } = onScreen;
  const groups = useDocumentGroups(onScreen);
  const id = useId();
  const { active, close, select, onKeyDown, toggle } = useOpenList(groups, shown?.id);
  const selected = view === 'access' || view === 'review' ? undefined : shown?.id;
  return (
    <Toolbar nowrap onPage px={3}>
      <Box covered rest style={{ minWidth: 0, maxWidth: '30rem' }}>
        <Combobox
          type="button"
          role="combobox"
          aria-label="Policy shown"
          aria-haspopup="listbox"
          aria-expanded={active !== null}
          aria-controls={`${id}list`}
          aria-activedescendant={active === null ? undefined : optionId(id, active)}
          onClick={toggle}
          onKeyDown={onKeyDown}
          onBlur={close}
        >
          <span>
            <ForeignText text={nameOf(groups, selected)} use="prose" />
          </span>
          <Icon name="chevronDown" />
        </Combobox>
        {active !== null && (
          // The box keeps the focus while the list is pressed.
          <Opened
            id={`${id}list`}
            role="listbox"
            aria-label="Policies"
            onMouseDown={(event) => event.preventDefault()}
          >
            <DocumentOptions
              id={id}
              groups={groups}
              selected={selected}
              active={active}
              counts={preview === null}
              onSelect={select}
            />
          </Opened>
        )}
      </Box>
    </Toolbar>
  );
}

function nameOf(groups: readonly DocumentGroup[], selected: string | undefined): string {
  for (const group of groups)
    for (const entry of group.entries) if (entry.document.id === selected) return fullName(group, entry);
  return 'All policies';
}
