import type { Story } from '../story.js';
import { aDay } from './a-day.js';
import { administration } from './administration.js';
import { apiTokens } from './api-tokens.js';
import { browsers } from './browsers.js';
import { caps } from './caps.js';
import { connectors } from './connectors.js';
import { delegation } from './delegation.js';
import { guessing } from './guessing.js';
import { loginModes } from './login-modes.js';
import { headers } from './headers.js';
import { passwords } from './passwords.js';
import { scripts } from './scripts.js';
import { time } from './time.js';

/** Every story. Those that change an expired password come last, for it is not expired any more then. */
export const stories: readonly Story[] = [
  ...aDay,
  ...scripts,
  ...connectors,
  ...delegation,
  ...browsers,
  ...apiTokens,
  ...administration,
  ...time,
  ...caps,
  ...guessing,
  ...loginModes,
  ...headers,
  ...passwords,
];
