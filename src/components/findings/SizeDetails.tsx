import { styled } from '@mui/material/styles';
import { measure, type Size } from '../../policies/size/measure.ts';
import { type Quota, quotas, type SizeKind, sizeKindOf } from '../../policies/size/quotas.ts';
import { sizeInWords } from '../../policies/size/sizeInWords.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { useStore } from '../../state/store.ts';
import { SizeBar } from '../common/SizeBar.tsx';
import { DataTable } from '../common/DataTable.tsx';
import { Note } from '../common/Note.tsx';
import { withinNarrow } from '../common/theme.ts';

/** One cell below the other where three have no room side by side. */
const Quotas = styled('div')({
  [withinNarrow.panel]: {
    '& tr': { display: 'block', padding: '4px 0', borderTop: '1px solid var(--hairline)' },
    '& tbody tr > *': { display: 'block', padding: '2px 0', borderTop: 'none' },
  },
});

const inline: readonly SizeKind[] = ['managed', 'inlineRole', 'inlineGroup', 'inlineUser'];

/** The document against every quota that could apply to it, each with its source and date. */
export function SizeDetails({ document }: { readonly document: PrintedDocument }) {
  const attach = useStore((state) => state.draft.sizing.attach);
  const kind = sizeKindOf(document, attach);
  const kinds = document.kind === 'identity' ? inline : [kind];
  const shown = quotas.filter(({ kind }) => kinds.includes(kind));
  const size = measure(document.policy, kind);
  return (
    <>
      <Note mt={2} mb={2}>
        {size.quota.whiteSpace === 'ignored'
          ? 'IAM doesn’t count white space.'
          : `White space is counted. Minified, the policy has ${size.least.toLocaleString('en')} characters.`}{' '}
        Placeholders are counted as written.
      </Note>
      <Quotas>
        <DataTable>
          <tbody>
            {shown.map((quota) => (
              <QuotaRow
                key={quota.kind}
                quota={quota}
                size={measure(document.policy, quota.kind)}
                isSelected={quota.kind === kind}
              />
            ))}
          </tbody>
        </DataTable>
      </Quotas>
    </>
  );
}

interface QuotaRowProps {
  readonly quota: Quota;
  readonly size: Size;
  readonly isSelected: boolean;
}

const QuotaRow = ({ quota, size, isSelected }: QuotaRowProps) => (
  <tr>
    <th scope="row">
      {quota.label}
      {quota.total && ', combined'}
      {isSelected && ' (selected)'}
    </th>
    <td>
      <SizeBar size={size} /> {sizeInWords(size)}
    </td>
    <td>
      <a href={quota.source} target="_blank" rel="noreferrer">
        AWS documentation
      </a>
      , as of {quota.asOf}. {quota.maximum && `${quota.maximum.toLocaleString('en')} on request. `}
      {quota.note}
    </td>
  </tr>
);
