import { measure } from '../../policies/size/measure.ts';
import { quotas, type SizeKind, sizeKindOf } from '../../policies/size/quotas.ts';
import { sizeInWords } from '../../policies/size/sizeInWords.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { useStore } from '../../state/store.ts';
import { SizeBar } from '../common/SizeBar.tsx';
import { DataTable } from '../common/DataTable.tsx';
import { Note } from '../common/Note.tsx';

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
      <DataTable>
        <tbody>
          {shown.map((quota) => (
            <tr key={quota.kind}>
              <th scope="row">
                {quota.label}
                {quota.total && ', combined'}
                {quota.kind === kind && ' (selected)'}
              </th>
              <td>
                <SizeBar size={measure(document.policy, quota.kind)} />{' '}
                {sizeInWords(measure(document.policy, quota.kind))}
              </td>
              <td>
                <a href={quota.source} target="_blank" rel="noreferrer">
                  AWS documentation
                </a>
                , as of {quota.asOf}. {quota.maximum && `${quota.maximum.toLocaleString('en')} on request. `}
                {quota.note}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </>
  );
}
