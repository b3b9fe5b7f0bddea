import { noteOwnAct } from '../live/own-acts.ts'
import { ApiError, type ApiParams, apiUrl, inSession, problemIn } from './client.ts'

const bodyOf = ({ responseText }: XMLHttpRequest): unknown => {
  try {
    return JSON.parse(responseText)
  } catch {
    return null
  }
}

const problemOf = (request: XMLHttpRequest) =>
  problemIn({ status: request.status, statusText: request.statusText, headers: new Headers() }, bodyOf(request))

/** Sends a file as it is and tells how much of it has gone, 0 to 1; `fetch` cannot tell. */
export function apiUpload<T>(
  path: string,
  params: ApiParams,
  file: Blob,
  onProgress: (share: number) => void,
): Promise<T> {
  if (typeof params.id === 'string') noteOwnAct(params.id)
  return inSession(
    () =>
      new Promise<T>((resolve, reject) => {
        const request = new XMLHttpRequest()
        request.open('POST', apiUrl(path, params))
        request.setRequestHeader('accept', 'application/json')
        request.setRequestHeader('content-type', file.type || 'application/octet-stream')
        request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
        request.onerror = () => reject(new ApiError(0, 'network', ''))
        request.onload = () => (request.status < 300 ? resolve(bodyOf(request) as T) : reject(problemOf(request)))
        request.send(file)
      }),
  )
}
