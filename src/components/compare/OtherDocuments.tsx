import { useMemo } from 'react';
import type { DocumentKind } from '../../policies/language/policy.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { effectivePolicies } from '../../policies/access/review/effectivePolicies.ts';
import { documentsGone, documentsNew } from '../../state/derived/baseline.ts';
import { isCombined, type PrintedDocument } from '../../state/derived/derived.ts';
import { Box } from '../common/Box.tsx';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { AccessChanges } from './AccessChanges.tsx';

interface OtherDocumentsProps {
  readonly baseline: Draft;
  readonly draft: Draft;
  readonly shown: PrintedDocument;
}

/** Documents beside the shown one that came or went: a limit that left this document may stand there. */
export function OtherDocuments({ baseline, draft, shown }: OtherDocumentsProps) {
  const isBeside = (document: PrintedDocument) => !isPartOf(document, shown);
  // One with the id of the shown one is of another resource.
  const gone = useMemo(() => documentsGone(baseline, draft), [baseline, draft]).filter(isBeside);
  const others = useMemo(() => documentsNew(baseline, draft), [baseline, draft])
    .filter(isBeside)
    .filter(({ id }) => id !== shown.id);
  if (gone.length + others.length === 0) return null;
  return (
    <Box line="below" small most="30vh" px={4} py={1} style={{ flex: 'none' }}>
      <Box as="p">The comparison above covers this policy only. Other policies:</Box>
      {others.map((document) => (
        <Disclosure
          late
          key={document.id}
          label={<ForeignText text={`New: ${document.title}`} use="prose" />}
        >
          <Other kind={document.kind} before={none} after={document} />
        </Disclosure>
      ))}
      {gone.map((document) => (
        <Disclosure
          late
          key={document.id}
          label={<ForeignText text={`Removed: ${document.title}`} use="prose" />}
        >
          <Other kind={document.kind} before={document} after={none} />
        </Disclosure>
      ))}
    </Box>
  );
}

/** The combined view holds the permissions of every role. */
const isPartOf = ({ kind, personas }: PrintedDocument, shown: PrintedDocument): boolean =>
  isCombined(shown) && kind === 'identity' && personas.length > 0;

const none = null;

interface OtherProps {
  readonly kind: DocumentKind;
  readonly before: PrintedDocument | null;
  readonly after: PrintedDocument | null;
}

function Other({ kind, before, after }: OtherProps) {
  const policies = useMemo(
    () => ({
      before: effectivePolicies(kind, before ? [before] : []),
      after: effectivePolicies(kind, after ? [after] : []),
    }),
    [kind, before, after],
  );
  const title = (before ?? after)?.title ?? '';
  return <AccessChanges kind={kind} {...policies} sameText={false} label={`Access changes in ${title}`} />;
}
