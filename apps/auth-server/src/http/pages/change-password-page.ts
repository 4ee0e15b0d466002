import { html } from './html.js';
import { formsLeadTo, tellsOpener } from './login-page.js';
import type { Page } from './layout.js';
import { problemNote, titleOf, type ShownProblem } from './problem-note.js';
import type { Texts } from './texts/texts.js';

/** The form for a password that is over, or has to be replaced: it logs in with the new one. */
export interface PasswordChange {
  readonly address: string;
  readonly loginMode: number;
  readonly userName: string;
  readonly back: Readonly<Record<string, string>>;
  readonly problem: ShownProblem;
}

export function changePasswordPage(texts: Texts, change: PasswordChange): Page {
  const { address, back, userName, problem } = change;
  const hidden = Object.entries({ ...back, loginMode: String(change.loginMode), changePassword: 'true' }).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  return {
    title: titleOf(texts, texts.changePassword, problem),
    keepsOpener: tellsOpener(back),
    formActions: formsLeadTo(back),
    body: html`<h1>${texts.changePassword}</h1>
      ${problemNote(texts, problem)}
      <form method="post" action="${address}">
        ${hidden}
        <label for="username">${texts.userName}</label>
        <input id="username" name="username" autocomplete="username" readonly value="${userName}" />
        <label for="password">${texts.currentPassword}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" autofocus />
        <label for="newPassword">${texts.newPassword}</label>
        <input id="newPassword" name="newPassword" type="password" autocomplete="new-password" required />
        <label for="again">${texts.newPasswordAgain}</label>
        <input id="again" name="newPasswordAgain" type="password" autocomplete="new-password" required />
        <button>${texts.changeAndLogIn}</button>
      </form>`,
  };
}
