import { chromiumEngine } from './chromium.ts';
import type { EngineOffer } from './driver.ts';
import { firefoxEngine } from './firefox.ts';
import { webKitEngine } from './webkit.ts';

/** The engines that the page is for, one of which at least is behind every browser that people have. */
export const engines: readonly EngineOffer[] = [chromiumEngine, firefoxEngine, webKitEngine];
