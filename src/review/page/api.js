// The way to the server: one request at a time, in the order they were asked for, so that what we know
// is always what the server knew after our last request.

/** The server answered, and said no: status, and its words. */
export class Refused extends Error {
  constructor(status, body) {
    super(body.error ?? '');
    this.status = status;
    this.row = body.row ?? null;
  }
}

/** The server didn't answer. */
export class Gone extends Error {}

// The token comes with the address and leaves it at once, so that it neither shows nor stays in the
// history. The tab remembers it, and can be reloaded.
function take_token() {
  const given = new URLSearchParams(location.search).get('token');
  if (given) sessionStorage.setItem('token', given);
  history.replaceState(null, '', location.pathname);
  return given ?? sessionStorage.getItem('token') ?? '';
}

const token = take_token();
let last = Promise.resolve();

/** Calls `work` when everything asked for before is done. */
function in_turn(work) {
  const done = last.then(work);
  last = done.catch(() => {});
  return done;
}

async function fetched(path, options) {
  let response;
  try {
    response = await fetch(path, {cache: 'no-store', ...options, headers: {'X-Cotejo-Token': token, ...options?.headers}});
  } catch {
    throw new Gone();
  }
  if (response.ok) return response;
  const body = await response.json().catch(() => ({}));
  throw new Refused(response.status, body);
}

async function json(response) {
  try {
    return await response.json();
  } catch {
    throw new Gone();  // cut off in the middle
  }
}

/** Bodies may be functions, asked when their turn has come. */
export const get = (path) => in_turn(async () => json(await fetched(typeof path === 'function' ? path() : path)));

export const post = (path, body) => in_turn(async () => json(await fetched(path, {
  method: 'POST',
  headers: {'Content-Type': 'application/json'},
  body: JSON.stringify(typeof body === 'function' ? body() : body),
})));

/** A file, and the name the server gives it. */
export async function file(path) {
  const response = await in_turn(() => fetched(path));
  const name = /filename="?([^";]+)"?/.exec(response.headers.get('Content-Disposition') ?? '')?.[1];
  return {blob: await response.blob(), name};
}
