import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Problem } from '../errors/problem.js';
import { Public } from './access.js';

const resolve = createRequire(import.meta.url).resolve;
const yamlText = readFileSync(resolve('@mstr-rest/protocol/openapi.yaml'), 'utf8');
const jsonText = readFileSync(resolve('@mstr-rest/protocol/openapi.json'), 'utf8');

/** What the page is made of: Swagger UI and our start-up script, copied at build time (build/copy-explorer.mjs). */
const types: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'start.js': 'text/javascript; charset=utf-8',
};

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'", // Swagger UI sets style attributes
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light" />
    <title>API explorer</title>
    <link rel="stylesheet" href="swagger-ui.css" />
    <link rel="icon" href="data:," />
    <style>
      /* Swagger UI is made for wide screens: on a phone let its long words, lists and tables fit or scroll by themselves. */
      body { margin: 0; }
      .swagger-ui { overflow-wrap: anywhere; }
      .swagger-ui select { max-width: 100%; }
      .swagger-ui .computed-url code { white-space: normal; }
      .swagger-ui .servers table { display: block; max-width: 100%; overflow-x: auto; }
      .swagger-ui .scheme-container .schemes, .swagger-ui .schemes-server-container { max-width: 100%; min-width: 0; }
    </style>
  </head>
  <body>
    <main id="explorer"><noscript>This page needs JavaScript. The document: <a href="../api/openapi.yaml">openapi.yaml</a></noscript></main>
    <script src="swagger-ui-bundle.js"></script>
    <script src="start.js"></script>
  </body>
</html>
`;

/** The OpenAPI document, and a page to read and try it. Source: docs/protocol section 1.1. */
@Controller()
export class ExplorerController {
  @Get('api/openapi.yaml')
  @Public()
  @Header('content-type', 'application/yaml')
  yaml(): string {
    return yamlText;
  }

  @Get('api/openapi.json')
  @Public()
  @Header('content-type', 'application/json')
  json(): string {
    return jsonText;
  }

  /** Relative links need the slash, and a page has one address only. */
  @Get('api-docs')
  @Public()
  index(@Res() reply: FastifyReply): void {
    const path = reply.request.url.split('?', 1)[0] ?? '';
    if (!path.endsWith('/')) return void reply.code(302).header('location', `${path}/`).send();
    void reply
      .header('content-security-policy', pagePolicy)
      .header('content-type', 'text/html; charset=utf-8')
      .send(page);
  }

  @Get('api-docs/:file')
  @Public()
  asset(@Param('file') file: string, @Res() reply: FastifyReply): void {
    const type = Object.hasOwn(types, file) ? types[file] : undefined;
    if (type === undefined) throw new Problem('notFound');
    const content = readFileSync(new URL(`../../assets/explorer/${file}`, import.meta.url));
    void reply.header('content-type', type).header('cache-control', 'public, max-age=3600').send(content);
  }
}
