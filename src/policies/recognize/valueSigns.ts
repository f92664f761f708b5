import type { Sighting } from './recognition.ts';

/** So many lines tell what all of them are. */
const LINES = 200;

/** Lists that people keep: ARNs, and names with values as `terraform output` and stacks print them. */
export function valuesIn({ head }: { readonly head: string }): Sighting | undefined {
  const lines = head
    .split(/\r?\n/, LINES)
    .map((line) => line.trim())
    .filter(Boolean);
  const entries = lines.flatMap((line) => line.split(/[\s,;"']+/, LINES).filter(Boolean));
  if (entries.length > 0 && entries.every((entry) => ARN.test(entry)))
    return { kind: 'arns', confidence: 'sure' };
  if (lines.length === 0) return undefined;
  if (lines.every((line) => /^[\w.-]{1,200}\s{0,40}=\s{0,40}\S/.test(line)))
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

const ARN = /^[[\]]?arn:aws[\w-]*:|^[[\]]$/;
