/** A link from the server ("/a/x/o/y?enter=2008-06#comment-z") in the parts that the router takes. */
export function partsOf(link: string): { to: '/'; search: never; hash?: string } {
  const [, path = '/', query = '', hash = ''] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(link) ?? [];
  const search = Object.fromEntries(new URLSearchParams(query)) as never;
  return { to: path as '/', search, ...(hash ? { hash } : {}) };
}
