import { createServer } from 'node:http';
import { sessionVerifier } from '@mstr-rest/auth-server/gateway';

const verifySession = sessionVerifier({ baseUrl: 'http://127.0.0.1:8080/MicroStrategyLibrary' });

export const service = createServer((request, response) => {
  void verifySession(request.headers).then((verdict) => {
    if (verdict.kind === 'refused') {
      if (verdict.cause) console.error(verdict.cause.message);
      response.writeHead(verdict.status, { ...verdict.headers, 'content-type': 'application/json' });
      return response.end(JSON.stringify(verdict.body));
    }
    return response.end(`Good day, ${verdict.user.fullName}`);
  });
});
