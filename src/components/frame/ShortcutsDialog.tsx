import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import { allCommands } from '../../state/commands.ts';
import { show } from '../../state/store.ts';
import { fontMono } from '../../theme.ts';
import { LICENSES } from './licenses.ts';
import { keysInWords } from './useShortcuts.ts';

const Table = styled('table')({
  borderCollapse: 'collapse',
  width: '100%',
  '& td, & th': {
    padding: '6px 0',
    borderTop: '1px solid var(--hairline)',
    textAlign: 'left',
    fontWeight: 400,
  },
});
const Keys = styled('kbd')({ fontFamily: fontMono, fontSize: 13, whiteSpace: 'nowrap' });

const About = styled('p')({ '& a': { color: 'var(--accent)' } });

const editorKeys: readonly (readonly [label: string, keys: string])[] = [
  ['In the editor: find', 'Mod+F'],
  ['In the editor: let Tab move within the text, or out of it', 'Ctrl+M'],
];

export function ShortcutsDialog() {
  const close = () => show({ dialog: null });
  const rows = allCommands.flatMap(({ label, keys }) => (keys ? [[label, keys] as const] : []));
  return (
    <Dialog open onClose={close} aria-labelledby="shortcuts-title" fullWidth maxWidth="xs">
      <DialogTitle id="shortcuts-title">Keyboard shortcuts</DialogTitle>
      <DialogContent tabIndex={0} role="group" aria-label="List of shortcuts">
        <Table>
          <tbody>
            {[...rows, ...editorKeys].map(([label, keys]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>
                  <Keys>{keysInWords(keys)}</Keys>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
        <p>
          This page turns choices into IAM policies. Everything runs in this browser; nothing is sent. The
          policies follow AWS’s guide to secure machine-learning platforms; what was repaired or hardened
          carries its reason.
        </p>
        <About>
          <a href={LICENSES} target="_blank" rel="noreferrer">
            Licenses of the software in this page
          </a>
        </About>
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>Close</Button>
      </DialogActions>
    </Dialog>
  );
}
