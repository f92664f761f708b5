import { useDeferredValue, useMemo, useState } from 'react';
import type { ExportedFile } from '../../policies/exports/exporter.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { useStore } from '../../state/store.ts';
import { useTyping } from '../../state/typing/typedTexts.ts';
import { Stack } from '../common/Stack.tsx';
import { FormatView } from './FormatView.tsx';
import { PolicyToolbar } from './PolicyToolbar.tsx';
import { PolicyView } from './PolicyView.tsx';
import { PrintedPolicy } from './PrintedPolicy.tsx';
import { useFormatted } from './useFormatted.ts';
import { Box } from '../common/Box.tsx';

interface PolicyTextProps {
  readonly document: PrintedDocument;
  /** What the document is of. */
  readonly draft: Draft;
  readonly preview: boolean;
}

/** A policy's text, as JSON to edit or in the form that the chosen exporter writes it, below its tools. */
export function PolicyText({ document, draft, preview }: PolicyTextProps) {
  const format = useStore(({ screen }) => screen.format);
  const typed = useTyping((documents) => (preview ? undefined : documents[document.id]?.text));
  // Typing and choosing go first; code follows when there is time. The text itself is not drawn a second time for it.
  const given = useMemo(() => (format === 'json' ? null : { draft, document }), [format, draft, document]);
  const later = useDeferredValue(given) ?? given;
  const formatted = useFormatted(format, later?.draft ?? draft, later?.document ?? document);
  const [wanted, setWanted] = useState('');
  const files = formatted?.ok ? formatted.files : [];
  const file = files.find(({ name }) => name === wanted) ?? files[0];
  const text = formatted ? file?.text : (typed ?? document.text);
  return (
    <Stack tall>
      {text !== undefined && <PrintedPolicy title={document.title} text={text} />}
      <PolicyToolbar
        document={document}
        draft={draft}
        preview={preview}
        text={text}
        {...(file ? { file } : {})}
      />
      <Box covered rest>
        {formatted ? (
          <FormatView
            document={document}
            format={format}
            formatted={formatted}
            file={file}
            isTyped={typed !== undefined}
            onFile={({ name }: ExportedFile) => setWanted(name)}
          />
        ) : (
          <PolicyView document={document} preview={preview} plain={false} />
        )}
      </Box>
    </Stack>
  );
}
