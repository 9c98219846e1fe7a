import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const executablePath = process.env['ALIGN_CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether browser tests can run; where `ALIGN_REQUIRE_CHROMIUM=1` is set, their absence is a failure. */
export const hasChromium = existsSync(executablePath);
export const requiresChromium = process.env['ALIGN_REQUIRE_CHROMIUM'] === '1';

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
