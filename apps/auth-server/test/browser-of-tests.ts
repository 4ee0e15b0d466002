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

  async get(url: string): Promise<Seen> {
    return this.#follow(url, {});
  }

  async submit(page: Seen, fields: Readonly<Record<string, string>> = {}): Promise<Seen> {
    const action = /<form[^>]*action="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const hidden = [...page.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const body = new URLSearchParams({
      ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])),
      ...fields,
    });
    const url = new URL(action.replaceAll('&#x2F;', '/').replaceAll('&amp;', '&'), page.url).href;
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(page.url).origin };
    // What another site posts comes without the cookies that are Lax or Strict.
    const isSameSite = new URL(url).hostname === new URL(page.url).hostname;
    return this.#follow(url, { method: 'POST', body: String(body), headers }, isSameSite ? 'strict' : 'none');
  }

  async #follow(url: string, init: RequestInit, sameSiteContext: 'strict' | 'lax' | 'none' = 'lax'): Promise<Seen> {
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
      return this.#follow(new URL(location, url).href, {});
    }
    return { url, status: answer.status, headers: answer.headers, text: await answer.text() };
  }
}
