#!/usr/bin/env node
import { compare } from './commands/compare.mjs';
import { exportFiles } from './commands/export.mjs';
import { prove } from './commands/prove.mjs';
import { test } from './commands/test.mjs';
import { validate } from './commands/validate.mjs';
import { openEngine } from './engine.mjs';
import { exitCode } from './exitCode.mjs';
import { writers } from './outputs/index.mjs';
import { readArguments, usage, UsageError } from './usage.mjs';

const commands = { validate, test, prove, compare, export: exportFiles };

/** Runs one command. Gives the exit code; throws `UsageError` for what cannot be run. */
async function run(args) {
  const { command, files, options } = readArguments(args);
  if (command === 'help') {
    console.log(usage);
    return 0;
  }
  const setting = { ...(await openEngine(options)), options };
  const result = await commands[command](files, setting);
  process.stdout.write(writers[options.output](result, setting));
  return exitCode(result, options);
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
