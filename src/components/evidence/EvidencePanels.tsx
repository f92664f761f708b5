import type { PrintedDocument } from '../../state/derived.ts';
import { FindingsPanel } from './FindingsPanel.tsx';
import { SizePanel } from './SizePanel.tsx';

/** What is known about the shown document: what is wrong with it, and how full it is. */
export function EvidencePanels({ document }: { readonly document: PrintedDocument }) {
  return (
    <>
      <FindingsPanel document={document} />
      <SizePanel document={document} />
    </>
  );
}
