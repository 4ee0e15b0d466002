import type { LeftAtSource } from '../../browser-login/browser-logout.js';
import type { PostedForm } from '../../login-modes/login-mode.js';
import { html, type HtmlSafeString } from './html.js';
import type { Page } from './layout.js';
import { problemNote, type ShownProblem } from './problem-note.js';
import type { Texts } from './texts/texts.js';

export function problemPage(texts: Texts, problem: ShownProblem, loginAddress: string): Page {
  return {
    title: texts.problem,
    keepsOpener: true, // it may stand in the middle of a dialog, and has nothing to hide
    body: html`<h1>${texts.problem}</h1>
      ${problemNote(texts, problem)}
      <nav><a class="button" href="${loginAddress}">${texts.tryAgain}</a></nav>`,
  };
}

/** @param origin of the page that opened this one and is to be told; undefined: none is */
export function signedInPage(texts: Texts, name: string, origin: string | undefined, logoutAddress: string): Page {
  return {
    title: texts.signedIn,
    body: html`<h1>${texts.signedIn}</h1>
      <p>${texts.signedInAs(name)}</p>
      ${origin === undefined ? '' : html`<p id="tell" data-origin="${origin}">${texts.youMayClose}</p>`}
      <form method="post" action="${logoutAddress}"><button class="second">${texts.logOut}</button></form>`,
    ...(origin === undefined ? {} : { script: tellOpener, keepsOpener: true }),
  };
}

/** @param left where there is more to log out of: the browser goes there by itself, or the person has to know */
export function signedOutPage(texts: Texts, loginAddress: string, left: LeftAtSource): Page {
  return {
    title: texts.signedOut,
    body: html`<h1>${texts.signedOut}</h1>
      <p>${texts.youAreSignedOut}</p>
      ${left.kind === 'onward' ? onwardTo(texts, left.to) : ''}
      ${left.kind === 'session' ? html`<p>${texts.stillSignedInElsewhere}</p>` : ''}
      <nav><a class="button" href="${loginAddress}">${texts.logIn}</a></nav>`,
    ...(left.kind === 'onward' && !(left.to instanceof URL) ? sendsForm(left.to) : {}),
  };
}

/** Not by a redirect: the answer to a form of ours may redirect to nowhere else, whatever the provider redirects to. */
function onwardTo(texts: Texts, onward: URL | PostedForm): HtmlSafeString {
  if (!(onward instanceof URL)) return formTo(onward, texts.signOutAt(new URL(onward.address).host));
  const { href, host } = onward;
  return html`<meta http-equiv="refresh" content="0; url=${href}" />
    <p><a href="${href}">${texts.signOutAt(host)}</a></p>`;
}

/** Brings a form to another site, by itself where scripts run. */
export function onwardPage(texts: Texts, form: PostedForm): Page {
  return {
    title: texts.logIn,
    keepsOpener: true, // it may stand in the middle of a dialog, and has nothing to hide
    body: formTo(form, texts.logIn),
    ...sendsForm(form),
  };
}

function formTo({ address, fields }: PostedForm, button: string): HtmlSafeString {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return html`<form method="post" action="${address}">${hidden}<button>${button}</button></form>`;
}

function sendsForm({ address }: PostedForm): Pick<Page, 'formActions' | 'script'> {
  return { formActions: [new URL(address).origin], script: 'document.forms[0].submit();' };
}

/** The origin was checked against the list of allowed ones; the browser checks that the opener is of it. */
const tellOpener = `
const { origin } = document.getElementById('tell').dataset;
if (window.opener) {
  window.opener.postMessage({ type: 'mstr-auth-signed-in' }, origin);
  window.close();
}
`;
