import { html, safe, type HtmlSafeString } from './html.js';
import { randomBytes } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { style } from './style.js';
import type { Texts } from './texts/texts.js';

/** A page, before it is put into the layout. */
export interface Page {
  readonly title: string;
  readonly body: HtmlSafeString;
  /** JavaScript of ours. Data goes into attributes of the body, never into this. */
  readonly script?: string;
  /** A module of ours to load. */
  readonly scriptAddress?: string;
  /** Origin of another site that its form goes to. */
  readonly formOrigin?: string;
  /** May the page keep its opener? Only what has to tell it something does. */
  readonly keepsOpener?: boolean;
}

/** Sends a page with the headers that all of ours have. */
export function sendPage(reply: FastifyReply, status: number, texts: Texts, page: Page): void {
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    ...(page.script === undefined && page.scriptAddress === undefined
      ? []
      : [`script-src 'nonce-${nonce}'`, "connect-src 'self'"]),
    'img-src data:',
    `form-action ${page.formOrigin ?? "'self'"}`,
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
  void reply
    .code(status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-language': texts.language,
      'content-security-policy': policy,
      'cross-origin-opener-policy': page.keepsOpener ? 'unsafe-none' : 'same-origin',
      // Not no-referrer: a browser would then send `Origin: null` with our own forms.
      'referrer-policy': 'same-origin',
      'x-frame-options': 'SAMEORIGIN',
      vary: 'Accept-Language',
    })
    .send(layout(texts, page, nonce).toString());
}

function layout(texts: Texts, { title, body, script, scriptAddress }: Page, nonce: string): HtmlSafeString {
  return html`<!doctype html>
    <html lang="${texts.language}" dir="${texts.direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <style nonce="${nonce}">
          ${safe(style)}
        </style>
      </head>
      <body>
        <main>${body}</main>
        ${
          script === undefined
            ? ''
            : html`<script nonce="${nonce}">
                ${safe(script)};
              </script>`
        }
        ${scriptAddress === undefined ? '' : html`<script type="module" nonce="${nonce}" src="${scriptAddress}"></script>`}
      </body>
    </html> `;
}
