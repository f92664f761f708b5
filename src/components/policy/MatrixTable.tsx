import { styled } from '@mui/material/styles';
import { Fragment, memo, useState } from 'react';
import { levelName } from '../../policies/access/explain.ts';
import type { Matrix, MatrixRow } from '../../policies/access/matrix.ts';
import { findPersona } from '../../policies/personas/index.ts';
import type { Verdict } from '../../policies/simulate/decision.ts';
import { fontMono } from '../../theme.ts';
import { Explanation } from '../common/explain/Explanation.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { VerdictMark, verdicts } from '../common/VerdictMark.tsx';

const Scroll = styled('div')({ flex: 1, minHeight: 120, overflow: 'auto' });
const Table = styled('table')({
  borderCollapse: 'collapse',
  fontSize: 13,
  minWidth: '100%',
  '& th, & td': { padding: '0 8px', borderTop: '1px solid var(--hairline)', textAlign: 'left' },
  '& thead th': { position: 'sticky', top: 0, zIndex: 1, padding: '6px 8px', background: 'var(--page)' },
  '& tbody th[scope="row"]': { font: `12px/24px ${fontMono}`, paddingLeft: 16 },
  '& th[scope="rowgroup"]': { padding: '8px 16px 4px', color: 'var(--ink-2)', fontWeight: 600 },
});
const Cell = styled('button')({
  display: 'grid',
  placeItems: 'center',
  minWidth: 28,
  minHeight: 28,
  border: '1px solid transparent',
  borderRadius: 4,
  background: 'none',
  cursor: 'pointer',
  '&:hover': { background: 'var(--sunken)' },
  '&[aria-expanded="true"]': { borderColor: 'var(--accent)' },
  '@media (pointer: coarse)': { minWidth: 44, minHeight: 44 },
});
const Wide = styled('td')({ background: 'var(--sunken)', padding: '8px 16px !important' });

interface MatrixTableProps {
  readonly matrix: Matrix;
  readonly rows: readonly MatrixRow[];
}

interface OpenCell {
  readonly action: string;
  readonly persona: string;
}

/** A row per action, by access level, a column per role. A cell opens the explanation below its row. */
export function MatrixTable({ matrix, rows }: MatrixTableProps) {
  const [open, setOpen] = useState<OpenCell | null>(null);
  const { personas } = matrix;
  return (
    <Scroll tabIndex={0} role="region" aria-label="Access by action and role">
      <Table>
        <thead>
          <tr>
            <th scope="col">Action</th>
            {personas.map((persona) => (
              <th key={persona} scope="col">
                <PersonaMark persona={persona} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const before = rows[index - 1];
            const starts =
              !before || levelName(before.action.accessLevel) !== levelName(row.action.accessLevel);
            const own = open?.action === row.action.name ? open.persona : undefined;
            return (
              <Fragment key={row.action.name}>
                {starts && (
                  <tr>
                    <th scope="rowgroup" colSpan={personas.length + 1}>
                      {levelName(row.action.accessLevel)}
                    </th>
                  </tr>
                )}
                <Row
                  name={row.action.name}
                  verdicts={row.verdicts.join(' ')}
                  personas={personas.join(' ')}
                  open={own}
                  onOpen={setOpen}
                />
                {own !== undefined && (
                  <tr>
                    <Wide colSpan={personas.length + 1}>
                      <Explanation
                        key={`${own} ${row.action.name}`}
                        {...matrix.ask(own, row)}
                        missingKeys="unknown"
                      />
                    </Wide>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </Table>
    </Scroll>
  );
}

interface RowProps {
  readonly name: string;
  /** As text, so that a row whose verdicts stay is left as it is. */
  readonly verdicts: string;
  readonly personas: string;
  readonly open: string | undefined;
  onOpen(cell: OpenCell | null): void;
}

const isVerdict = (text: string): text is Verdict => text in verdicts;

const Row = memo(function Row({ name, verdicts: found, personas, open, onOpen }: RowProps) {
  const all = found.split(' ').filter(isVerdict);
  return (
    <tr>
      <th scope="row">{name.slice(name.indexOf(':') + 1)}</th>
      {personas.split(' ').map((persona, index) => {
        const verdict = all[index] ?? 'error';
        const label = `${findPersona(persona)?.title}, ${name}: ${verdicts[verdict].word}`;
        const isOpen = open === persona;
        return (
          <td key={persona}>
            <Cell
              type="button"
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
    </tr>
  );
});
