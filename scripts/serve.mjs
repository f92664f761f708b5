import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

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

/** The file of `folder` that an address below `base` names; nothing outside the folder, nothing that is not a file. */
export function fileFor(address, base, folder) {
  const path = new URL(address, 'http://localhost').pathname;
  if (!path.startsWith(base)) return undefined;
  let name;
  try {
    name = decodeURIComponent(path.slice(base.length)) || 'index.html';
  } catch {
    return undefined;
  }
  const file = normalize(join(folder, name));
  if (name.includes('\0') || !file.startsWith(folder)) return undefined;
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/** Serves the built page below `base` on this machine only. Rejects when the port is taken. */
export function serve({ port, base = '/', folder = dist }) {
  const server = createServer((request, response) => {
    const file = fileFor(request.url ?? '/', base, folder);
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    const cache = file.includes('/assets/') ? 'max-age=31536000, immutable' : 'no-cache';
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': cache,
    });
    createReadStream(file).pipe(response);
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
