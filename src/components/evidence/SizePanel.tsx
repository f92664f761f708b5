import { type PrintedDocument, sizeOf } from '../../state/derived.ts';
import { useStore } from '../../state/store.ts';
import { Dock } from '../common/Dock.tsx';
import { SizeBar, sizeAndKind } from '../common/SizeBar.tsx';
import { SizeDetails } from './SizeDetails.tsx';

/** How full the shown document is, counted as AWS counts, and what else it could be saved as. */
export function SizePanel({ document }: { readonly document: PrintedDocument }) {
  const draft = useStore((state) => state.draft);
  const size = sizeOf(document, draft);
  return (
    <Dock title="Size" what="sizes" mark={<SizeBar size={size} />} line={sizeAndKind(size)}>
      <SizeDetails document={document} />
    </Dock>
  );
}
