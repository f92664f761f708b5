import { catalogOpener } from '../workers/catalogAt.ts';
import { serveLatest } from '../workers/serve.ts';
import { answerer } from './answerer.ts';
import type { EvidenceAnswer, PostedQuestion } from './evidenceProtocol.ts';

/** Tests and compares away from the page's own thread, which only shows what comes back. */
serveLatest<PostedQuestion, EvidenceAnswer>(answerer(catalogOpener()));
