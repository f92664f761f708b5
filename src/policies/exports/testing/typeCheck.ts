import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** The folder of the stand-ins for a library. */
export const standIns = (library: 'cdk' | 'pulumi'): string =>
  fileURLToPath(new URL(`./standIns/${library}/`, import.meta.url));

/** A new folder for files that a test writes. The caller removes it. */
export function scratchFolder(name: string): string {
  mkdirSync(`${root}test-results`, { recursive: true });
  return mkdtempSync(`${root}test-results/${name}-`);
}

/** What the compiler says of all TypeScript in the folder, checked as strictly as can be; nothing when all is well. */
export function typeErrors(folder: string): string {
  const compilerOptions = {
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    exactOptionalPropertyTypes: true,
    lib: ['es2023'],
    types: [],
  };
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  const tsc = `${root}node_modules/typescript/bin/tsc`;
  return spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' }).stdout;
}
