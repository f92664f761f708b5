import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './freePort.mjs';
import { root } from './setup.mjs';

const places = [
  '/usr/sbin/nginx',
  '/usr/local/sbin/nginx',
  '/usr/bin/nginx',
  '/usr/local/bin/nginx',
  '/opt/homebrew/bin/nginx',
];

/** An nginx that is there: the one that NGINX_PATH names, or a system one; else nothing. */
export function findNginx() {
  const named = process.env.NGINX_PATH;
  if (named) return existsSync(named) ? named : undefined;
  return places.find((place) => existsSync(place));
}

/** What to wish for so that there is an nginx. */
export const nginxWishes = () => (process.env.NGINX_PATH || findNginx() ? [] : [['nginx-light', 'nginx']]);

/** The table of file types beside the configuration that nginx was built for. */
function typesOf(nginx) {
  const built = spawnSync(nginx, ['-V'], { encoding: 'utf8' }).stderr ?? '';
  const [, file = '/etc/nginx/nginx.conf'] = /--conf-path=(\S+)/.exec(built) ?? [];
  return join(dirname(file), 'mime.types');
}

/** hosting/nginx.conf as it is, but for the port and the folder; around it what a distribution's own file brings. */
function configuration({ nginx, port, folder, temporary }) {
  const hosted = readFileSync(`${root}hosting/nginx.conf`, 'utf8');
  const site = hosted
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replaceAll('/srv/policy-builder', folder);
  if (site.includes('/srv/') || site.includes('listen 80')) throw new Error('hosting/nginx.conf has changed');
  const scratch = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
daemon off;
master_process off;
pid ${temporary}/nginx.pid;
error_log stderr warn;
events {}
http {
  include ${typesOf(nginx)};
  default_type application/octet-stream;
  access_log off;
  ${scratch.map((name) => `${name}_temp_path ${temporary}/${name};`).join('\n  ')}
${site}
}`;
}

/** Rejects with what nginx says when it does not start. */
async function untilItAnswers(url, nginx) {
  let said = '';
  nginx.stderr.on('data', (part) => {
    said += part;
  });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (nginx.exitCode !== null) break;
    const response = await fetch(url).catch(() => undefined);
    if (response) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nginx did not start: ${said}`);
}

/** Serves `folder` by hosting/nginx.conf on a free port of this machine. */
export async function serveWithNginx(folder) {
  const temporary = mkdtempSync(join(tmpdir(), 'policy-builder-nginx-'));
  const port = await freePort();
  const program = findNginx();
  const file = join(temporary, 'nginx.conf');
  writeFileSync(file, configuration({ nginx: program, port, folder, temporary }));
  const nginx = spawn(program, ['-p', temporary, '-c', file, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const closed = new Promise((resolve) => nginx.once('close', resolve));
  const close = async () => {
    nginx.kill('SIGTERM');
    await closed;
    rmSync(temporary, { recursive: true });
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilItAnswers(url, nginx);
  } catch (error) {
    await close();
    throw error;
  }
  return { url, close };
}
