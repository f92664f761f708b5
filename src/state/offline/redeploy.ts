import { notify } from '../store.ts';

/**
 * A part of the page that cannot be fetched any more: after a redeploy its file name is gone, and only a reload helps;
 * otherwise the network failed. The page's own address shows which: it names the entry that is running, or another.
 */
export function watchForRedeploy(): void {
  addEventListener('vite:preloadError', () => {
    reportMissingPart().catch(() => notify({ id: 'partMissing' }));
  });
}

async function reportMissingPart(): Promise<void> {
  const response = await fetch(location.pathname, { cache: 'no-store' });
  const page = response.ok ? await response.text() : '';
  notify({ id: isRedeployed(page, entryName()) ? 'redeployed' : 'partMissing' });
}

/** Whether a page that could be read is this page, and names another entry script than the one that runs. A sign-in page is none. */
export function isRedeployed(page: string, entry: string): boolean {
  return entry !== '' && OUR_ENTRY.test(page) && !page.includes(entry);
}

/** The build writes the address of the entry script relative to the page. */
const OUR_ENTRY = /src="\.\/assets\/[\w.-]+\.js"/;

/** File name of the script that runs. */
export function entryName(): string {
  const source = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src ?? '';
  return source.slice(source.lastIndexOf('/') + 1);
}
