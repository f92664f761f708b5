import { parseArgs } from 'node:util';

/** What cannot be run: wrong arguments, or input that cannot be read. */
export class UsageError extends Error {}

export const usage = `Usage: node bin/policy-builder.mjs <command> [options] FILE…

Commands
  validate FILE…        Findings of the policies of saved drafts, or of policies in any form that Import reads
  test FILE…            Tests and scenarios of saved drafts
  prove FILE…           Guarantees of saved drafts, for every request
  compare BEFORE AFTER  New and removed access, for every request: two saved drafts or two policies
  export FILE           The files of a saved draft: --format and --to

Options
  --preset FILE         Your organization’s preset, as the page uses it
  --output text|json|sarif
                        How results are written. Default: text
  --fail-on ERROR|SECURITY_WARNING|WARNING|SUGGESTION
                        The lowest type of finding that fails validation. Default: SUGGESTION
  --allow-undecided     What was skipped, unknown, not checked, or undecided doesn’t fail
  --type identity|resource|trust|vpc-endpoint|scp|rcp
                        What policies are validated as, where the file doesn’t say
  --format ID           Format of the export: ID as in the list that a wrong one gives
  --to FOLDER           Where the files of an export are written. Files that are there are replaced
  --help                This text

Exit codes
  0  No findings, no failed tests, no violated guarantees, no new access
  1  Findings, failed tests, violated guarantees, or new access
  2  Wrong arguments, or a file of which nothing can be read
  3  Something was skipped, unknown, not checked, or undecided`;

const FINDING_TYPES = ['ERROR', 'SECURITY_WARNING', 'WARNING', 'SUGGESTION'];

const shape = {
  preset: { type: 'string' },
  output: { type: 'string', default: 'text' },
  'fail-on': { type: 'string', default: 'SUGGESTION' },
  'allow-undecided': { type: 'boolean', default: false },
  type: { type: 'string' },
  format: { type: 'string' },
  to: { type: 'string' },
  help: { type: 'boolean', default: false },
};

const allowed = {
  output: ['text', 'json', 'sarif'],
  'fail-on': FINDING_TYPES,
  type: ['identity', 'resource', 'trust', 'vpc-endpoint', 'scp', 'rcp'],
};

/** How many files each command takes: from, to. */
const counts = {
  validate: [1, Infinity],
  test: [1, Infinity],
  prove: [1, Infinity],
  compare: [2, 2],
  export: [1, 1],
};

/** The command with its files and options. Throws `UsageError` where there is no such. */
export function readArguments(args) {
  const { values, positionals } = parsed(args);
  const [command, ...files] = positionals;
  if (values.help || command === 'help') return { command: 'help', files: [], options: values };
  if (command === undefined) throw new UsageError(`No command is given.\n\n${usage}`);
  const count = counts[command];
  if (!count) throw new UsageError(`There is no command “${command}”.\n\n${usage}`);
  if (files.length < count[0] || files.length > count[1])
    throw new UsageError(
      `“${command}” takes ${count[1] === Infinity ? 'one file or more' : `${count[0]} file${count[0] === 1 ? '' : 's'}`}.\n\n${usage}`,
    );
  for (const [name, list] of Object.entries(allowed))
    if (values[name] !== undefined && !list.includes(values[name]))
      throw new UsageError(`--${name} must be one of: ${list.join(', ')}`);
  return { command, files, options: values };
}

function parsed(args) {
  try {
    return parseArgs({ args, options: shape, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error.message}\n\n${usage}`);
  }
}
