const percent = (text: string) =>
  encodeURIComponent(text).replace(/['()*!]/g, letter => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)

/** A file's name as `Content-Disposition` takes it, in plain letters and in full (RFC 6266, RFC 5987). */
export const fileNameParameters = (name: string, plainName = name.replace(/[^\w. -]/g, '_')): string =>
  `filename="${plainName}"; filename*=UTF-8''${percent(name)}`
