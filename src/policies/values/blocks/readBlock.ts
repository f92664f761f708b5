import { cleanEntry } from '../cleanEntry.ts';
import { type Fact, isUsable, MOST_FACTS } from './fact.ts';
import { factsInJson } from './jsonFacts.ts';
import { factsInLines } from './lineFacts.ts';
import { factsInTable } from './tableFacts.ts';

/** Outputs of large stacks are smaller; nothing that long is a list of values. */
const MOST_CHARACTERS = 300_000;

/**
 * What a block of text says: outputs of Terraform, CloudFormation or the AWS CDK as JSON, as text or as the console's table,
 * names with values, or a list. Sensitive outputs, and what is named as a secret, are left out. Never throws.
 */
export function readBlock(text: string): readonly Fact[] {
  if (text.length > MOST_CHARACTERS) return [];
  const clean = cleanTabs(text);
  const value = parsed(clean);
  const found = value === undefined ? factsInText(clean) : factsInJson(value);
  return found.filter(isUsable).slice(0, MOST_FACTS);
}

/** Tabs are kept here: they separate the columns of a table. */
const cleanTabs = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.split('\t').map(cleanEntry).join('\t').trimEnd())
    .join('\n')
    .trim();

function factsInText(text: string): readonly Fact[] {
  const isAssigned = /^\s*(?:export\s+)?[\w."-]+\s*=/m.test(text);
  const table = isAssigned ? [] : factsInTable(text);
  return table.length > 0 ? table : factsInLines(text);
}

function parsed(text: string): unknown {
  if (!/^[[{]/.test(text) || /^[[{\s]{500}/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
