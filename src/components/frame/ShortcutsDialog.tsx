import { allCommands } from '../../state/commands.ts';
import { LICENSES } from './licenses.ts';
import { keysInWords } from './useShortcuts.ts';
import { DataTable } from '../common/DataTable.tsx';
import { Dialog } from '../common/Dialog.tsx';

const editorKeys: readonly (readonly [label: string, keys: string])[] = [
  ['In the editor: find', 'Mod+F'],
  ['In the editor: let Tab move within the text, or out of it', 'Ctrl+M'],
];

export function ShortcutsDialog() {
  const rows = allCommands.flatMap(({ label, keys }) => (keys ? [[label, keys] as const] : []));
  return (
    <Dialog title="Keyboard shortcuts" size="xs" textLabel="List of shortcuts">
      <DataTable py={1.5}>
        <tbody>
          {[...rows, ...editorKeys].map(([label, keys]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                <kbd>{keysInWords(keys)}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p>
        This page turns choices into IAM policies. Everything runs in this browser; nothing is sent. The
        policies follow AWS’s guide to secure machine-learning platforms; what was repaired or hardened
        carries its reason.
      </p>
      <p>
        <a href={LICENSES} target="_blank" rel="noreferrer">
          Licenses of the software in this page
        </a>
      </p>
    </Dialog>
  );
}
