import { styled } from '@mui/material/styles';
import { useEffect, useRef } from 'react';
import { ForeignText } from '../common/ForeignText.tsx';
import { CombinedEvidence, EntryEvidence } from './documentEvidence.tsx';
import type { DocumentEntry, DocumentGroup } from './documentGroups.ts';
import { GroupHead } from './GroupHead.tsx';

const Group = styled('div')({
  padding: '8px 0',
  '& + &': { borderTop: '1px solid var(--hairline)' },
});
const DocumentOption = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '0 8px',
  minHeight: 32,
  padding: '4px 12px',
  '[role="group"] > &': { paddingLeft: 20 },
  cursor: 'pointer',
  overflowWrap: 'anywhere',
  outlineOffset: -2,
  '&:hover': { background: 'var(--sunken)' },
  '&[aria-selected="true"]': {
    background: 'var(--accent-quiet)',
    boxShadow: 'inset 3px 0 0 var(--accent)',
  },
  '& > span:first-of-type': { flex: '1 1 auto', minWidth: 0 },
  '[role="listbox"]:focus-visible &[data-active], [role="combobox"]:focus-visible ~ * &[data-active]': {
    outline: '2px solid var(--accent)',
  },
  '@media (pointer: coarse)': { minHeight: 44 },
  '@media (forced-colors: active)': {
    '&[aria-selected="true"]': {
      background: 'Highlight',
      color: 'HighlightText',
      forcedColorAdjust: 'none',
    },
    '&[aria-selected="true"] *': { color: 'inherit' },
  },
});

interface DocumentOptionsProps {
  /** Begins the ids of the options. */
  readonly id: string;
  readonly groups: readonly DocumentGroup[];
  readonly selected: string | undefined;
  /** The entry that keys move. */
  readonly active: string | undefined;
  /** Counts are those of the draft, not of what is only considered. */
  readonly counts: boolean;
  onSelect(documentId: string): void;
}

export const optionId = (list: string, documentId: string): string => `${list}-${documentId}`;

/** What is in the list of policies, in the column and in the list that opens. */
export function DocumentOptions({ id, groups, active, ...rest }: DocumentOptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const optionOf = (group: DocumentGroup, entry: DocumentEntry) => (
    <EntryOption
      key={entry.document.id}
      id={id}
      group={group}
      entry={entry}
      isActive={entry.document.id === active}
      {...rest}
    />
  );
  return (
    <div ref={list} role="presentation">
      {groups.map((group) =>
        group.title === undefined ? (
          <Group key={group.id} role="presentation">
            {group.entries.map((entry) => optionOf(group, entry))}
          </Group>
        ) : (
          <Group key={group.id} role="group" aria-labelledby={`${id}-of-${group.id}`}>
            <GroupHead id={`${id}-of-${group.id}`} group={group} title={group.title} counts={rest.counts} />
            {group.entries.map((entry) => optionOf(group, entry))}
          </Group>
        ),
      )}
    </div>
  );
}

interface EntryOptionProps extends Omit<DocumentOptionsProps, 'groups' | 'active'> {
  readonly group: DocumentGroup;
  readonly entry: DocumentEntry;
  readonly isActive: boolean;
}

function EntryOption({ id, group, entry, isActive, selected, counts, onSelect }: EntryOptionProps) {
  const { document, name } = entry;
  return (
    <DocumentOption
      id={optionId(id, document.id)}
      role="option"
      aria-selected={document.id === selected}
      data-active={isActive ? '' : undefined}
      onClick={() => onSelect(document.id)}
    >
      <span>
        <ForeignText text={name} use="prose" />{' '}
      </span>
      {group.title === undefined ? (
        <CombinedEvidence document={document} />
      ) : (
        counts && <EntryEvidence document={document} />
      )}
    </DocumentOption>
  );
}
