import { describe, expect, it } from 'vitest';
import { createDraft } from '../../draft/createDraft.ts';
import { draftProblems } from '../../compose/variablesInUse.ts';
import { builtIn } from '../builtIn.ts';
import { imageRegistries } from './imageRegistries.ts';
import { kindOf } from './kinds.ts';
import { readVariables } from '../../compose/variableReadings.ts';

const partitions = ['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc'];
const bound = (variables: Readonly<Record<string, readonly string[]>>) =>
  readVariables(createDraft({ variables }, builtIn), builtIn).byVariable.get('awsImageAccounts');

describe('registries of AWS', () => {
  it.each(Object.entries(imageRegistries))('%s: accounts %j in one partition', (region, accounts) => {
    expect(accounts.length).toBeGreaterThan(0);
    for (const account of accounts) expect(account).toMatch(/^\d{12}$/);
    const owners = partitions.filter((partition) => kindOf('region').read(region, { partition }).ok);
    expect(owners).toHaveLength(1);
  });

  it('are never those of another partition', () => {
    const accountsOf = (start: RegExp) =>
      Object.entries(imageRegistries).flatMap(([region, accounts]) => (start.test(region) ? accounts : []));
    const [china, gov, rest] = [/^cn-/, /^us-gov-/, /^(?!cn-|us-gov-)/].map(
      (start) => new Set(accountsOf(start)),
    );
    for (const account of china ?? []) expect(gov?.has(account) || rest?.has(account)).toBe(false);
    for (const account of gov ?? []) expect(rest?.has(account)).toBe(false);
  });

  it.each([
    ['no Region: the placeholder', {}, 'unfilled', ['<AWS_IMAGE_ACCOUNT>']],
    ['an impossible Region: the placeholder', { region: ['mars'] }, 'unfilled', ['<AWS_IMAGE_ACCOUNT>']],
    ['a Region of another partition', { region: ['cn-north-1'] }, 'unfilled', ['<AWS_IMAGE_ACCOUNT>']],
    ['a Region', { region: [' eu-west-1 '] }, 'default', ['763104351884', '141502667606']],
    ['a Region without any', { region: ['us-west-9'] }, 'default', ['']],
    [
      'accounts of the user’s',
      { region: ['eu-west-1'], awsImageAccounts: ['520713654638'] },
      'filled',
      ['520713654638'],
    ],
  ])('%s', (_, variables, state, accounts) => {
    const reading = bound(variables);
    expect(reading?.state).toBe(state);
    expect(reading?.bindings.map((binding) => binding['AWS_IMAGE_ACCOUNT'])).toEqual(accounts);
  });

  it('are not asked for: the Region is', () => {
    const ids = draftProblems(createDraft({ personas: ['hostingRole'] }, builtIn), builtIn).map(
      ({ variable }) => variable.id,
    );
    expect(ids).toContain('region');
    expect(ids).not.toContain('awsImageAccounts');
  });
});
