import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** Writes the JSON Schema that editors read beside the presets. A test holds the file equal to what presets are read by. */
const file = fileURLToPath(new URL('../public/presets/preset.schema.json', import.meta.url));
const { module } = await runnerImport(
  fileURLToPath(new URL('../src/policies/presets/jsonSchema.ts', import.meta.url)),
  { configFile: false, logLevel: 'error' },
);
writeFileSync(file, `${JSON.stringify(module.presetJsonSchema(), null, 2)}\n`);
