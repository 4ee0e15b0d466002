/** What is measured, as data. What the figures mean stands in docs/performance.md. */
import type { FigureCase } from '../figure-case.js';
import type { LoadCase } from '../load-case.js';
import { clients } from './clients.js';
import { coldStart } from './cold-start.js';
import { floods } from './floods.js';
import { logins } from './logins.js';
import { memory } from './memory.js';
import { reads } from './reads.js';
import { recovery } from './recovery.js';

export const loadCases: readonly LoadCase[] = [...reads, ...logins, ...floods, clients];
export const figureCases: readonly FigureCase[] = [coldStart, memory, recovery];
