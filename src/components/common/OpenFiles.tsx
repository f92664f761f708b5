import Button from '@mui/material/Button';
import { type ChangeEvent, useRef } from 'react';

interface OpenFilesProps {
  readonly label: string;
  /** Of the field behind the button; the same where it is left out. */
  readonly fieldLabel?: string;
  readonly accept?: string;
  /** Whether several can be picked, or all files of a folder. */
  readonly many?: boolean | 'folder';
  onFiles(files: readonly File[]): void;
}

/** A button for the browser's own choice of files. Nothing happens where none is picked. */
export function OpenFiles({ label, fieldLabel = label, accept, many = false, onFiles }: OpenFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    // The same file can be picked again.
    target.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <>
      <Button variant="outlined" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={many !== false}
        aria-label={fieldLabel}
        accept={accept}
        {...(many === 'folder' && { webkitdirectory: '' })}
        onChange={pick}
      />
    </>
  );
}
