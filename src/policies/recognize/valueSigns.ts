import type { Sighting } from './recognition.ts';

/** So many lines tell what all of them are. */
const LINES = 200;

/** Lists that people keep: ARNs, and names with values as `terraform output` and stacks print them. */
export function valuesIn({ head }: { readonly head: string }): Sighting | undefined {
  const lines = head
    .replaceAll(LISTS, '= list')
    .split(/\r?\n/, LINES)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const entries = lines.flatMap((line) => line.split(/[\s,;"']+/, LINES).filter(Boolean));
  if (entries.every((entry) => LISTED.test(entry)) && entries.some((entry) => !/^[[\]]$/.test(entry)))
    return { kind: 'arns', confidence: 'sure' };
  if (lines.length === 0) return undefined;
  if (lines.some((line) => OUTPUT_TABLE.test(line)))
    return { kind: 'cloudFormationOutputs', confidence: 'likely' };
  if (lines.every((line) => /^(?:export )?[\w.-]{1,200}\s{0,40}=\s{0,40}\S/.test(line)))
    return {
      kind: lines.some((line) => line.includes(' = ')) ? 'terraformOutputs' : 'keyValues',
      confidence: 'likely',
    };
  if (
    lines.length > 1 &&
    lines.every((line) => /^[\w.-]{1,200}:\s{1,40}\S/.test(line)) &&
    lines.some((line) => line.includes('arn:aws'))
  )
    return { kind: 'keyValues', confidence: 'likely' };
  return undefined;
}

/** ARNs, S3 URIs, and IDs whose form says what they are of; brackets of a list. */
const LISTED = /^[[\]]?(?:arn:aws[\w-]*:|s3:\/\/[a-z0-9]|(?:subnet|sg|vpc|vpce)-[0-9a-f]{8,17}\]?$)|^[[\]]$/;

/** A list over several lines, as `terraform output` prints it. */
const LISTS = /=[ \t]*(?:to(?:list|set)\()?\[[^\]=]{0,5000}\]\)?/g;

/** The head of a table of outputs, as the console and the AWS CLI show it. */
const OUTPUT_TABLE = /^Key\tValue\b|^\|.{0,200}\bOutputKey\b.{0,200}\bOutputValue\b/;
