import { json } from './json.mjs';
import { sarif } from './sarif.mjs';
import { text } from './text.mjs';

export const writers = { text, json, sarif };
