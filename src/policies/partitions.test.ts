import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readRefusal } from './accessTests/refusals/readRefusals.ts';
import { imageRepository } from './accessTests/refusals/imageRepository.ts';
import { prefixesOf } from './activityLog/actionsOfEvent.ts';
import { callOfLine } from './activityLog/callLines.ts';
import { compose } from './compose/compose.ts';
import { fillExamples } from './compose/exampleValues.ts';
import { createDraft } from './draft/createDraft.ts';
import { patternOf } from './exports/patterns.ts';
import { partitionOfSet } from './exports/endpointServices.ts';
import { matchActivities } from './activityCover/matchActivities/matchActivities.ts';
import { offeredPartitions, partitionOfRegion } from './language/partitions.ts';
import { partitions, readArn } from './language/arn.ts';
import { builtIn } from './library/builtIn.ts';
import { callerOf } from './simulate/caller.ts';
import { isConsole, readAddress } from './values/consoleUrl.ts';
import { accountForm, regionForm } from './values/forms/accountForms.ts';

const src = dirname(fileURLToPath(import.meta.url));
const ACCOUNT = '111122223333';

describe.each(offeredPartitions)('$id', ({ id, dnsSuffix, consoleDomain, signInHost, exampleRegion }) => {
  const role = `arn:${id}:iam::${ACCOUNT}:role/X`;
  const registry = `${ACCOUNT}.dkr.ecr.${exampleRegion}.${dnsSuffix}`;

  it('is a partition of ARNs, and its Regions are distinguished from those of others', () => {
    expect(partitions.has(id)).toBe(true);
    expect(readArn(role)?.partition).toBe(id);
    expect(partitionOfRegion(exampleRegion)).toBe(id);
    expect(regionForm(`${exampleRegion}a`, { partition: id })).toMatchObject({ state: 'read' });
  });

  it('has a registry, a sign-in page, and a console whose addresses have the account or the Region', () => {
    expect(accountForm(registry, { partition: id })).toMatchObject({ value: ACCOUNT });
    const page = `https://${ACCOUNT}.signin.${consoleDomain}/console`;
    expect(accountForm(page, { partition: id })).toMatchObject({ value: ACCOUNT });
    const address = readAddress(`https://${exampleRegion}.console.${consoleDomain}/s3/home`);
    expect(address && isConsole(address)).toBe(true);
    expect(imageRepository(`${registry}/team/x:1`)).toBe(
      `arn:${id}:ecr:${exampleRegion}:${ACCOUNT}:repository/team/x`,
    );
  });

  it('has services that call, and that are refused', () => {
    const service = `states.${exampleRegion}.${dnsSuffix}`;
    expect(callerOf(service)?.kind).toBe('service');
    expect(prefixesOf(`s3.${dnsSuffix}`)).toContain('s3');
    expect(callOfLine(`s3.${dnsSuffix} GetObject`)).toMatchObject({
      event: { source: 's3', name: 'GetObject' },
    });
    for (const words of [
      `Could not assume role ${role}. Ensure the principal '${service}' can`,
      `Role ${role} is invalid or cannot be assumed by ${service}`,
      `User: ${service} is not authorized to perform: sts:AssumeRole on resource: ${role}`,
    ])
      expect(readRefusal(words), words).toMatchObject({ call: { principal: service, resource: role } });
  });

  it('is what an exported parameter takes', () => {
    const takes = (part: number, value: string) =>
      new RegExp(`^(${patternOf('partition', part)?.pattern})$`).test(value);
    expect(takes(0, id)).toBe(true);
    expect(takes(1, dnsSuffix)).toBe(true);
    expect(takes(2, signInHost)).toBe(true);
  });

  it('is read back from a policy with its choices', () => {
    const draft = fillExamples(
      createDraft(
        {
          personas: ['modelApprover'],
          activities: { modelApprover: [{ activity: 'approveModels', stance: 'hardened', options: {} }] },
          variables: { partition: [id] },
        },
        builtIn,
      ),
      builtIn,
    );
    const made = compose(draft, builtIn).find(({ kind }) => kind === 'identity');
    expect(partitionOfSet({ documents: made ? [made] : [] })).toBe(id);
    const { offers } = matchActivities(made!.policy, 'identity', builtIn);
    expect(offers).toMatchObject([
      { choice: 'approveModels', exact: true, variables: { partition: [id], region: [exampleRegion] } },
    ]);
  });
});

it('no other module writes a list of partitions, of their hosts, or of their Regions', () => {
  const LIST = /aws-cn.*aws-us-gov|us-gov\||\(\?:-cn|amazonaws\\?\[?\.\]?\(|amazonaws\\\.com|'us-gov-'|'cn-'/;
  const modules = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') && file !== 'language/partitions.ts' && !/\.test\.ts$|\/testing\//.test(file),
  );
  const written = modules.filter((file) => LIST.test(readFileSync(join(src, file), 'utf8')));
  expect(written.toSorted()).toEqual([
    // In words, for readers.
    'checks/arnFormat.ts',
    // Callers to try, of which one is in no partition that there is.
    'exact/layers/callers.ts',
    'library/variables/variable.ts',
  ]);
});
