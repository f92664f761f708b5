import { styled } from '@mui/material/styles';
import { memo } from 'react';
import { findPersona } from '../../policies/library/ruleset.ts';
import { useRuleset } from '../../state/store.ts';
import { fontMono, withinNarrow } from '../common/theme.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { type ShownVerdict, VerdictMark, verdicts } from '../common/VerdictMark.tsx';

const Cell = styled('button')({
  display: 'grid',
  placeItems: 'center',
  width: '100%',
  minWidth: 40,
  minHeight: 28,
  border: '1px solid transparent',
  borderRadius: 2,
  background: 'none',
  cursor: 'pointer',
  '&[data-verdict="allowed"]': { background: 'color-mix(in srgb, var(--allow) 14%, transparent)' },
  '&[data-verdict="unknown"], &[data-verdict="mixed"]': {
    background: 'color-mix(in srgb, var(--caution) 14%, transparent)',
  },
  '&[data-verdict="explicitDeny"]': { background: 'color-mix(in srgb, var(--ink) 12%, transparent)' },
  '&:hover': { borderColor: 'var(--edge)' },
  '&[aria-expanded="true"]': { borderColor: 'var(--accent)' },
  '@media (pointer: coarse)': { minWidth: 44, minHeight: 44 },
});
const On = styled('td')({
  paddingLeft: '16px !important',
  color: 'var(--ink-3)',
  font: `12px/24px ${fontMono}`,
  overflowWrap: 'anywhere',
  [withinNarrow.table]: { display: 'none' },
});

export interface OpenCell {
  readonly action: string;
  readonly persona: string;
}

interface RowProps {
  readonly name: string;
  /** As text: what the action is asked of. */
  readonly resource: string;
  /** As text, so that a row whose verdicts stay is left as it is. */
  readonly verdicts: string;
  readonly personas: string;
  readonly open: string | undefined;
  onOpen(cell: OpenCell | null): void;
}

const isVerdict = (text: string): text is ShownVerdict => text in verdicts;

/** One action: a cell per role that opens the explanation, and what was asked of. */
export const MatrixRow = memo(function MatrixRow({
  name,
  resource,
  verdicts: found,
  personas,
  open,
  onOpen,
}: RowProps) {
  const ruleset = useRuleset();
  const all = found.split(' ').filter(isVerdict);
  return (
    <tr>
      <th scope="row">
        <ForeignText text={name.slice(name.indexOf(':') + 1)} />
      </th>
      {personas.split(' ').map((persona, index) => {
        const verdict = all[index] ?? 'error';
        const label = `${findPersona(persona, ruleset)?.title}, ${name}: ${verdicts[verdict].word}`;
        const isOpen = open === persona;
        return (
          <td key={persona}>
            <Cell
              type="button"
              data-verdict={verdict}
              aria-expanded={isOpen}
              aria-label={label}
              title={verdicts[verdict].word}
              onClick={() => onOpen(isOpen ? null : { action: name, persona })}
            >
              <VerdictMark verdict={verdict} />
            </Cell>
          </td>
        );
      })}
      <On>
        <ForeignText text={resource} />
      </On>
    </tr>
  );
});
