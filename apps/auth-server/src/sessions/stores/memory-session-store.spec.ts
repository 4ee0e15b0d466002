import { describeSessionStore } from '../session-store.contract.js';
import { MemorySessionStore } from './memory-session-store.js';

describeSessionStore('memory', (rules) => Promise.resolve(new MemorySessionStore(rules)));
