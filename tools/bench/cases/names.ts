/** Who takes part in more than one case. */
import { availableParallelism } from 'node:os';
import type { Participant } from '../load-case.js';

export const cores = availableParallelism();

export const ours: Participant = { name: 'ours', program: 'ours' };
export const bare: Participant = { name: 'node:http, bare', program: 'bare-read' };
