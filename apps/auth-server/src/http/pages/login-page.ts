import type { Offered } from '../../login/enabled-modes.js';
import { html, type HtmlSafeString } from './html.js';
import type { Page } from './layout.js';
import { problemNote, titleOf, type ShownProblem } from './problem-note.js';
import type { Texts } from './texts/texts.js';

/** What the login page offers. */
export interface Offer {
  /** Address of the login page, which its forms post to. */
  readonly address: string;
  /** The enabled modes, the default first. */
  readonly modes: readonly Offered[];
  /** Where the browser goes afterwards, as its caller has said. */
  readonly back: Readonly<Record<string, string>>;
  readonly userName?: string;
  readonly problem?: ShownProblem;
}

export function loginPage(texts: Texts, offer: Offer): Page {
  const [first, ...others] = offer.modes;
  return {
    title: titleOf(texts, texts.logIn, offer.problem),
    keepsOpener: tellsOpener(offer.back),
    formActions: formsLeadTo(offer.back),
    body: html`<h1>${texts.logIn}</h1>
      ${offer.problem === undefined ? '' : problemNote(texts, offer.problem)}
      ${first === undefined ? '' : entry(texts, offer, first, '')}
      ${others.map(
        (mode, at) =>
          html`<p class="small">${texts.or}</p>
            ${entry(texts, offer, mode, String(at + 1))}`,
      )}`,
  };
}

/** Two forms that ask for the same have to say what they are for. */
function isOneOfSeveral({ modes }: Offer): boolean {
  return modes.filter(({ asks }) => asks === 'password').length > 1;
}

function entry(texts: Texts, offer: Offer, { id, asks, source }: Offered, suffix: string): HtmlSafeString {
  const title = source?.title ?? texts.modes[id] ?? String(id);
  if (asks === 'elsewhere') {
    const query = new URLSearchParams({
      loginMode: String(id),
      ...(source === undefined ? {} : { source: source.name }),
      ...offer.back,
    });
    return html`<nav><a class="button" href="${`${offer.address}?${query.toString()}`}">${title}</a></nav>`;
  }
  const hidden = Object.entries({ ...offer.back, loginMode: String(id) }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  const fields =
    asks === 'button'
      ? ''
      : html`<label for="username${suffix}">${texts.userName}</label>
          <input
            id="username${suffix}"
            name="username"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            required
            value="${offer.userName ?? ''}"
          />
          <label for="password${suffix}">${texts.password}</label>
          <input id="password${suffix}" name="password" type="password" autocomplete="current-password" />`;
  const heading = asks === 'password' && isOneOfSeveral(offer) ? html`<h2>${title}</h2>` : '';
  return html`<form method="post" action="${offer.address}" aria-label="${title}">
    ${hidden}${heading}${fields}
    <button class="${suffix === '' ? 'first' : 'second'}">${asks === 'button' ? title : texts.logIn}</button>
  </form>`;
}

/** A window that has to tell its opener keeps it on every page of the way. */
export function tellsOpener(back: Readonly<Record<string, string>>): boolean {
  return back['callback-origin'] !== undefined;
}

/** A browser follows the answer to a form only where the form may lead: the origin was checked against the allowed ones. */
export function formsLeadTo({ redirectURL }: Readonly<Record<string, string>>): readonly string[] {
  return redirectURL === undefined ? [] : [new URL(redirectURL).origin];
}
