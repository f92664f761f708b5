import { readRefusal } from '../../policies/accessTests/accessDenied.ts';
import { keepImport } from '../../state/import/importText.ts';
import { openLink } from '../../state/share/openLink.ts';
import { show } from '../../state/store.ts';
import { useUnfinished } from '../common/unfinished.ts';

const LINK = /^\S*(#s\S+)$/;

/** Opens a text where it belongs: a share link, an “access denied” message, or else whatever policies are in it. */
export function openPasted(text: string): void {
  const [, hash] = LINK.exec(text.trim()) ?? [];
  const refusal = readRefusal(text);
  if (hash !== undefined) openLink(hash);
  else if (refusal.ok || refusal.why === 'encoded') {
    useUnfinished.setState({ refusal: { message: text } });
    show({ dialog: 'troubleshoot' });
  } else {
    keepImport(text);
    show({ dialog: 'import' });
  }
}
