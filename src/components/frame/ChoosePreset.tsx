import Button from '@mui/material/Button';
import { useEffect, useId, useRef, useState } from 'react';
import { leavePreview, readPreviewed, showPreview } from '../../state/preset/previewedPreset.ts';
import { samplePresets } from '../../state/preset/samplePresets.ts';
import { Dialog } from '../common/Dialog.tsx';
import { Field } from '../common/Field.tsx';
import { Heading } from '../common/Heading.tsx';
import { InlineButton } from '../common/InlineButton.tsx';
import { Input } from '../common/Input.tsx';
import { List } from '../common/List.tsx';

/** Which preset is to be previewed: a file beside the page. What is wrong with it is in the notices, so the dialog gives way to them. */
export function ChoosePreset() {
  const form = useId();
  const [file, setFile] = useState('');
  const { isLoading, preview } = usePreviewing();
  return (
    <Dialog
      title="Preview a preset"
      size="sm"
      onClose={leavePreview}
      actions={
        <Button type="submit" form={form} variant="contained" disabled={file.trim() === '' || isLoading}>
          Preview preset
        </Button>
      }
    >
      <p>See what a preset changes in this set before you use it.</p>
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (file.trim() !== '') void preview(file.trim());
        }}
      >
        <FileField file={file} onFile={setFile} />
      </form>
      <SamplePresets isOff={isLoading} onPick={(sample) => void preview(sample)} />
    </Dialog>
  );
}

const FileField = ({ file, onFile }: { readonly file: string; onFile(file: string): void }) => (
  <Field mt={2} label="Preset file" help="The name of a JSON file in the presets folder of this page.">
    {(wiring) => (
      <Input
        {...wiring}
        wide
        mono
        value={file}
        placeholder="acme.json"
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onFile(event.target.value)}
      />
    )}
  </Field>
);

interface SamplePresetsProps {
  readonly isOff: boolean;
  onPick(file: string): void;
}

const SamplePresets = ({ isOff, onPick }: SamplePresetsProps) => (
  <>
    <Heading mt={4} mb={1}>
      Sample presets
    </Heading>
    <List look="rows">
      {samplePresets.map(({ file, title }) => (
        <li key={file}>
          <InlineButton disabled={isOff} onClick={() => onPick(file)}>
            {title}
          </InlineButton>
        </li>
      ))}
    </List>
  </>
);

/** Reads a preset and shows it, unless the dialog was closed meanwhile. */
function usePreviewing() {
  const [isLoading, setIsLoading] = useState(false);
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const preview = async (name: string) => {
    setIsLoading(true);
    const previewed = await readPreviewed(name).catch(() => undefined);
    if (!isOpen.current) return;
    if (previewed) showPreview(previewed);
    else leavePreview();
  };
  return { isLoading, preview };
}
