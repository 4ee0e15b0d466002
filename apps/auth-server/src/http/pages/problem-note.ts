import type { ErrorKind } from '@mstr-rest/protocol';
import { html, type HtmlSafeString } from './html.js';
import type { Texts } from './texts/texts.js';

/** A problem as a page shows it. */
export interface ShownProblem {
  readonly kind: ErrorKind;
  /** Of the answer on the wire: English, and more exact than what the kind says. */
  readonly message: string;
  readonly ticketId: string;
}

/** In the reader's language where our texts have it, else in English. Read out at once by screen readers. */
export function problemNote(texts: Texts, { kind, message, ticketId }: ShownProblem): HtmlSafeString {
  const own = texts.problems[kind];
  return html`<div class="problem" role="alert">
    <p ${own === undefined && texts.language !== 'en' ? html`lang="en" dir="ltr"` : ''}>${own ?? message}</p>
    <p class="small">${texts.ticket} <bdi>${ticketId}</bdi></p>
  </div>`;
}

/** Of a page with a problem: the title is what screen readers say first, and what a tab shows. */
export function titleOf(texts: Texts, title: string, problem: ShownProblem | undefined): string {
  return problem === undefined ? title : `${texts.problem} – ${title}`;
}
