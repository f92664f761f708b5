import * as z from 'zod/mini';
import { presetSchema } from './schema.ts';

/** The shape of a preset as JSON Schema, for editors. What a preset names is checked only when it is read. */
export function presetJsonSchema(): unknown {
  return {
    ...z.toJSONSchema(presetSchema, { io: 'input' }),
    title: 'Preset of the SageMaker Policy Builder',
  };
}
