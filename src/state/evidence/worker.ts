import { serveLatest } from '../workers/serve.ts';
import { answerer } from './answerer.ts';
import type { EvidenceAnswer, EvidenceQuestion } from './protocol.ts';

/** Tests and compares away from the page's own thread, which only shows what comes back. */
serveLatest<EvidenceQuestion, EvidenceAnswer>(answerer());
