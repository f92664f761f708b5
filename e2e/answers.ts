import type { CDPSession, Page } from '@playwright/test';

/** What comes in place of the server's answer. */
export interface Answer {
  readonly body: string;
  readonly contentType?: string;
}

interface Answers {
  readonly devtools: CDPSession;
  /** By the end of an address. */
  readonly byEnd: Map<string, Answer>;
}

const answers = new WeakMap<Page, Answers>();

async function answersOf(page: Page): Promise<Answers> {
  const before = answers.get(page);
  if (before) return before;
  const made: Answers = { devtools: await page.context().newCDPSession(page), byEnd: new Map() };
  answers.set(page, made);
  made.devtools.on('Fetch.requestPaused', ({ requestId, request }) => {
    const [, answer] = [...made.byEnd].find(([end]) => request.url.endsWith(end)) ?? [];
    const fulfilled = made.devtools.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: answer ? 200 : 404,
      responseHeaders: [{ name: 'content-type', value: answer?.contentType ?? 'application/json' }],
      body: Buffer.from(answer?.body ?? '').toString('base64'),
    });
    fulfilled.catch(passWhenGone);
  });
  return made;
}

/** A page that leaves, or is closed, before it is answered takes its requests along. */
function passWhenGone(error: unknown): void {
  if (!/Invalid InterceptionId|has been closed/.test(String(error))) throw error;
}

/**
 * From now on this answers for addresses that end so. With Playwright's `route` the browser keeps nothing as long as there is one,
 * so that each load fetches and compiles three megabytes of scripts again.
 */
export async function answerFor(page: Page, end: string, answer: Answer): Promise<void> {
  const { devtools, byEnd } = await answersOf(page);
  byEnd.set(end, answer);
  await devtools.send('Fetch.enable', {
    patterns: [...byEnd.keys()].map((one) => ({ urlPattern: `*${one}` })),
  });
}

/** From now on the server answers for everything. */
export async function serverAnswers(page: Page): Promise<void> {
  await answers.get(page)?.devtools.detach();
  answers.delete(page);
}

/** From now on the host of the page says that this preset is in use, or none. */
export const usePreset = (page: Page, file: string | null): Promise<void> =>
  answerFor(page, '/presets/index.json', { body: JSON.stringify({ use: file }) });
