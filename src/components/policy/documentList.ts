import useMediaQuery from '@mui/material/useMediaQuery';
import type { OnScreen } from '../../state/derived/onScreen.ts';
import { rulesetFor, show, useStore } from '../../state/store.ts';
import type { View } from '../../state/screen.ts';
import { fromDesktop, fromLargeDesktop } from '../common/theme.ts';
import { type DocumentGroup, documentGroups } from './documentGroups.ts';

export const useDocumentGroups = ({ documents, draft }: OnScreen): readonly DocumentGroup[] =>
  documentGroups(documents, draft, rulesetFor(draft));

/** Access and the review are about all policies: the person who selects one there wants to see it. */
export function showDocument(documentId: string): void {
  const { view } = useStore.getState().screen;
  show({ documentId, ...(view === 'access' || view === 'review' ? { view: 'policy', half: 'policy' } : {}) });
}

/** Whether the policies are listed in a column. Two halves of a comparison need the room of it for longer. */
export function useHasColumn(view: View): boolean {
  const desktop = useMediaQuery(fromDesktop, { noSsr: true });
  const large = useMediaQuery(fromLargeDesktop, { noSsr: true });
  return view === 'changes' ? large : desktop;
}
