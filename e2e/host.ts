import type { RequestListener, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { filesOf } from '../scripts/files.mjs';
import { renewedWorker } from '../scripts/precache.mjs';
import { serve } from '../scripts/serve.mjs';

const dist = filesOf(fileURLToPath(new URL('../dist', import.meta.url)));

/** What its worker keeps from the first visit on: all that it keeps for users, or only what tests about its life open. */
export type Kept = 'all' | 'opened';

/** A host for the built page alone, which can be changed, redeployed and taken off the network. The build stays as it is. */
export interface Host {
  readonly url: string;
  /** Puts a file online, in place of the build's where it has one. */
  put(path: string, content: string | Buffer): void;
  /** From now on nothing is at this path. */
  remove(path: string): void;
  /** What is at this path at present. */
  read(path: string): Buffer | undefined;
  /** Path of the script that is online at present and whose name begins so. */
  scriptOf(beginning: string): string;
  /** Puts a build online in which every script has another name; the old ones are gone. */
  redeploy(): void;
  goOffline(): Promise<void>;
  /** From now on an address that contains this is not answered, until `answerAgain`. */
  hang(part: string): void;
  /**
   * From now on a sign-in page answers for addresses that contain this, with status 200, until `answerAgain`; the browser may keep it
   * as `cacheControl` says.
   */
  signOut(part: string, cacheControl?: string): void;
  answerAgain(): void;
}

const scripts: readonly string[] = dist.names('assets').filter((name: string) => name.endsWith('.js'));

const renamed = (script: string): string => script.replace(/\.js$/, '2.js');

/** Every script of the build, and the page, under the names of the next build. */
function makeNextBuild(): ReadonlyMap<string, Buffer> {
  const old = new Set(scripts);
  const withNewNames = (path: string): Buffer =>
    Buffer.from(
      String(dist.read(path)).replaceAll(/[\w.-]+\.js/g, (name) => (old.has(name) ? renamed(name) : name)),
    );
  return new Map([
    ['index.html', withNewNames('index.html')],
    ...scripts.map((name) => [`assets/${renamed(name)}`, withNewNames(`assets/${name}`)] as const),
  ]);
}

/** Made once for all tests of a process. */
let nextBuild: ReadonlyMap<string, Buffer> | undefined;

/** Parts that tests about the worker's life do not open. Other parts that a build adds are kept. */
const NOT_OPENED =
  /^assets\/(?:\w*View|CommandPalette|ReadActionPicker|(?:Checks|Import|Snapshots|Preset|Report|Share|Shortcuts)Dialog|TestsPanel)-|^assets\/(?:monaco|editor)|\.(?:woff2|ttf|png|svg|txt)$|^catalog\//;

/** The build's files with changes on top: `undefined` where one of them is gone. */
function changedFiles(kept: Kept) {
  const changes = new Map<string, Buffer | undefined>();
  const read = (path: string): Buffer | undefined =>
    changes.has(path) ? changes.get(path) : dist.read(path);
  const names = (folder: string): readonly string[] => {
    const start = folder === '' ? '' : `${folder}/`;
    const added = [...changes.keys()].filter((path) => path.startsWith(start));
    const all = new Set<string>([
      ...dist.names(folder),
      ...added.map((path) => path.slice(start.length)).filter((name) => !name.includes('/')),
    ]);
    return [...all].filter((name) => changes.get(start + name) ?? !changes.has(start + name));
  };
  const listKept = (): void => {
    const listed = (folder: string) =>
      names(folder).filter(
        (name) => kept === 'all' || !NOT_OPENED.test(folder === '' ? name : `${folder}/${name}`),
      );
    changes.set('sw.js', Buffer.from(renewedWorker({ read, names: listed })));
  };
  return { changes, read, names, listKept };
}

export async function openHost(base: string, kept: Kept): Promise<Host & { close(): Promise<void> }> {
  const { changes, read, names, listKept } = changedFiles(kept);
  if (kept === 'opened') listKept();
  const server = await serve({ port: 0, base, files: { read } });
  const [asServed] = server.listeners('request');
  const answerAsServed: RequestListener = (request, response) =>
    void asServed?.call(server, request, response);
  const hanging = new Set<ServerResponse>();
  /** What hung till now ends: a browser asks no server twice for one address at a time. */
  const answerInstead = (part: string, listener: RequestListener) => {
    for (const response of hanging) response.destroy();
    hanging.clear();
    server.removeAllListeners('request');
    server.on('request', (request, response) =>
      (request.url?.includes(part) ? listener : answerAsServed)(request, response),
    );
  };
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const goOffline = () =>
    new Promise<void>((resolve) => {
      if (!server.listening) resolve();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${port}${base}`,
    put: (path, content) => void changes.set(path, Buffer.from(content)),
    remove: (path) => void changes.set(path, undefined),
    read,
    scriptOf: (beginning) =>
      `assets/${names('assets').find((name) => name.startsWith(beginning) && name.endsWith('.js')) ?? ''}`,
    redeploy: () => {
      nextBuild ??= makeNextBuild();
      for (const name of scripts) changes.set(`assets/${name}`, undefined);
      for (const [path, content] of nextBuild) changes.set(path, content);
      listKept();
    },
    goOffline,
    hang: (part) => answerInstead(part, (_, response) => void hanging.add(response)),
    signOut: (part, cacheControl = 'no-store') =>
      answerInstead(part, (_, response) =>
        response
          .writeHead(200, { 'content-type': 'text/html', 'cache-control': cacheControl })
          .end('<!doctype html><title>Sign in</title>'),
      ),
    answerAgain: () => answerInstead('', answerAsServed),
    close: goOffline,
  };
}
