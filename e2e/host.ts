import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renewServiceWorker } from '../scripts/precache.mjs';
import { serve } from '../scripts/serve.mjs';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** A host of one's own for a copy of the built page, which can be redeployed and taken off the network. */
export interface Host {
  readonly url: string;
  readonly folder: string;
  /** Puts a build online in which every script has another name; the old ones are gone. */
  redeploy(): void;
  goOffline(): Promise<void>;
  /** From now on an address that contains this is never answered. */
  hang(part: string): void;
  /** From now on a sign-in page answers for every address, with status 200, until `signIn`. */
  signOut(): void;
  signIn(): void;
  close(): Promise<void>;
}

export async function openHost(base: string): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'policy-builder-'));
  cpSync(dist, folder, { recursive: true });
  const server: Server = await serve({ port: 0, base, folder });
  const listeners = server.listeners('request');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const goOffline = () =>
    new Promise<void>((resolve) => {
      if (!server.listening) resolve();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  const answerWith = (listener: RequestListener) => {
    server.removeAllListeners('request');
    server.on('request', listener);
  };
  const answerAsServed: RequestListener = (request, response) => {
    for (const listener of listeners) listener.call(server, request, response);
  };
  return {
    url: `http://127.0.0.1:${port}${base}`,
    folder,
    redeploy: () => renameScripts(folder),
    goOffline,
    hang: (part) => {
      answerWith((request, response) => {
        if (!request.url?.includes(part)) answerAsServed(request, response);
      });
    },
    signOut: () =>
      answerWith((_, response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title>'),
      ),
    signIn: () => answerWith(answerAsServed),
    close: async () => {
      await goOffline();
      rmSync(folder, { recursive: true });
    },
  };
}

function renameScripts(folder: string): void {
  const assets = join(folder, 'assets');
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const renamed = (text: string) =>
    scripts.reduce((result, name) => result.replaceAll(name, name.replace(/\.js$/, '2.js')), text);
  const page = join(folder, 'index.html');
  writeFileSync(page, renamed(readFileSync(page, 'utf8')));
  for (const name of scripts) {
    const file = join(assets, name);
    writeFileSync(file, renamed(readFileSync(file, 'utf8')));
    renameSync(file, join(assets, renamed(name)));
  }
  renewServiceWorker(folder);
}
