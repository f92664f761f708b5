import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { root } from './setup.mjs';

/** Writes the engine as one file that Node runs without a loader: `policies.mjs` in the given folder. */
export const buildNodeEngine = (folder) =>
  build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: 'src/policies/index.ts',
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'policies.mjs', codeSplitting: false } },
    },
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildNodeEngine(`${root}dist-node`);
