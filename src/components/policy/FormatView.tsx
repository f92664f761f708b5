import Button from '@mui/material/Button';
import { useColorScheme } from '@mui/material/styles';
import { useState } from 'react';
import type { ExportedFile } from '../../policies/exports/exporter.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { formatLabel, languageOf, type TextFormat } from '../../state/export/formats.ts';
import { show } from '../../state/store.ts';
import { EditorSlot } from '../common/EditorSlot.tsx';
import { Note } from '../common/Note.tsx';
import { Select } from '../common/Select.tsx';
import { Stack } from '../common/Stack.tsx';
import { Toolbar } from '../common/Toolbar.tsx';
import { PlainCode } from './PlainCode.tsx';
import type { Formatted } from './useFormatted.ts';
import { Box } from '../common/Box.tsx';

const loadEditor = () => import('../monaco/CodeEditor.tsx').then((module) => module.CodeEditor);

type Refusal = Extract<Formatted, { readonly ok: false }>['reason'];

const refusals: Readonly<Record<Refusal, (label: string) => string>> = {
  loading: () => 'Loading…',
  failed: () => 'Couldn’t load the formats. Reload the page – your draft is saved.',
  combined: (label) =>
    `The combined view isn’t deployed, so there’s no ${label} for it. Select a role to see its ${label}.`,
  tooLarge: () =>
    'A policy of this role exceeds the AWS size quota, so creating it would fail. Shorten it in Size, or select fewer activities.',
  nothing: (label) => `${label} creates nothing for this policy.`,
};

interface FormatViewProps {
  readonly document: PrintedDocument;
  readonly format: TextFormat;
  readonly formatted: Formatted;
  readonly file: ExportedFile | undefined;
  /** The text of the policy is being typed, and is no policy for now. */
  readonly isTyped: boolean;
  onFile(file: ExportedFile): void;
}

/** A document in another format than the one it is edited in: to read, copy and save. */
export function FormatView(props: FormatViewProps) {
  const { document, format, formatted, file, isTyped, onFile } = props;
  const [attempts, setAttempts] = useState(0);
  const label = formatLabel(format);
  return (
    <Stack tall>
      <Toolbar onPage px={3}>
        {formatted.ok && file && formatted.files.length > 1 && (
          <FileChoice files={formatted.files} file={file} onFile={onFile} />
        )}
        <Note
          as="span"
          key={attempts}
          role={attempts > 0 ? 'alert' : undefined}
          tone={attempts > 0 ? 'warning' : 'quiet'}
        >
          {label} is read-only{isTyped && '. It uses the last valid text, not the text that you’re typing'}.
        </Note>
        <Button onClick={() => show({ format: 'json' })}>Back to JSON</Button>
      </Toolbar>
      {file ? (
        <FileText
          document={document}
          file={file}
          label={label}
          onAttempt={() => setAttempts((before) => before + 1)}
        />
      ) : (
        <Note tone="plain" px={4} py={4} role="status">
          {refusals[formatted.ok ? 'nothing' : formatted.reason](label)}
        </Note>
      )}
    </Stack>
  );
}

interface FileTextProps extends Pick<FormatViewProps, 'document'> {
  readonly file: ExportedFile;
  /** Of the format. */
  readonly label: string;
  /** Someone tried to type. */
  onAttempt(): void;
}

function FileText({ document, file, label, onAttempt }: FileTextProps) {
  const { colorScheme } = useColorScheme();
  return (
    <Box covered rest>
      <EditorSlot
        load={loadEditor}
        fallback={<PlainCode title={`${document.title}: ${file.name}`} text={file.text} />}
      >
        {(CodeEditor) => (
          <CodeEditor
            name={`${document.id} ${file.name}`}
            text={file.text}
            language={languageOf(file.name)}
            label={`${document.title} as ${label}: ${file.name}, read only`}
            scheme={colorScheme === 'dark' ? 'dark' : 'light'}
            onAttempt={onAttempt}
          />
        )}
      </EditorSlot>
    </Box>
  );
}

interface FileChoiceProps {
  readonly files: readonly ExportedFile[];
  readonly file: ExportedFile;
  onFile(file: ExportedFile): void;
}

/** Which of several files. Copy and Download are of the one that is shown. */
function FileChoice({ files, file, onFile }: FileChoiceProps) {
  return (
    <>
      <Select
        aria-label="File"
        style={{ flex: '0 1 260px' }}
        value={file.name}
        options={files.map(({ name }) => ({ value: name, label: name }))}
        onChange={(name) => onFile(files.find((other) => other.name === name) ?? file)}
      />
      <Note as="span">
        File {files.indexOf(file) + 1} of {files.length}. To get all of them, use Export.
      </Note>
    </>
  );
}
