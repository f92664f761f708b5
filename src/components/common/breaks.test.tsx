import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { withBreaks } from './breaks.tsx';

/** The lines of a text if each could hold one part alone. */
const linesOf = (text: string, isProse = false) =>
  renderToStaticMarkup(withBreaks(text, isProse)).split('<wbr/>');

describe('where the lines of a text can break', () => {
  it.each([
    ['a service principal stays whole', 'sagemaker.amazonaws.com', ['sagemaker.amazonaws.com']],
    ['a key', 'aws:ResourceTag/CreatedBy is x', ['aws:', 'ResourceTag/', 'CreatedBy is x']],
    [
      'an ARN',
      'arn:aws:sagemaker:*:*:notebook-instance/*',
      ['arn:', 'aws:', 'sagemaker:*:*:', 'notebook-instance/*'],
    ],
    ['a bucket, whose empty fields are no parts', 'arn:aws:s3:::b/*', ['arn:', 'aws:', 's3:::', 'b/*']],
    ['a code', 'PASS_ROLE', ['PASS_', 'ROLE']],
    ['prose, which white space breaks', 'Limited: Read, List', ['Limited: Read, List']],
    ['an empty text', '', ['']],
  ])('%s', (_, text, lines) => expect(linesOf(text)).toEqual(lines));

  it.each([
    [
      'a long name',
      'AmazonSageMakerExecutionRoleForTeamA trust',
      ['Amazon', 'Sage', 'Maker', 'Execution', 'Role', 'For', 'TeamA trust'],
    ],
    ['a name that fits any line', 'Edit FullAccess', ['Edit FullAccess']],
    [
      'a name where less than 16 letters are on both sides',
      'PolicyForTeamsOfMLOPSAndVPC2',
      ['Policy', 'For', 'TeamsOfMLOPSAndVPC2'],
    ],
  ])('in prose, %s', (_, text, lines) => expect(linesOf(text, true)).toEqual(lines));

  it('changes nothing of the text', () => {
    const text = 'https://docs.aws.amazon.com/a::b//c: d / e:';
    expect(linesOf(text).join('')).toBe(text);
  });
});
