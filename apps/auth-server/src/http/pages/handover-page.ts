import type { HandoverFields } from '../../browser-login/handover.js';
import { html } from './html.js';
import type { Page } from './layout.js';
import type { Texts } from './texts/texts.js';

/** What a person is asked before a program may log in beside his browser. */
export interface Consent {
  /** Of this page, which its form posts to. */
  readonly address: string;
  /** Where somebody else logs in, and comes back. */
  readonly loginAddress: string;
  readonly fields: HandoverFields;
  /** Id of the session that the consent is for: another person may log in meanwhile. */
  readonly sessionId: string;
  /** The person's name. */
  readonly name: string;
}

export function handoverPage(texts: Texts, { address, loginAddress, fields, sessionId, name }: Consent): Page {
  const { protocol, host, hostname } = new URL(fields.redirect_uri);
  const hidden = Object.entries({ ...fields, session: sessionId }).map(
    ([key, value]) => html`<input type="hidden" name="${key}" value="${value}" />`,
  );
  return {
    title: texts.handover,
    body: html`<h1>${texts.handover}</h1>
      <p>${texts.handoverAsks(name)}</p>
      <p><bdi>${host}</bdi></p>
      <p>${texts.handoverWarning}</p>
      <form method="post" action="${address}">
        ${hidden}
        <button name="decision" value="allow">${texts.allow}</button>
        <button name="decision" value="refuse" class="second">${texts.refuse}</button>
      </form>
      <nav><a class="small" href="${loginAddress}">${texts.somebodyElse}</a></nav>`,
    // Browsers hold redirects after a form to this list. Its grammar has no IPv6 addresses (CSP 3 section 2.3.1).
    formActions: [hostname.startsWith('[') ? protocol : `${protocol}//${host}`],
    isNeverFramed: true,
  };
}
