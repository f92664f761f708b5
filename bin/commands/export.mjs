import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { readFileSync } from 'node:fs';
import { readDrafts } from '../inputs.mjs';
import { UsageError } from '../usage.mjs';
import { count } from './validate.mjs';

/** Writes the files of a saved draft in one format. */
export async function exportFiles(files, setting) {
  const { policies, catalog, ruleset, options } = setting;
  const exporter = policies.findExporter(options.format ?? '');
  if (!exporter) throw new UsageError(`--format must be one of:\n${formats(policies)}`);
  if (options.to === undefined) throw new UsageError('--to must be the folder where the files are written.');
  const [{ draft }] = await readDrafts(files, setting);
  const versions = { page: pageVersion(), data: `of ${catalog.dataDate}` };
  const written = await policies.exportDraft(draft, exporter, { catalog, versions }, ruleset);
  for (const { name, text } of written) await write(placeOf(name, options.to), text);
  return {
    command: 'export',
    items: written.map(({ name, title }) => ({
      rule: 'export',
      level: 'NOTE',
      outcome: 'passed',
      message: title,
      where: { file: join(options.to, name) },
    })),
    lines: [
      ...written.map(({ name, title }) => `${join(options.to, name)}: ${title}`),
      `${options.to}: ${count(written.length, 'file', 'files')}`,
    ],
  };
}

const formats = ({ exporters }) => exporters.map(({ id, label }) => `  ${id}  ${label}`).join('\n');

const pageVersion = () =>
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;

/** Names come from a draft, which anyone may have written: none leads out of the folder. */
function placeOf(name, folder) {
  const place = resolve(folder, name);
  if (!place.startsWith(resolve(folder) + sep)) throw new UsageError(`${name} isn’t in ${folder}.`);
  return place;
}

async function write(place, text) {
  try {
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, text);
  } catch (error) {
    throw new UsageError(`${place} can’t be written: ${error.code ?? error.message}`);
  }
}
