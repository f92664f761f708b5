import { type ClipboardEvent, type KeyboardEvent, type Ref, useRef } from 'react';
import { Input } from '../common/Input.tsx';

interface EntryInputProps {
  readonly id?: string;
  readonly ref?: Ref<HTMLInputElement>;
  readonly value: string;
  readonly placeholder: string;
  readonly 'aria-labelledby'?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
  /** Without a frame of its own, among the values of a field. */
  readonly bare?: boolean;
  onType(text: string): void;
  /** What is typed is complete. `next`: another value is wanted. */
  onSettle(next: boolean): void;
  /** A text in place of all that is in the field. Gives whether it was used. */
  onPasteWhole(text: string): boolean;
  onKeyDown?(event: KeyboardEvent<HTMLInputElement>): void;
}

const frameless = { border: 'none', outline: 'none', background: 'none', padding: 0, height: 24 } as const;

/** A line for one value, or for a text that is read as several when it is left. */
export function EntryInput({ bare, onType, onSettle, onPasteWhole, onKeyDown, ...input }: EntryInputProps) {
  const leaving = useRef<AbortController>(null);
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const isWhole = selectionStart === 0 && selectionEnd === value.length;
    if (isWhole && onPasteWhole(event.clipboardData.getData('text/plain'))) event.preventDefault();
  };
  return (
    <Input
      {...input}
      mono
      grow={bare ? 120 : 1}
      style={bare ? frameless : {}}
      type="text"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      onChange={(event) => onType(event.target.value)}
      onPaste={paste}
      onFocus={() => {
        leaving.current = pressWatch();
      }}
      onBlur={() => {
        afterPress(leaving.current, () => onSettle(false));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
          event.preventDefault();
          onSettle(true);
        }
        onKeyDown?.(event);
      }}
    />
  );
}

/** Ends with the next press of a pointer: then the field is left by that press. */
function pressWatch(): AbortController {
  const watch = new AbortController();
  document.addEventListener('pointerdown', () => watch.abort(), {
    capture: true,
    once: true,
    signal: watch.signal,
  });
  return watch;
}

/** What a field says when it is left moves what is below: not while a pointer is pressed there, whose click would go astray. */
function afterPress(watch: AbortController | null, run: () => void): void {
  if (!watch?.signal.aborted) {
    watch?.abort();
    run();
    return;
  }
  const done = new AbortController();
  const once = () => {
    done.abort();
    setTimeout(run);
  };
  for (const end of ['pointerup', 'pointercancel', 'dragend'])
    document.addEventListener(end, once, { capture: true, signal: done.signal });
}
