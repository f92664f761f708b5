import Button from '@mui/material/Button';
import { useId, useRef } from 'react';
import type { ExportedFile } from '../../policies/exports/exporter.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { isCombined, type PrintedDocument } from '../../state/derived/derived.ts';
import { textFormats } from '../../state/export/formats.ts';
import { saveFile } from '../../state/storage/saveFile.ts';
import { show, useStore } from '../../state/store.ts';
import { CopyButton } from '../common/CopyButton.tsx';
import { askForEditor, useEditorWanted } from '../common/editorWanted.ts';
import { Icon } from '../common/Icon.tsx';
import { MoreMenu } from '../common/MoreMenu.tsx';
import { Select } from '../common/Select.tsx';
import { Stack } from '../common/Stack.tsx';
import { Toolbar } from '../common/Toolbar.tsx';
import { useIsNarrow } from '../common/useIsNarrow.ts';
import { StateButtons } from './StateButtons.tsx';
import { loadFormats } from './useFormatted.ts';

/** Below this, and below the width of a desktop, the rest of the tools is in a menu. In pixels of the toolbar. */
const ROOM_FOR_ALL = 620;

interface PolicyToolbarProps {
  readonly document: PrintedDocument;
  readonly draft: Draft;
  readonly preview: boolean;
  /** What is shown; nothing where the format has no text for it. */
  readonly text: string | undefined;
  /** What is shown, where it is a file of an exporter. */
  readonly file?: ExportedFile;
}

/** Above a policy's text: copy it, save it, see it in another format; its size and findings lead to the panel below. */
export function PolicyToolbar({ document, draft, preview, text, file }: PolicyToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow(bar, ROOM_FOR_ALL);
  const download = (
    <Button
      disabled={text === undefined}
      startIcon={<Icon name="download" />}
      onClick={() => void save(draft, document, text, file)}
    >
      Download
    </Button>
  );
  const state = !preview && !isCombined(document) && <StateButtons document={document} draft={draft} />;
  return (
    <Toolbar ref={bar} as="section" nowrap onPage px={3} aria-label="Policy text">
      <FormatSelect />
      <CopyButton text={text ?? ''} disabled={text === undefined} name={document.title} />
      {isNarrow ? (
        <MoreMenu label="More tools">
          {download}
          <EditorButton />
          {state}
        </MoreMenu>
      ) : (
        <>
          {download}
          <EditorButton />
          <Stack row nowrap gap={1} style={{ marginLeft: 'auto' }}>
            {state}
          </Stack>
        </>
      )}
    </Toolbar>
  );
}

function FormatSelect() {
  const id = useId();
  const format = useStore(({ screen }) => screen.format);
  return (
    <>
      <label htmlFor={id} className="visually-hidden">
        Format
      </label>
      <Select
        id={id}
        style={{ flex: '0 1 168px' }}
        value={format}
        options={textFormats}
        onChange={(next) => show({ format: next })}
      />
    </>
  );
}

/** Only where the plain text is shown instead of the editor. */
function EditorButton() {
  const isWanted = useEditorWanted();
  const format = useStore(({ screen }) => screen.format);
  if (isWanted || format !== 'json') return null;
  return <Button onClick={askForEditor}>Open in editor</Button>;
}

/** A file has its exporter's name; text that is edited here is saved under the name that the JSON exporter gives it. */
async function save(
  draft: Draft,
  document: PrintedDocument,
  text: string | undefined,
  file: ExportedFile | undefined,
): Promise<void> {
  if (text === undefined) return;
  const shown = file ?? (await jsonFile(draft, document));
  saveFile(shown.name.replaceAll('/', '-'), text, shown.mediaType);
}

async function jsonFile(draft: Draft, document: PrintedDocument): Promise<Omit<ExportedFile, 'text'>> {
  const plain = { name: 'policy.json', title: document.title, mediaType: 'application/json' };
  try {
    const exported = (await loadFormats()).documentIn('json', draft, document, '');
    return (exported.ok && exported.files[0]) || plain;
  } catch {
    // The text is worth more than its name.
    return plain;
  }
}
