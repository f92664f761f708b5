import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOf } from './files.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** The path that an address below `base` names; nothing for other addresses. */
function pathOf(address, base) {
  const { pathname } = new URL(address, 'http://localhost');
  if (!pathname.startsWith(base)) return undefined;
  try {
    return decodeURIComponent(pathname.slice(base.length)) || 'index.html';
  } catch {
    return undefined;
  }
}

const isText = (path) => /\.(html|js|css|json|svg|txt)$/.test(path);

/**
 * Serves the built page, or what `files` has in its place, below `base` on this machine only; `compressed` as most hosts do.
 * Rejects when the port is taken.
 *
 * @param {{ port: number, base?: string, files?: { read(path: string): Buffer | undefined }, compressed?: boolean }} options
 * @returns {Promise<import('node:http').Server>}
 */
export function serve({ port, base = '/', files = filesOf(dist), compressed = false }) {
  const server = createServer((request, response) => {
    const path = pathOf(request.url ?? '/', base);
    const content = path === undefined ? undefined : files.read(path);
    if (!content) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    const cache = path.startsWith('assets/') ? 'max-age=31536000, immutable' : 'no-cache';
    response.writeHead(200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'cache-control': cache,
      ...(compressed && isText(path) ? { 'content-encoding': 'gzip' } : {}),
    });
    response.end(compressed && isText(path) ? gzipSync(content) : content);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [port = '4173', base = '/'] = process.argv.slice(2);
  await serve({ port: Number(port), base });
  console.log(`http://127.0.0.1:${port}${base}`);
}
