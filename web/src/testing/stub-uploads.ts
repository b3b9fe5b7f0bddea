import { afterEach, vi } from 'vitest'

interface Upload {
  url: URL
  file: Blob
  tell: (share: number) => void
  answer: (body: unknown, status?: number) => void
  cut: () => void
}

afterEach(() => vi.unstubAllGlobals())

/** Uploads that stay on their way until the test answers them. */
export function stubUploads(): Upload[] {
  const uploads: Upload[] = []
  class StubbedRequest {
    upload: { onprogress?: (progress: { loaded: number; total: number }) => void } = {}
    status = 0
    statusText = ''
    responseText = ''
    onload = () => {}
    onerror = () => {}
    #url = ''
    open(_method: string, url: string) {
      this.#url = url
    }
    setRequestHeader() {}
    send(file: Blob) {
      uploads.push({
        url: new URL(this.#url, location.origin),
        file,
        tell: share => this.upload.onprogress?.({ loaded: share * 100, total: 100 }),
        answer: (body, status = 201) => {
          this.status = status
          this.responseText = JSON.stringify(body)
          this.onload()
        },
        cut: () => this.onerror(),
      })
    }
  }
  vi.stubGlobal('XMLHttpRequest', StubbedRequest)
  return uploads
}
