import Button from '@mui/material/Button';
import { useRef } from 'react';

/** A button for the browser's own choice of files. */
export function OpenFile({ onFiles }: { onFiles(files: readonly File[]): void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="outlined" onClick={() => input.current?.click()}>
        Open files
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        aria-label="Files to import"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          target.value = '';
        }}
      />
    </>
  );
}
