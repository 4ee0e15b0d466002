import type { components } from '@mstr-rest/protocol';
import type { Clock } from '../clock/clock.js';

type StatusOnWire = components['schemas']['Status'];

/** The versions that clients gate on (docs/protocol section 3.11, Q38). */
export interface Versions {
  readonly iServerVersion: string;
  readonly webVersion: string;
  readonly minMobileCompatibleVersion: string;
  readonly deploymentType: string;
}

/** What the server says of itself to anybody. */
export class ServerStatus {
  readonly #versions: Versions;
  readonly #clock: Clock;
  readonly #upSince: number;
  readonly #startedAt: number;

  constructor({ iServerVersion, webVersion, minMobileCompatibleVersion, deploymentType }: Versions, clock: Clock) {
    this.#versions = { iServerVersion, webVersion, minMobileCompatibleVersion, deploymentType };
    this.#clock = clock;
    this.#upSince = Math.floor(clock.now());
    this.#startedAt = clock.monotonic();
  }

  now(): StatusOnWire {
    const upTime = Math.floor(this.#clock.monotonic() - this.#startedAt);
    return { ...this.#versions, upSince: this.#upSince, upTime, upTimeText: textOf(upTime), isIServerConfigured: true };
  }
}

/** `06 Hours 39 Minutes 40 seconds`, as real servers print it. */
function textOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))} Hours ${two(Math.floor(seconds / 60) % 60)} Minutes ${two(seconds % 60)} seconds`;
}
