import { textOf } from './engine.mjs';
import { UsageError } from './usage.mjs';

const reasons = {
  newer: 'It was saved by a newer version of the page. Update this repository.',
  tooLarge: 'It is too large for a saved draft.',
  invalid: 'It doesn’t contain a valid draft.',
};

/**
 * What a file holds: a draft as the page saves it, held to the preset, or a text for Import. Throws `UsageError` for a draft
 * that cannot be read.
 */
export async function readInput(file, { policies, ruleset }) {
  const text = await textOf(file);
  const reading = policies.readWorkspace(text, ruleset);
  if (reading.ok) {
    const { preset } = ruleset;
    return { file, text, draft: preset ? policies.enforcePreset(reading.draft, preset) : reading.draft };
  }
  if (reading.reason === 'foreign') return { file, text };
  throw new UsageError(`${file} can’t be read. ${reasons[reading.reason]} (${reading.detail})`);
}

/** The drafts of files. Throws `UsageError` where one holds something else. */
export async function readDrafts(files, setting) {
  const inputs = await Promise.all(files.map((file) => readInput(file, setting)));
  const other = inputs.find(({ draft }) => !draft);
  if (!other) return inputs;
  throw new UsageError(
    `${other.file} isn’t a saved draft. In the page, choose Share, and then save the draft as a file.`,
  );
}

/** The policies in a file, and what of it was not read. Its name and folders say what they are where the text does not. */
export const readPolicies = ({ file, text }, { policies, ruleset }) =>
  policies.readImport(text, {
    name: file,
    yaml: policies.readYaml,
    placeholders: ruleset.variables.map(({ placeholder }) => placeholder),
  });
