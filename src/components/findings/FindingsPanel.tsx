import type { PrintedDocument } from '../../state/derived/derived.ts';
import { DocumentFindings } from './DocumentFindings.tsx';
import { useShownFindings } from '../common/findingsLine.tsx';

/** The findings of the shown document. */
export function FindingsPanel({ document }: { readonly document: PrintedDocument }) {
  const { shown, late, failure } = useShownFindings(document);
  return <DocumentFindings document={document} shown={shown} late={late} failure={failure} />;
}
