import type { Rule } from '../rule.js';
import { endings } from './endings.js';
import { logins } from './logins.js';
import { renewals } from './renewals.js';
import { secrets } from './secrets.js';

/** Everything that is looked for. */
export const rules: readonly Rule[] = [...logins, ...renewals, ...secrets, ...endings];
