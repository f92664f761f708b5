/** Files and a text that came before the page could take them; `public/scheme.js` listens until then. */
interface EarlyArrivals {
  readonly files: readonly File[];
  readonly text: string;
  stopFiles(): void;
  stopText(): void;
}

declare global {
  interface Window {
    readonly early?: EarlyArrivals;
  }
}

/** The files that were dropped until now. From here on the caller takes them. */
export function earlyFiles(): readonly File[] {
  window.early?.stopFiles();
  return window.early?.files ?? [];
}

/** The text that was pasted until now, or none. From here on the caller takes it. */
export function earlyText(): string {
  window.early?.stopText();
  return window.early?.text ?? '';
}
