import type { Story } from '../story.js';
import { aDay } from './a-day.js';
import { caps } from './caps.js';
import { clients } from './clients.js';
import { delegation } from './delegation.js';
import { passwords } from './passwords.js';
import { time } from './time.js';

/** Every story. Those that change an expired password come last, for it is not expired any more then. */
export const stories: readonly Story[] = [...aDay, ...clients, ...delegation, ...time, ...caps, ...passwords];
