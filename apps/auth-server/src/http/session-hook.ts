import { headers } from '@mstr-rest/protocol';
import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { Problem } from '../errors/problem.js';
import type { ProjectAccess } from '../projects/project-access.js';
import type { Session } from '../sessions/session.js';
import type { Sessions } from '../sessions/sessions.js';
import { sessionCookiesOf } from './cookies.js';

/**
 * The hot road. Default-deny: a route that does not open itself (http/access.ts) is reached only with a living session.
 * Answers without a promise where the store does.
 */
export function sessionHook(sessions: Sessions, projects: ProjectAccess) {
  return function onRequest(request: FastifyRequest, _reply: FastifyReply, done: HookHandlerDoneFunction): void {
    const access = request.routeOptions.config.access;
    if (access === 'public' || request.is404) return done();
    const fail = (error: unknown) => done(error as Error); // only errors are thrown
    const token = headerOf(request, headers.authToken);
    const cookies = sessionCookiesOf(request.headers.cookie);
    if (access === 'leaver') {
      sessions.authenticateLeaver(token, cookies).then((session) => {
        request.session = session;
        done();
      }, fail);
      return;
    }
    const project = headerOf(request, headers.projectId);
    const enter = (session: Session) => {
      request.session = session;
      if (project === undefined || session.engine.projects.includes(project)) return done();
      projects.enter(session, project).then(() => done(), fail);
    };
    try {
      const found = sessions.authenticate(token, cookies);
      if (found instanceof Promise) found.then(enter, fail);
      else enter(found);
    } catch (error) {
      fail(error);
    }
  };
}

/** The session of a route that asks for one. */
export function sessionOf(request: FastifyRequest): Session {
  if (request.session === undefined) throw new Problem('sessionInvalid');
  return request.session;
}

/** One value of a header, or undefined where it is missing or empty. */
export function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
