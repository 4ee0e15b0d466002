/** What the scripts answer, and the sessions that it means. */
import type { EngineSession } from '../../../engine-sessions/engine-session.js';
import type { Session } from '../../session.js';

/** What does not change while it lives. A later release may have added to it. */
type Fixed = Omit<EngineSession, 'lastUsedAt' | 'projects'>;

/** An entry of the registers: where the record of an Intelligence Server session is, and what is asked of it without reading it. */
export interface Entry {
  readonly rootKey: string;
  readonly engineId: string;
  readonly loginMode: number;
  readonly userId: string;
}

export function entryOf(rootKey: string, { id, loginMode, user }: Pick<EngineSession, 'id' | 'loginMode' | 'user'>) {
  return [rootKey, id, loginMode, user.id].join('|');
}

export function readEntry(text: string): Entry {
  const [rootKey = '', engineId = '', loginMode = '', ...userId] = text.split('|');
  return { rootKey, engineId, loginMode: Number(loginMode), userId: userId.join('|') };
}

export function fixedText({ lastUsedAt: _lastUsedAt, projects: _projects, ...fixed }: EngineSession): string {
  return JSON.stringify(fixed);
}

/** @param reply engine, projects, last use, end, last use of the engine session */
export function readSession(key: string, reply: readonly string[]): Session {
  const [fixed = '', projects = '', lastUsedAt, endsAt, engineLastUsedAt] = reply;
  return {
    http: { key, lastUsedAt: Number(lastUsedAt), endsAt: Number(endsAt) },
    engine: readEngine(fixed, projects, engineLastUsedAt),
  };
}

export function readEngine(fixed: string, projects: string, lastUsedAt: string | undefined): EngineSession {
  const read = JSON.parse(fixed) as Fixed; // only stores of this kind write it
  return { ...read, lastUsedAt: Number(lastUsedAt), projects: readProjects(projects) };
}

export function readProjects(projects: string): readonly string[] {
  return projects === '' ? [] : projects.split(' ');
}
