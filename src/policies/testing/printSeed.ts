import { env } from 'node:process';
import type { TestProject } from 'vitest/node';
import { requestsInAll } from './effort.ts';

/** Says at the start of a run, once, which seed its properties draw from, and how many requests its laws ask together. */
export default function printSeed({ name }: TestProject): void {
  if (name === '')
    console.log(
      `Seed of the properties: ${env['PROPERTY_SEED']} (set PROPERTY_SEED to repeat it); ${requestsInAll.toLocaleString('en')} requests`,
    );
}
