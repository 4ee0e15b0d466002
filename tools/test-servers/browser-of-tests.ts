import { CookieJar } from 'tough-cookie';

export interface Seen {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Walks through pages as a browser does: keeps cookies by origin and path, follows redirects, sends forms. */
export class BrowserOfTests {
  readonly jar = new CookieJar();

  async get(url: string, stopAt: readonly string[] = []): Promise<Seen> {
    return this.#follow(url, {}, stopAt);
  }

  /** @param stopAt origins at whose door the walk ends: nobody is there */
  async submit(
    page: Seen,
    fields: Readonly<Record<string, string>> = {},
    stopAt: readonly string[] = [],
  ): Promise<Seen> {
    const action = /<form[^>]*action="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const body = new URLSearchParams({
      ...Object.fromEntries(hidden.map(([, name = '', value = '']): [string, string] => [name, value])),
      ...fields,
    });
    const url = new URL(action, page.url).href;
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(page.url).origin };
    // What another site posts comes without the cookies that are Lax or Strict.
    const isSameSite = new URL(url).hostname === new URL(page.url).hostname;
    const init = { method: 'POST', body: String(body), headers };
    return this.#follow(url, init, stopAt, isSameSite ? 'strict' : 'none');
  }

  async #follow(
    url: string,
    init: RequestInit,
    stopAt: readonly string[],
    sameSiteContext: 'strict' | 'lax' | 'none' = 'lax',
  ): Promise<Seen> {
    const cookie = await this.jar.getCookieString(url, { sameSiteContext });
    const headers = {
      accept: 'text/html',
      'accept-language': 'en',
      ...(init.headers as Record<string, string>),
      cookie,
    };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) await this.jar.setCookie(set, url, { ignoreError: true });
    const location = answer.headers.get('location');
    if (location !== null) {
      await answer.body?.cancel();
      const next = new URL(location, url);
      if (stopAt.includes(next.origin)) return { url: next.href, status: 0, headers: answer.headers, text: '' };
      return this.#follow(next.href, {}, stopAt);
    }
    const text = readable(await answer.text());
    const onward = /<meta http-equiv="refresh" content="0; url=([^"]+)"/.exec(text)?.[1];
    if (onward !== undefined) return this.#follow(new URL(onward, url).href, {}, stopAt);
    return { url, status: answer.status, headers: answer.headers, text };
  }
}

/** With characters in the place of their names, so that a test reads what a person does. */
export function readable(html: string): string {
  return html
    .replace(/&#x([0-9A-F]+);/gi, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&amp;', '&');
}
