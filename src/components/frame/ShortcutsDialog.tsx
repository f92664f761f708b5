import { allCommands } from '../../state/commands.ts';
import { LICENSES } from './licenses.ts';
import { shortcutInWords } from './useShortcuts.ts';
import { DataTable } from '../common/DataTable.tsx';
import { Dialog } from '../common/Dialog.tsx';

const editorKeys: readonly (readonly [label: string, keys: string])[] = [
  ['Find in the editor', 'Mod+F'],
  ['Switch whether Tab indents or leaves the editor', 'Ctrl+M'],
];

export function ShortcutsDialog() {
  const rows = allCommands.flatMap(({ label, keys }) => (keys ? [[label, keys] as const] : []));
  return (
    <Dialog title="Keyboard shortcuts" size="xs" textLabel="Shortcuts">
      <DataTable py={1.5}>
        <tbody>
          {[...rows, ...editorKeys].map(([label, keys]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                <kbd>{shortcutInWords(keys)}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <p>
        This page builds IAM policies for Amazon SageMaker. Your data stays in this browser. The policies
        follow the AWS guide to secure machine learning platforms, and every difference from the guide is
        explained.
      </p>
      <p>
        <a href={LICENSES} target="_blank" rel="noreferrer">
          Third-party licenses
        </a>
      </p>
    </Dialog>
  );
}
