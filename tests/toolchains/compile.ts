import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** A folder in which the libraries are found. The caller removes it. */
export function scratchFolder(name: string): string {
  mkdirSync(`${here}out`, { recursive: true });
  return mkdtempSync(`${here}out/${name}-`);
}

/** Compiles all TypeScript in the folder into its folder `out`, as strictly as can be; throws what the compiler says. */
export function compile(folder: string, type: 'module' | 'commonjs', options: object): void {
  const compilerOptions = {
    target: 'es2022',
    module: 'nodenext',
    strict: true,
    skipLibCheck: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    exactOptionalPropertyTypes: true,
    rootDir: '.',
    outDir: 'out',
    ...options,
  };
  writeFileSync(`${folder}/package.json`, JSON.stringify({ type }));
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions, include: ['**/*.ts'] }));
  try {
    execFileSync(process.execPath, [`${here}node_modules/typescript/bin/tsc`, '-p', folder], {
      encoding: 'utf8',
    });
  } catch (error) {
    throw new Error(error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error), {
      cause: error,
    });
  }
}
